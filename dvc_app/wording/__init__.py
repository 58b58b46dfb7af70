"""Vietnamese text a person reads."""
