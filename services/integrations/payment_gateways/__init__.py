"""Payment gateways: the national platform, VNPAY, NAPAS, MoMo, ZaloPay, Viettel Money."""
