"""Who asks for assistance: what the form says, else what the dossier knows."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot
from services.eforms.current_eform import stored_definition
from services.eforms.definition import EformDefinition, FieldKind
from services.places.models import Place

Fields = dict[str, Any]  # Any: JSON of theirs
DAYS = (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE)
HOME, LIVES = "HKTT", "NOHT"  # nơi thường trú, nơi ở hiện tại
# A public client tells these of the dossier, whatever the form asks.
NOT_OF_THE_FORM = ("LoaiDoiTuong", "HinhThucTra")
CARD_DIGITS = 12
NOBODY: Fields = {
    "HoVaTen": "",
    "NgayThangNamSinh": "",
    "GioiTinhId": "",
    "DanTocId": "",
    "CMND": "",
    "CMND_NgayCap": "",
    "CMND_NoiCap": "",
    "LoaiDinhDanh": "",
    "SoDinhDanh": "",
    "SoDienThoai": "",
    "Email": "",
}


def person_fields(
    session: Session, dossier: Dossier, kept: Snapshot, said: Fields
) -> Fields:
    """Return the person; `said` is HoSo, which names the owner."""
    found = {**NOBODY, **_of_dossier(dossier, kept, said)}
    definition = stored_definition(session, dossier.eform_id)
    homes: dict[str, Mapping[str, str]] = {}
    if definition is not None and kept.form is not None:
        answered, homes = _of_form(definition, kept.form.values)
        found |= answered
    number = str(found["SoDinhDanh"])
    found["CMND"] = found["CMND"] or number
    if len(number) == CARD_DIGITS:
        found["CMND_NoiCap"] = found["CMND_NoiCap"] or _codes("CMND_NoiCap")["card"]
    return {
        **found,
        **_home(session, HOME, homes.get(HOME, {})),
        **_home(session, LIVES, homes.get(LIVES, {})),
        **_place(session, (homes.get(LIVES) or homes.get(HOME) or {})),
    }


def _of_dossier(dossier: Dossier, kept: Snapshot, said: Fields) -> Fields:
    identity = said["DinhDanhCHS"] or {}
    is_owner = kept.acting is None and kept.values.get("same_person") != "no"
    born = dossier.submitter_birth_date if is_owner else None
    return {
        "HoVaTen": said["ChuHoSo"],
        "NgayThangNamSinh": f"{born:%d/%m/%Y}" if born else "",
        "CMND": said["SoGiayToChuHoSo"],
        "LoaiDinhDanh": identity.get("LoaiDinhDanh", ""),
        "SoDinhDanh": identity.get("SoDinhDanh", ""),
        "SoDienThoai": said["SoDienThoai"],
        "Email": said["Email"],
    }


def _of_form(
    definition: EformDefinition, values: Mapping[str, Any]
) -> tuple[Fields, dict[str, Mapping[str, str]]]:
    """Return what was answered by their names, and the addresses."""
    found: Fields = {}
    homes: dict[str, Mapping[str, str]] = {}
    for field in definition.fields():
        name, value = field.contract, values.get(field.code)
        if not name or name in NOT_OF_THE_FORM or value in (None, ""):
            continue
        if field.kind is FieldKind.ADDRESS and isinstance(value, Mapping):
            homes[name] = value
        elif name in NOBODY:
            found[name] = _told(name, field.kind, str(value))
    return found, homes


def _told(name: str, kind: FieldKind, answer: str) -> str:
    if kind in DAYS:
        return _day(answer)
    if name == "DanTocId":
        return answer.lstrip("0")  # their list has no leading zero
    return _codes(name).get(answer, answer)


def _day(iso: str) -> str:
    """Write a day their way; of an old person only the year may be known."""
    try:
        return f"{date.fromisoformat(iso):%d/%m/%Y}"
    except ValueError:
        return iso


def _home(session: Session, prefix: str, value: Mapping[str, str]) -> Fields:
    """Return one address; the level of districts is empty since 2025."""
    place = _place(session, value)
    return {
        **{f"{prefix}_{name}": code for name, code in place.items()},
        f"{prefix}_MaThon": "",
        f"{prefix}_ChiTiet": value.get("detail") or value.get("old", ""),
    }


def _place(session: Session, value: Mapping[str, str]) -> Fields:
    commune = value.get("commune", "")
    query = select(Place.parent_code).where(Place.code == commune)
    province = session.exec(query).first() if commune else ""
    return {"MaTinh": province or "", "MaHuyen": "", "MaXa": commune}


def _codes(name: str) -> Mapping[str, str]:
    return _tables().get(name, {})


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("codes.toml").read_text("utf-8"))
