"""Digital signatures (chữ ký số) of files: whole, trusted, in force."""
