"""Officers' accounts and the trail, as administrators and auditors see them (A01, A09)."""
