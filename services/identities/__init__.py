"""Proofs of who somebody is, from identity providers and certificates."""
