"""Where the calls of the planning record lie; their shapes are the shared ones."""

SYSTEM = "QuyHoach"  # the He of /api{He}/
