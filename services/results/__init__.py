"""Results (kết quả): attach and return."""
