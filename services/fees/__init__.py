"""Fees and charges (phí, lệ phí): what a dossier costs, and why."""
