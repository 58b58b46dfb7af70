"""Dossiers that other systems hand over, and that become dossiers here."""
