"""What a page remembers and reacts to."""
