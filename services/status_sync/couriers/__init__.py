"""One courier a system: it composes and hands over what the system is owed."""
