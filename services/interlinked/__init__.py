"""Interlinked procedures (liên thông): one declaration, several dossiers."""
