"""The identification service of the public post (Bưu điện Việt Nam)."""
