"""Where the calls of the environment ministry lie; their shapes are the shared ones."""

SYSTEM = "TNMT"  # the He of /api{He}/
