"""Pages of administration (quản trị)."""
