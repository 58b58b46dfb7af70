"""When each office works: hours, holidays and swapped days as the province edits them."""
