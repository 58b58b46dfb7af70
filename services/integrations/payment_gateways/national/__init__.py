"""The payment platform of the national public-service portal (contracts 4.1)."""
