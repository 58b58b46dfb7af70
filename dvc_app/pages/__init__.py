"""One module per page, one function that composes it; no logic."""
