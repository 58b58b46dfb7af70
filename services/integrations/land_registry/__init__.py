"""The land registry (VBDLIS) behind its port, both ways (contracts 5.4)."""
