"""Processes as data: which steps a dossier of a procedure goes through (A04)."""
