"""The prescribed forms as printable files."""
