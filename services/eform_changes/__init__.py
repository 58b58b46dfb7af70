"""Writing, trying and publishing electronic forms, by two administrators (A03)."""
