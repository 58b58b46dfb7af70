"""What every domain stands on: errors, tables, time, text and identifiers."""
