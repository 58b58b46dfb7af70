"""The building ministry: planning information and the dossiers behind it (contracts 5.9)."""
