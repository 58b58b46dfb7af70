"""Text messages to phones (tin nhắn SMS)."""
