"""Which request a bank transfer speaks of, however its words were mangled."""

import re
import unicodedata

NAMED = re.compile(r"(?=TTHC([0-9]{14}))")  # what our QR says
BARE = re.compile(
    r"(?=(20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{6}))"
)
LONGEST = 500  # signs that are read


def invoice_numbers(words: str) -> tuple[str, ...]:
    """Return the invoice numbers the words may name, the likeliest ones alone.

    Banks write in capitals, put their own number before and after, cut the end,
    break lines and set spaces or dots anywhere. So only letters and digits count.
    Fourteen digits that begin like one of our moments are tried where the letters
    before them were lost.
    """
    wide = unicodedata.normalize("NFKC", words[:LONGEST]).upper()
    plain = re.sub(r"[^A-Z0-9]", "", wide)
    for pattern in (NAMED, BARE):
        if found := dict.fromkeys(pattern.findall(plain)):
            return tuple(found)
    return ()


def same_account(one: str, other: str) -> bool:
    """Tell whether two ways of writing an account number mean the same one."""
    first, second = (re.sub(r"[\W_]", "", text).upper() for text in (one, other))
    return bool(first) and first == second
