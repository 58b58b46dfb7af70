"""Questions to registers of ministries that only answer (C26, O14)."""
