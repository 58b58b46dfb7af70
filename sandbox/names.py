"""Names in the forms the outside systems compare them in."""

import unicodedata


def spelling(name: str) -> str:
    """Return the name so that capitals, spaces and the way accents are typed agree."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def bare(name: str) -> str:
    """Return the name in capitals without marks, as registers compare it."""
    apart = unicodedata.normalize("NFD", name.upper().replace("\u0110", "D"))
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(plain.split())
