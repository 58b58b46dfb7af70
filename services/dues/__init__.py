"""What a dossier owes: asked for when it is due, and what follows when it is paid."""
