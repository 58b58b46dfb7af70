"""Citizens, officers, their sessions and the codes that prove a phone."""
