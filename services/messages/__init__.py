"""Messages between a person and the office that has the dossier (trao đổi)."""
