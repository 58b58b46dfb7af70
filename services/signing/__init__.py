"""Signatures we ask for (ký số): the container is ours, only its hash leaves."""
