"""What the pages of administration remember (quản trị)."""
