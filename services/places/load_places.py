"""Writes the tables of places from the files beside; the same files change nothing."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import delete, insert, text
from sqlmodel import select

from services.places.models import FormerPlace, Place, PlaceLevel, PlacesVersion
from services.places.words import key_of, spelt
from services.work import Work

FOLDER = Path(__file__).parent
FILES = (FOLDER / "places.csv", FOLDER / "former.csv", FOLDER / "words.py")
TWO_LEVELS = date(2025, 7, 1)  # Luật 72/2025/QH15: no districts from this day on
LAST_OF_THREE = date(2025, 6, 30)
NAMES = UUID("0f6d8f0a-6f0e-5c7e-8a57-3b8f1a2f7c11")  # ids of rows follow from codes
BATCH = 2_000
LOCK = 7_206_014
Row = dict[str, Any]  # Any: columns of every type


def load_places(work: Work) -> int:
    """Write the places in force and the former ones; return how many were written."""
    work.session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": LOCK})
    version = work.session.exec(select(PlacesVersion)).first()
    digest = _digest()
    if version and version.digest == digest:
        return 0
    present, former = list(_present()), list(_former())
    for table, rows in ((Place, present), (FormerPlace, former)):
        work.session.execute(delete(table))
        for start in range(0, len(rows), BATCH):
            work.session.execute(insert(table), rows[start : start + BATCH])
    version = version or PlacesVersion(id=uuid5(NAMES, "version"), digest=digest)
    version.digest = digest
    work.session.add(version)
    work.session.flush()
    return len(present) + len(former)


def _present() -> Iterator[Row]:
    provinces: dict[str, str] = {}
    for line in _read("places.csv"):
        full = f"{line['kind']} {line['name']}"
        above = provinces.get(line["parent"], "")
        if not above:
            provinces[line["code"]] = full
        yield {
            "id": uuid5(NAMES, line["code"]),
            "code": line["code"],
            "name": line["name"],
            "full_name": full,
            "level": PlaceLevel.COMMUNE if above else PlaceLevel.PROVINCE,
            "parent_code": line["parent"],
            "folded": spelt(f"{full} {above}"),
            "valid_from": TWO_LEVELS,
        }


@dataclass(frozen=True)
class _Above:
    """A former district or province, with the keys it is found by."""

    name: str
    keys: list[str]
    parent: str


def _former() -> Iterator[Row]:
    provinces_now = {line["code"]: line["parent"] for line in _read("places.csv")}
    above: dict[str, _Above] = {}
    for line in _read("former.csv"):
        name = f"{line['kind']} {line['name']}"
        keys = _keys(line)
        above[line["code"]] = _Above(name, keys, line["parent"])
        if not line["now"]:
            continue
        # An island district has no wards: it stands for itself.
        is_district = line["parent"] in above and not above[line["parent"]].parent
        district = above[line["code"] if is_district else line["parent"]]
        province = above[district.parent]
        successors = line["now"].split("|")
        yield {
            "id": uuid5(NAMES, "former " + line["code"]),
            "code": line["code"],
            "name": name,
            "district": district.name,
            "province": province.name,
            "folded": spelt(f"{name} {district.name} {province.name}"),
            "keys": keys,
            "district_keys": district.keys,
            "province_keys": province.keys,
            "province_code": provinces_now[successors[0]],
            "successors": successors,
            "valid_to": LAST_OF_THREE,
        }


def _keys(line: dict[str, str]) -> list[str]:
    others = [key_of("", also) for also in line["also"].split("|") if also]
    return list(dict.fromkeys([key_of(line["kind"], line["name"]), *others]))


def _read(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _digest() -> str:
    whole = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in FILES)
    return hashlib.sha256(whole).hexdigest()
