"""Digitising: papers and results of a dossier are read and put into the vault."""
