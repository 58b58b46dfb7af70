"""Changing days and hours of offices, by two administrators (A06)."""
