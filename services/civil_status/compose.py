"""A declaration from what the citizen handed in and what the officer filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from services.civil_status.codes import code_of, module_of, spell_day, tables
from services.core.clock import local
from services.dossiers.form_answers import check_by
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.eforms.current_eform import stored_definition
from services.eforms.definition import EformDefinition, FieldKind
from services.outbox.courier import CannotSay
from services.outbox.models import Outward
from services.places.models import Place
from services.province import Province
from services.work import Work

Fields = dict[str, Any]  # Any: JSON, by their names
DAYS = (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE)
INTERLINKED = "LT"  # begins the module of a bundle's leg


def compose_declaration(work: Work, dossier: Dossier, note: str = "") -> Fields:
    """Return the declaration in their names; CannotSay for what they need.

    `note` is what the officer adds when they asked for more.
    """
    unit = str(dossier.frozen["unit"]["code"])
    module = module_of(str(dossier.frozen["procedure_code"]))
    if not module:
        raise CannotSay("module")
    fields = _fields(work, dossier)
    if note:
        fields["ghiChu"] = "; ".join(filter(None, (fields.get("ghiChu"), note)))
    if birth := fields.get("nksNgaySinh"):
        fields["nksNgaySinhBangChu"] = spell_day(date.fromisoformat(birth))
    fields["noiDangKy"] = unit_code(work.province, unit)
    for name in tables()["required"][module]:
        if not fields.get(name):
            raise CannotSay(name)
    received = local(dossier.received_at or work.now)
    head = {
        "maDonVi": unit_code(work.province, unit),
        "ngayTiepNhan": f"{received:%d/%m/%Y %H:%M:%S}",
    }
    bundle = _declaration_code(work.session, dossier)
    if bundle:
        own = {"module": INTERLINKED + module, "maHoSoLT": bundle}
        return head | own | {"maHoSoMCDT": dossier.code, "hoSo": fields}
    return head | {"module": module, "maHoSo": dossier.code, "hoSo": fields}


def unit_code(province: Province, agency_code: str) -> str:
    """Return the registry's number of a unit: the profile's, else our own digits."""
    own = province.profile.get("systems", {}).get(str(Outward.CIVIL_STATUS), {})
    found = own.get("units", {}).get(agency_code, "")
    digits = "".join(letter for letter in agency_code if letter.isdecimal())
    if not (found or digits):
        raise CannotSay("maDonVi")
    return str(found or digits)


def _fields(work: Work, dossier: Dossier) -> Fields:
    form = read_snapshot(dossier).form
    definition = stored_definition(work.session, dossier.eform_id)
    if form is None or definition is None:
        raise CannotSay("data")
    answers = form.answers | dossier.office_answers
    office = check_by(work, definition, answers, is_office=True)
    values = form.values | office.values
    provinces = _provinces(work.session, values)
    return _named(definition, values, provinces)


def _named(
    definition: EformDefinition, values: Mapping[str, Any], provinces: Mapping[str, str]
) -> Fields:
    """Return what was answered by their names, in the order of the form."""
    found: Fields = {}
    for field in definition.fields():
        value = values.get(field.code)
        if not field.contract or value in (None, ""):
            continue
        if field.kind is FieldKind.ADDRESS:
            found[field.contract] = _address(value, provinces)
        elif field.kind is FieldKind.TICK:
            found[field.contract] = "1" if value else "0"
        elif field.kind in DAYS:
            found[field.contract] = str(value)
        else:
            found[field.contract] = code_of(field.contract, str(value))
    return found


def _address(value: Mapping[str, str], provinces: Mapping[str, str]) -> Fields:
    """Return the two levels there are; maHuyen is empty since 2025."""
    commune = value.get("commune", "")
    return {
        "maTinh": provinces.get(commune, ""),
        "maHuyen": None,
        "maXa": commune,
        "dcChiTiet": value.get("detail") or value.get("old", ""),
    }


def _provinces(session: Session, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the province's code of every commune that is named, in one statement."""
    codes = {v["commune"] for v in values.values() if isinstance(v, dict)} - {""}
    query = select(Place.code, Place.parent_code).where(col(Place.code).in_(codes))
    return dict(session.exec(query).all()) if codes else {}


def _declaration_code(session: Session, dossier: Dossier) -> str:
    if dossier.declaration_id is None:
        return ""
    query = select(Dossier.code).where(Dossier.id == dossier.declaration_id)
    return session.exec(query).one() or ""
