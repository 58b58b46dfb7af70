"""Declarations of births, deaths and marriages at the civil status registry (hộ tịch)."""
