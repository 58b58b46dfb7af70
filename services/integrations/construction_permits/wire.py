"""Where the calls of the permit register lie; their shapes are the shared ones."""

SYSTEM = "BXD"  # the He of /api{He}/
