"""States of the one-stop desk."""
