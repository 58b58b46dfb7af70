"""The civil status registry (hộ tịch điện tử, Ministry of Justice)."""
