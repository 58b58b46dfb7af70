"""Interlinked declarations at the desk: those other portals hand over, and all of them (O11)."""
