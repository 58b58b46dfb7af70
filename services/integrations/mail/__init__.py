"""The province’s mail server (SMTP)."""
