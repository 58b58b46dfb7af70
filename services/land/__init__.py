"""What the land registry tells us of dossiers, and what follows here (contracts 5.4)."""
