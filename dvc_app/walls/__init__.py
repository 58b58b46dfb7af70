"""What stands before every request and event: origin, identity, policy, shape."""
