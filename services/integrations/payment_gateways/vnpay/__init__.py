"""VNPAY, and the gateways of the same shape (contracts 4.2)."""
