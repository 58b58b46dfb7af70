"""Keeping the systems of the ministries in step (đồng bộ): what is said, and its ledger read."""
