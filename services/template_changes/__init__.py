"""Writing and publishing texts, by two administrators (A08)."""
