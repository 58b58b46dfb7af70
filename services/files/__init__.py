"""Uploaded files: arrival, checks, reading."""
