"""Acting for others (ủy quyền): a child, a relative, an organisation."""
