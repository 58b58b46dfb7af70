"""Changing what procedures cost, by two administrators (A05)."""
