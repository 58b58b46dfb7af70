"""NAPAS: the national card switch, in the shape of VNPAY (sandbox contract)."""
