"""Remote signing services (chữ ký số từ xa): VNPT SmartCA."""
