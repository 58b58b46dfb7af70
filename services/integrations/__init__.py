"""The other systems: a port in the portal's words, an adapter over HTTP, their wire."""
