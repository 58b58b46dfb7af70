"""The certification authorities: roots, revocation lists, OCSP."""
