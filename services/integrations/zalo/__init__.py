"""The Zalo notification service (ZNS) behind its port."""
