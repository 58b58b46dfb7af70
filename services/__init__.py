"""What the portal knows and decides; no web framework."""
