"""What a message says, its fields named in words and in an order one reads (O12)."""

import re
from collections.abc import Iterable

from dvc_app.wording import sync_fields as wording

BETWEEN = " › "
PLACED = re.compile(r"^(?P<name>.*?)(?: (?P<place>\d+))?$")
GROUPS = (
    wording.DOSSIER,
    wording.ASSISTANCE,
    wording.PERMIT,
    wording.CIVIL,
    wording.PAPERS,
)
ORDER = {name: rank for rank, name in enumerate(n for group in GROUPS for n in group)}
OF_PERSON = {name: rank for rank, name in enumerate(wording.CIVIL)}
PERSONS = {person: rank for rank, person in enumerate(wording.PEOPLE)}
LAST = len(ORDER)
DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
MOMENT = re.compile(r"(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d")
Rank = tuple[int, int, int]


def said_rows(said: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return every field with its name in words; one without words keeps its own."""
    lines = [(path.split(BETWEEN), value) for path, value in said]
    inner = [(_without_wrappers(path), value) for path, value in lines]
    ordered = sorted(inner, key=lambda line: [_rank(part) for part in line[0]])
    return [(_words(path), _value(value)) for path, value in ordered]


def _value(said: str) -> str:
    """Return their moments (20261123065122) and days (2026-11-05) as one reads them."""
    if found := MOMENT.fullmatch(said):
        return "{3}:{4} {2}/{1}/{0}".format(*found.groups())
    return DAY.sub(r"\3/\2/\1", said)


def field_words(field: str) -> str:
    """Return one of their fields in words, as a refusal names it."""
    return _words(_without_wrappers(re.split(r" › |\.", field)))


def _without_wrappers(path: list[str]) -> list[str]:
    return path[1:] if len(path) > 1 and path[0] in wording.WRAPPERS else path


def _words(path: Iterable[str]) -> str:
    return BETWEEN.join(_part(part) for part in path)


def _part(part: str) -> str:
    name, place = _named(part)
    person, what = _of_person(name)
    words = wording.NAMES.get(what, name)
    if person:
        about = wording.PEOPLE[person]
        words = wording.OF_PERSON.format(
            person=about, what=words[:1].lower() + words[1:]
        )
    return f"{words} {place}" if place else words


def _rank(part: str) -> Rank:
    """Order the dossier before people, people by name, lists by their place."""
    name, place = _named(part)
    person, what = _of_person(name)
    order = OF_PERSON if person else ORDER
    about = 1 + PERSONS[person] if person else 0
    return about, order.get(what, LAST), int(place or 0)


def _named(part: str) -> tuple[str, str]:
    found = PLACED.match(part)
    assert found is not None  # it matches any text
    return found["name"], found["place"] or ""


def _of_person(name: str) -> tuple[str, str]:
    """Split “meHoTen” into whom and what; “maDonVi” is about nobody."""
    for person in wording.PEOPLE:
        rest = name.removeprefix(person)
        if rest != name and rest in wording.NAMES:
            return person, rest
    return "", name[:1].upper() + name[1:] if name[:1].islower() else name
