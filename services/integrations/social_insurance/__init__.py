"""The social insurance of Vietnam (Bảo hiểm xã hội)."""
