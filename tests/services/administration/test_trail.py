"""Reading the trail: within reach, filtered, citizens by initials, and itself recorded."""

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from services.administration.list_units import list_units
from services.administration.read_trail import PAGE, TrailFilter, TrailRow, read_trail
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.clock import local
from services.core.errors import Forbidden
from services.procedures.models import Agency, AgencyLevel
from services.work import Actor, Role, Work
from tests.factories.accounts import make_account, make_officer_account, make_session


def make_agency(session: Session) -> Agency:
    """Return a commune with a code of its own."""
    code = f"H55.98.{uuid4().hex[:4].upper()}"
    agency = Agency(code=code, name=f"Xã {code}", level=AgencyLevel.COMMUNE)
    session.add(agency)
    session.flush()
    return agency


def as_role(work: Work, role: Role, agency_id: UUID | None = None) -> Work:
    """Return the work of somebody new who holds this role."""
    name = f"{role}.{uuid4().hex[:6]}"
    account = make_officer_account(work, role, sign_in_name=name, agency_id=agency_id)
    actor = Actor(
        account_id=account.id,
        is_officer=True,
        agency_id=agency_id,
        roles=frozenset({role}),
    )
    return dataclasses.replace(work, actor=actor)


def rows(work: Work, **wanted: Any) -> list[TrailRow]:  # Any: fields of the filter
    return list(read_trail(work, TrailFilter(**wanted)).rows)


def test_a_unit_s_administrator_reads_what_its_unit_did_and_an_auditor_everything(
    work: Work,
) -> None:
    here, there = make_agency(work.session).id, make_agency(work.session).id
    record(as_role(work, Role.INTAKE, here), "receive")
    record(as_role(work, Role.INTAKE, there), "take_step")

    own = rows(as_role(work, Role.ADMINISTRATOR, here))
    everything = rows(as_role(work, Role.AUDITOR))

    assert [row.act for row in own] == ["receive"]
    assert {"receive", "take_step", "trail.read"} <= {row.act for row in everything}


def test_reading_the_trail_is_an_entry_of_it(work: Work) -> None:
    auditor = as_role(work, Role.AUDITOR)
    read_trail(auditor, TrailFilter(), 2)
    (entry,) = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "trail.read")
    ).all()
    assert entry.account_id == auditor.actor.account_id
    assert entry.details == {"page": 2}


def test_a_citizen_is_named_by_initials_and_an_officer_by_name(work: Work) -> None:
    citizen = make_account(work.session)
    signed_in = dataclasses.replace(work, actor=Actor(account_id=citizen.id))
    record(signed_in, "begin_draft")
    record(as_role(work, Role.INTAKE), "receive", person_id=citizen.id)

    received, begun = (
        rows(as_role(work, Role.AUDITOR), act=act)[0]
        for act in ("receive", "begin_draft")
    )

    assert "Nguyễn" not in begun.actor + received.whom
    assert received.actor == "Lê Thu Hà"
    assert received.whom


def test_who_signs_in_is_found_by_their_name(work: Work) -> None:
    officer = make_officer_account(work, full_name="Nông Thị Sáu", sign_in_name="sau")
    make_session(work, officer)

    found = rows(as_role(work, Role.AUDITOR), text="nong thi")

    assert [(row.act, row.whom) for row in found] == [
        ("session.opened", "Nông Thị Sáu")
    ]
    assert rows(as_role(work, Role.AUDITOR), text="SAU")
    assert rows(as_role(work, Role.AUDITOR), text="%") == []


def test_the_filter_asks_for_act_refusals_and_days(work: Work) -> None:
    auditor = as_role(work, Role.AUDITOR)
    record(work, "receive")
    record(work, "refused", outcome="refused", reason="event:x")
    record(dataclasses.replace(work, now=work.now - timedelta(days=3)), "take_step")
    today = local(work.now).date()

    assert [row.act for row in rows(auditor, is_refused=True)] == ["refused"]
    assert [row.act for row in rows(auditor, act="receive")] == ["receive"]
    before = rows(auditor, until=today - timedelta(days=1))
    assert [row.act for row in before] == ["take_step"]
    since = {row.act for row in rows(auditor, since=today)}
    assert "receive" in since
    assert "take_step" not in since


def test_a_long_trail_is_read_in_pages(work: Work) -> None:
    auditor = as_role(work, Role.AUDITOR)
    for _ in range(PAGE + 1):
        record(work, "receive")

    first = read_trail(auditor, TrailFilter(act="receive"))
    second = read_trail(auditor, TrailFilter(act="receive"), 2)

    assert (len(first.rows), first.has_more) == (PAGE, True)
    assert (len(second.rows), second.has_more) == (1, False)


@pytest.mark.parametrize("role", [Role.INTAKE, Role.PROCESSING, Role.APPROVER])
def test_nobody_else_reads_the_trail(work: Work, role: Role) -> None:
    with pytest.raises(Forbidden):
        rows(as_role(work, role))


def test_units_are_one_s_own_or_all(work: Work) -> None:
    here, there = make_agency(work.session), make_agency(work.session)

    own = list_units(as_role(work, Role.ADMINISTRATOR, here.id))
    everything = list_units(as_role(work, Role.ADMINISTRATOR))

    assert own == [(here.id, here.name)]
    assert {here.id, there.id} <= {number for number, _ in everything}
    with pytest.raises(Forbidden):
        list_units(as_role(work, Role.AUDITOR))
