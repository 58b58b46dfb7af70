"""Texts an office writes again and again, as data with dates (A08)."""
