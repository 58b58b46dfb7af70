"""The environment ministry's filing pages (dvcthietyeu, contracts 5.4)."""
