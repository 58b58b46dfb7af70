"""The counter: a dossier typed with the person in front of the officer (O04, N11)."""
