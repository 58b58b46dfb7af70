"""Registers and reports of an agency: the book (Mẫu 07), and numbers with their lists."""
