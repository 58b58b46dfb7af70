"""A dossier in the words of the social assistance registry (contracts 5.3)."""
