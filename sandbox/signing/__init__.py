"""Certificates: a certification authority, and the services that hold people's keys."""
