"""The national catalogue of procedures, in its own capitals."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import scenarios

FILE = Path(scenarios.__file__).with_name("national_procedures.toml")
CODE = re.compile(r"[123]\.\d{6}(\.000\.00\.00)?(\.[HG]\d{2})?(\.\d{2})?")
NATIONAL = 8  # letters of the part that is the same in every province

Row = dict[str, Any]  # Any: TOML or JSON


@dataclass(frozen=True)
class Catalogue:
    """What is known: the procedures of the file whole, others by their code."""

    rows: tuple[Row, ...]
    unknown: frozenset[str]

    def knows(self, code: str) -> bool:
        """Tell whether a dossier of this procedure is taken."""
        return bool(CODE.fullmatch(code)) and code[:NATIONAL] not in self.unknown

    def find(self, code: str) -> Row | None:
        """Return the procedure as LayThuTuc shows it."""
        found = [row for row in self.rows if row["code"] == code[:NATIONAL]]
        return _shown(found[0]) if found else None

    def all(self) -> list[Row]:
        """Return the list as LayDanhSachTTHC shows it: codes and names."""
        return [
            {"MATTHC": row["code"], "TENTTHC": row["name"], "TRANGTHAI": "1"}
            for row in self.rows
        ]

    def sectors(self) -> list[Row]:
        """Return the fields of administration, as LayDanhMucLinhVuc shows them."""
        named = {row["sector"][0]: row for row in self.rows}
        return [
            {"MALINHVUC": c, "TENLINHVUC": r["sector"][1], "MANGANH": r["publisher"]}
            for c, r in sorted(named.items())
        ]

    def units(self) -> list[Row]:
        """Return the units, as LayDanhMucCoQuan shows them."""
        named = {row["unit"][0]: row["unit"][1] for row in self.rows}
        return [
            {"MADONVI": code, "TENDONVI": name, "CAPDONVI": "3"}
            for code, name in sorted(named.items())
        ]


def load_catalogue(path: Path = FILE) -> Catalogue:
    """Read the scenario."""
    told = tomllib.loads(path.read_text("utf-8"))
    return Catalogue(tuple(told["procedure"]), frozenset(told["unknown"]))


def _shown(row: Row) -> Row:
    ways: dict[str, list[Row]] = {}
    for way, code, amount, words in row["fees"]:
        fee = {"MAPHILEPHI": code, "SOTIEN": amount, "DONVI": "đồng", "MOTA": words}
        ways.setdefault(way, []).append(fee)
    return {
        "MATTHC": row["code"],
        "TENTTHC": row["name"],
        "MACOQUANCONGBO": row["publisher"],
        "TRANGTHAI": 1,
        "LINHVUCTHUCHIEN": [
            {"MALINHVUC": row["sector"][0], "TENLINHVUC": row["sector"][1]}
        ],
        "TRINHTUTHUCHIEN": [],
        "CACHTHUCTHUCHIEN": [
            {"KENH": way, "THOIGIAN": [{"MOTA": "", "PHILEPHI": fees}]}
            for way, fees in ways.items()
        ],
        "THANHPHANHOSO": [
            {"GIAYTO": [{"MAGIAYTO": c, "TENGIAYTO": n} for c, n in row["papers"]]}
        ],
        "KETQUATHUCHIEN": [
            {"MAKETQUA": code, "TENKETQUA": name} for code, name in row["results"]
        ],
        "CANCUPHAPLY": [],
        "COQUANTHUCHIEN": [{"MADONVI": row["unit"][0], "TENDONVI": row["unit"][1]}],
        "YEUCAU": None,
        "MOTADOITUONGTHUCHIEN": "",
    }
