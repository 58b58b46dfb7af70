"""The social assistance registry: is told of dossiers, and hands some over (contracts 5.3)."""
