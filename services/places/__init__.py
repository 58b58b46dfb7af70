"""Provinces and communes (tỉnh, xã, phường), present and former, and their successors."""
