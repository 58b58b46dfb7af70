"""Decisions on a dossier that need a ground, and often a leader's word (O07)."""
