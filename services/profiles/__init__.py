"""One's own data: what is known, from whom, who read it, and taking leave."""
