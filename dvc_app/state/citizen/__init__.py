"""States of a signed-in citizen's pages."""
