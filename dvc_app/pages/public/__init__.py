"""Pages anybody opens."""
