"""Pages of a signed-in citizen."""
