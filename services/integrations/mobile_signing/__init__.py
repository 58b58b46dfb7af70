"""Signing by SIM (SIM ký số, ETSI TS 102 204)."""
