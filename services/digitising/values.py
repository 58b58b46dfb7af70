"""What a value looks like on paper: where it lies in a line, and how it is written."""

import re
from collections.abc import Callable
from datetime import date

from services.core.text import clean, strip_marks

Span = tuple[int, int]
Found = tuple[str, Span]  # the value as it is written here, and where it stood

# A letter with or without its mark: a machine loses marks, and a person forgets them.
WRITTEN_DAY = re.compile(
    r"ng\wy\s*[:.]?\s*(\d{1,2})\s*th\wng\s*(\d{1,2})\s*n\wm\s*(\d{4})",
    re.IGNORECASE,
)
PLAIN_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
NUMBER = re.compile(r"[^\W\d_]{0,3}\s?\d\w*(?:\s?[-/.]\s?\w+)*")
PERSON = re.compile(r"(?<!\d)(?:\d{12}|\d{3} \d{3} \d{3} \d{3}|\d{9})(?!\d)")
BUSINESS = re.compile(r"(?<!\d)(?:\d{10}(?:-\d{3})?|\d{2}[A-Z]\d{6,9}|\d{12,13})(?!\d)")
COUNT = re.compile(r"\d{1,5}")
AREA = re.compile(r"\d[\d.,]*\s?(?:m2|m²|ha|m\?)?", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:[ ’'-][^\W\d_][^\W\d_’'-]*)+")
WORD = re.compile(r"\w+")
LONGEST = 200
FIRST_YEAR = 1900


def read_day(text: str) -> Found | None:
    """Find a day, in figures or in words."""
    for pattern in (WRITTEN_DAY, PLAIN_DAY):
        if found := pattern.search(text):
            day, month, year = (int(part) for part in found.groups())
            try:
                real = date(year, month, day)
            except ValueError:
                return None
            written = f"{real:%d/%m/%Y}"
            return (written, found.span()) if year >= FIRST_YEAR else None
    return None


def read_name(text: str) -> Found | None:
    """Find the name of a person: letters only, each word with a capital."""
    found = NAME.search(text)
    if found is None:
        return None
    words = found[0].split(" ")
    kept = [word for word in words if word[:1].isupper()]
    if len(kept) < 2 or len(kept) < len(words):
        kept = words[: _capitals(words)]
    if len(kept) < 2:
        return None
    name = " ".join(kept)
    shown = name.title() if name.isupper() else name
    return shown, (found.start(), found.start() + len(name))


def read_line(text: str) -> Found | None:
    """Take the whole of what is left."""
    value = clean(text).strip(" .,;:-_…")[:LONGEST]
    if not value or not any(letter.isalnum() for letter in value):
        return None
    start = max(text.find(value[:4]), 0)
    return value, (start, start + len(value))


def read_number(text: str) -> Found | None:
    """Find a number with its sign, such as 128/QĐ-UBND."""
    found = NUMBER.search(text)
    if found is None:
        return None
    value = re.sub(r"\s?([-/.])\s?", r"\1", found[0]).strip(" .-/")
    return (value, found.span()) if value else None


def read_person_number(text: str) -> Found | None:
    """Find a personal number of twelve digits, or an old one of nine."""
    return _matched(PERSON, text, " ")


def _capitals(words: list[str]) -> int:
    """Return how many of the first words begin with a capital."""
    count = 0
    for word in words:
        if not word[:1].isupper():
            break
        count += 1
    return count


def _matched(pattern: re.Pattern[str], text: str, dropped: str = "") -> Found | None:
    found = pattern.search(text)
    if found is None:
        return None
    value = found[0].strip()
    return (value.replace(dropped, "") if dropped else value), found.span()


READERS: dict[str, Callable[[str], Found | None]] = {
    "day": read_day,
    "name": read_name,
    "line": read_line,
    "number": read_number,
    "person_number": read_person_number,
    "business_number": lambda text: _matched(BUSINESS, text),
    "count": lambda text: _matched(COUNT, text),
    "area": lambda text: _matched(AREA, text),
    "word": lambda text: _matched(WORD, text),
}


def same_value(one: str, other: str) -> bool:
    """Say whether two spellings are one value: case and spaces do not count."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return "".join(clean(text).casefold().split())


def folded_token(word: str) -> str:
    """Return a word of a line as labels are compared: no marks, no points around it."""
    bare = strip_marks(word).casefold().strip(":.,;()*-–_…“”\"'")
    return bare.strip()
