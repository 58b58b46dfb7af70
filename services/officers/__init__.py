"""Officers: how they come in, the posts they hold and lend, and how they leave."""
