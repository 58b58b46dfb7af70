"""The national portal (Cổng DVC quốc gia), told of every dossier, behind its port."""
