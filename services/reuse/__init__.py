"""Papers of the vault put into dossiers (tái sử dụng giấy tờ)."""
