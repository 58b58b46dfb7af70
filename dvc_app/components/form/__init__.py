"""Fields and forms: uncontrolled inputs with labels, hints and faults."""
