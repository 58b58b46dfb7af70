"""The mobile carriers: whose number it is (thuê bao di động)."""
