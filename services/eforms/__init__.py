"""Electronic forms (biểu mẫu điện tử): their definition, their checks, their answers."""
