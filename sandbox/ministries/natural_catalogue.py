"""What the environment ministry's filing pages offer: units, procedures, people."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import scenarios
from sandbox.ministries.interlinked_papers import paper

FILE = Path(scenarios.__file__).with_name("natural_resources.toml")

Row = dict[str, Any]  # Any: TOML or JSON


@dataclass(frozen=True)
class Offer:
    """The scenario as it was read."""

    units: tuple[Row, ...]
    procedures: tuple[Row, ...]
    people: tuple[Row, ...]

    def unit(self, code: str) -> Row | None:
        """Return a unit by its code."""
        return next((one for one in self.units if one["code"] == code), None)

    def procedure(self, code: str) -> Row | None:
        """Return a procedure by its code."""
        return next((one for one in self.procedures if one["code"] == code), None)


@dataclass(frozen=True)
class Owner:
    """Chủ hồ sơ, as typed."""

    name: str
    number: str = ""
    born: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    request: str = ""
    by_post: bool = False


@dataclass(frozen=True)
class Handed:
    """A file as it was handed in."""

    component: str
    name: str
    data: bytes


def load_offer(path: Path = FILE) -> Offer:
    """Read the scenario."""
    told = tomllib.loads(path.read_text("utf-8"))
    return Offer(*(tuple(told[name]) for name in ("unit", "procedure", "person")))


def invented(component: str, name: str) -> Handed:
    """Return an invented paper of a component."""
    return Handed(component, f"{component.lower()}.pdf", paper(name.upper(), component))


def dossier_of(procedure: Row, unit: Row, owner: Owner) -> Row:
    """Return HoSo as the pages file it; its code and its moment come later."""
    return {
        "MaTTHC": procedure["code"],
        "TenTTHC": procedure["name"],
        "MaDonVi": unit["code"],
        "DonViXuLy": unit["name"],
        "KenhThucHien": "2",
        "ChuHoSo": owner.name,
        "LoaiDoiTuong": "1",
        "SoGiayToChuHoSo": owner.number,
        "DinhDanhCHS": {"LoaiDinhDanh": "1", "SoDinhDanh": owner.number},
        "NgaySinh": owner.born,
        "DiaChi": owner.address,
        "SoDienThoai": owner.phone,
        "Email": owner.email,
        "TrichYeuHoSo": owner.request or procedure["request"],
        "HinhThuc": "1" if owner.by_post else "0",
    }
