"""Changing what the province says of a procedure, by two administrators (A02)."""
