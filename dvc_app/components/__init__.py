"""Drawing functions that two pages share."""
