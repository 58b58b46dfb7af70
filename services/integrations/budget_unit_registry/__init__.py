"""The codes of units that deal with the state budget (MSNS) behind their port."""
