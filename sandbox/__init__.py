"""Stand-ins for the outside systems: real HTTP, invented people, faults on demand."""
