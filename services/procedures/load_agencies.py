"""Writes the agencies of the province's profile; the profile is what is true."""

from typing import Any

from pydantic import BaseModel
from sqlmodel import select

from services.procedures.models import Agency, AgencyLevel
from services.procedures.version import renew_version
from services.procedures.write_facts import stable_id
from services.work import Work


class ProfileAgency(BaseModel):
    """An `[[agency]]` of a profile."""

    code: str
    name: str
    level: AgencyLevel
    parent: str = ""
    address: str = ""
    phone: str = ""
    hours: str = "default"  # key of [hours]
    receiving: bool = False


def load_agencies(work: Work) -> int:
    """Write the agencies of the profile; an agency it no longer names receives no more."""
    profile = work.province.profile
    hours: dict[str, Any] = profile.get("hours", {})
    named = [ProfileAgency.model_validate(one) for one in profile.get("agency", [])]
    known = {row.code: row for row in work.session.exec(select(Agency))}
    for one in sorted(named, key=lambda a: (a.parent != "", a.code)):
        row = known.get(one.code) or Agency(
            id=stable_id("agency", one.code),
            code=one.code,
            name=one.name,
            level=one.level,
        )
        row.name, row.level = one.name, one.level
        row.address, row.phone = one.address, one.phone
        row.hours = str(hours.get(one.hours, one.hours))
        row.is_receiving = one.receiving
        known[one.code] = row
        work.session.add(row)
    work.session.flush()
    for one in named:
        parent = known.get(one.parent)
        known[one.code].parent_id = parent.id if parent else None
    for code in known.keys() - {one.code for one in named}:
        known[code].is_receiving = False
    renew_version(work.session)
    return len(named)
