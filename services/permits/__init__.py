"""What was issued at the end of a dossier: permits, answers on planning (O10)."""
