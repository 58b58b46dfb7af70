"""The bank feed: money that reached the province's accounts (VietQR, SBX)."""
