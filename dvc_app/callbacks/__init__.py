"""Plain HTTP addresses: sign-in, files, papers, health."""
