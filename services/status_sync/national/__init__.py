"""A dossier in the words of the national portal (contracts 2): HoSo and TienDo."""
