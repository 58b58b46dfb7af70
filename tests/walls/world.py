"""Two units, two citizens with dossiers, and one person of every kind."""

import dataclasses
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import httpx
from sqlmodel import Session, select, update

from dvc_app import routes
from services.accounts.keys import token_hash
from services.accounts.models import Account, SignInSession
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, open_session
from services.core import clock
from services.core.clock import local_day
from services.delegations.models import Delegation
from services.dossiers.models import Dossier
from services.files.models import StoredFile
from services.work import Actor, Role, Work
from tests.conftest import make_work
from tests.factories import dossiers as factory
from tests.factories.accounts import password_hash
from tests.factories.delegations import filed_under, make_delegation
from tests.factories.dossiers import make_citizen, make_ready_draft, make_submitted
from tests.factories.files import make_stored_file
from tests.factories.processing import (
    Desk,
    dossier_of,
    make_account_officer,
    make_desk,
    make_ready,
    make_result_file,
)
from tests.walls.later import Filed, Later, make_later
from tests.walls.office import Manned, Office, make_office, make_slip, without
from tests.walls.portal import Portal, new_cookie

PDF = b"%PDF-1.4\n% the bytes of a file in a test\n%%EOF\n"
PRINCIPALS = (
    "anonymous",
    "owner",
    "other_citizen",
    "delegate",
    "expired_delegate",
    "officer_same_unit",
    "officer_other_agency",
    "leader",
    "administrator",
)
Browsers = dict[str, httpx.Client]  # by kind of person
# Pages that say more about a dossier the office waits for.
ABOUT_ASKED = {routes.SUPPLEMENT, routes.ASK_SUPPLEMENT, routes.WITHDRAW}
# Pages about a dossier in work, about one whose paper is kept, and of the counter.
ABOUT_DECIDED = {
    routes.REFUSE,
    routes.SUSPEND,
    routes.EXTEND,
    routes.STOP,
    routes.TRANSFER,
    routes.DRAFT_RESULT,
}
ABOUT_READY = {routes.STORE, routes.CORRECT_RESULT}
AT_COUNTER = {routes.COUNTER_DRAFT}
CITIZENS = ("owner", "other_citizen", "delegate", "expired_delegate")


@dataclass(frozen=True)
class Staff:
    """What a unit's officers have; by itself, the names of what never was."""

    agency_id: UUID = field(default_factory=uuid4)
    officer_id: UUID = field(default_factory=uuid4)  # a colleague nobody acts as
    post_id: UUID = field(default_factory=uuid4)  # of an officer somebody acts as
    lent_post_id: UUID = field(
        default_factory=uuid4
    )  # that post, lent to the colleague
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Things:
    """What one citizen has, and marks that only their own data bear."""

    account_id: UUID
    session_id: UUID
    draft_id: UUID
    submitted_code: str
    ready_code: str
    delegation_id: UUID
    files: dict[str, UUID]  # by kind
    marks: tuple[str, ...]
    staff: Staff = field(default_factory=Staff)  # of the unit that handles them
    later: Later = field(default_factory=Later)
    office: Office = field(default_factory=Office)  # of that unit's officer

    @property
    def all_marks(self) -> tuple[str, ...]:
        """Return the marks of the citizen, of the staff and of the desk."""
        return self.marks + self.staff.marks + self.office.marks

    def code_on(self, route: str) -> str:
        """Return the dossier that a page of this route is about."""
        if route in ABOUT_DECIDED:
            return self.office.decided_code
        if route in ABOUT_READY:
            return self.ready_code
        return self.later.asked_code if route in ABOUT_ASKED else self.submitted_code

    def draft_on(self, route: str) -> UUID:
        """Return the draft that a page of this route is about."""
        is_counter = route in AT_COUNTER
        return self.office.counter_draft_id if is_counter else self.draft_id

    def parts_of(self, route: str) -> dict[str, str]:
        """Return what fills the gaps of a route."""
        return {
            "draft": str(self.draft_on(route)),
            "process": str(self.office.process_id),
            "form": self.office.form_code,
            "opinion": str(self.office.opinion_id),
            "message": str(self.office.message_id),
            "agency": self.office.agency_code,
            "don-vi": self.office.agency_code,
            "code": self.code_on(route),
            "account": str(self.staff.officer_id),
            "document": str(self.later.document_id),
            "key": str(self.later.cosign_id),
            "request": self.later.due_key,
            "due": str(self.later.due_id),
        }

    def path_of(self, route: str) -> str:
        """Return the address of the page on these things."""
        return routes.fill(route, **self.parts_of(route))


@dataclass(frozen=True)
class World:
    """Everybody's accounts, the things of the two citizens, and what was filed
    for the owner by somebody who still may and by somebody whose right ended."""

    accounts: dict[str, UUID]
    owners: Things
    others: Things
    acted: Things  # by the delegate, for the owner
    formerly: Things  # by the expired delegate, for the owner

    def foreign_to(self, principal: str) -> Things:
        """Return the things this principal has no part in.

        A delegate has none in what the owner filed alone; an expired one has
        none any more in what they filed themselves, but for their draft. A unit's
        administrator has none in dossiers, nor in officers of another unit.
        """
        if principal == "administrator":
            office = without(self.owners.office)
            staff = self.others.staff
            return dataclasses.replace(self.owners, staff=staff, office=office)
        if principal == "expired_delegate":
            drafts = {"attachment_of_draft": self.owners.files["attachment_of_draft"]}
            return dataclasses.replace(
                self.formerly,
                draft_id=self.owners.draft_id,
                session_id=self.owners.session_id,
                staff=self.owners.staff,
                office=self.owners.office,
                delegation_id=self.owners.delegation_id,
                files=self.formerly.files | drafts,
                later=dataclasses.replace(
                    self.owners.later,
                    asked_code=self.formerly.later.asked_code,
                    request_id=self.formerly.later.request_id,
                    point_id=self.formerly.later.point_id,
                ),
            )
        outside = ("owner", "officer_same_unit", "leader")
        return self.others if principal in outside else self.owners

    def own_of(self, principal: str) -> Things:
        """Return the things nearest to this principal."""
        by_delegates = {"delegate": self.acted, "expired_delegate": self.formerly}
        if principal in by_delegates:
            return by_delegates[principal]
        outside = ("other_citizen", "officer_other_agency")
        return self.others if principal in outside else self.owners


def missing() -> Things:
    """Return the names of things that never were."""
    code = "H55.999-200101-0001"
    files = {"attachment_of_draft": uuid4(), "attachment_of_submitted": uuid4()}
    return Things(uuid4(), uuid4(), uuid4(), code, code, uuid4(), files, ())


def build_world(portal: Portal) -> World:
    """Make everything in the portal's own database and store."""
    with Session(portal.engine, expire_on_commit=False) as session, session.begin():
        work = make_work(session, portal.folder / "files", clock.now())
        ours, theirs = make_desk(session), make_desk(session)
        here, there = ours.filing.agency.id, theirs.filing.agency.id
        officers = _officers(session, here, there)
        people = {
            "owner": ours.filing.account,
            "other_citizen": theirs.filing.account,
            "delegate": make_citizen(session, full_name="Vi Thị Làm Thay"),
            "expired_delegate": make_citizen(session, full_name="Vi Văn Hết Hạn"),
        }
        session.execute(update(Account).values(password_hash=password_hash()))
        accounts = {name: actor.account_id for name, actor in officers.items()}
        owners = _things(work, ours, ("Lường Thị Mốc Xanh", "0900 000 801"))
        others = _things(work, theirs, ("Hoàng Văn Mốc Đỏ", "0900 000 802"))
        intake = officers["officer_same_unit"], officers["officer_other_agency"]
        owners = _manned(work, owners, Manned(ours, intake[0]), "Mùa Thị Mốc Ngọc")
        others = _manned(work, others, Manned(theirs, intake[1]), "Mùa Thị Mốc Hồng")
        at_home = _staff(session, officers["officer_same_unit"], "Lê Văn Mốc Chàm")
        away = _staff(session, officers["officer_other_agency"], "Lê Văn Mốc Cam")
        return World(
            {name: number for name, number in accounts.items() if number}
            | {name: account.id for name, account in people.items()},
            dataclasses.replace(owners, staff=at_home),
            dataclasses.replace(others, staff=away),
            _filed_for(work, ours, people["delegate"], "Lý Thị Mốc Vàng"),
            _expire(
                work,
                _filed_for(work, ours, people["expired_delegate"], "Lý Thị Mốc Tím"),
            ),
        )


def _officers(session: Session, here: UUID, there: UUID) -> dict[str, Actor]:
    """Return an officer of every kind that the matrix asks about."""
    return {
        "officer_same_unit": make_account_officer(
            session, here, Role.INTAKE, Role.PROCESSING
        ),
        "officer_other_agency": make_account_officer(
            session, there, Role.INTAKE, Role.PROCESSING
        ),
        "leader": make_account_officer(session, here, Role.APPROVER),
        "administrator": make_account_officer(session, here, Role.ADMINISTRATOR),
    }


def sign_in(portal: Portal, world: World, principal: str) -> str:
    """Return the cookie of a browser in which this person is signed in."""
    if principal == "anonymous":
        return new_cookie()
    with Session(portal.engine, expire_on_commit=False) as session, session.begin():
        work = make_work(session, portal.folder / "files", clock.now())
        visitor = dataclasses.replace(work.actor, browser=token_hash(new_cookie()))
        account = session.get_one(Account, world.accounts[principal])
        work = dataclasses.replace(work, actor=visitor)
        return open_session(work, account, Device("Firefox, Linux")).token


def session_of(portal: Portal, cookie: str) -> UUID:
    """Return the id of the session behind a cookie."""
    with Session(portal.engine) as session:
        kept = SignInSession.token_hash == token_hash(cookie)
        return session.exec(select(SignInSession).where(kept)).one().id


def _manned(work: Work, made: Things, manned: Manned, mark: str) -> Things:
    """Return the things with what the unit's officer has besides."""
    codes = made.submitted_code, made.ready_code
    manned = dataclasses.replace(manned, mark=made.marks[0])
    office, files = make_office(work, manned, mark, codes)
    kept = {kind: _stored(work, number) for kind, number in files.items()}
    return dataclasses.replace(made, files=made.files | kept, office=office)


def _staff(session: Session, officer: Actor, mark: str) -> Staff:
    """Return an officer's post, and the colleague it is lent to."""
    assert officer.agency_id
    assert officer.post_id
    colleague = make_account_officer(
        session, officer.agency_id, Role.PROCESSING, name=mark
    )
    assert colleague.account_id
    lent = OfficerPost(
        account_id=colleague.account_id,
        agency_id=officer.agency_id,
        roles=[str(Role.INTAKE)],
        lent_by_post_id=officer.post_id,
        starts_at=clock.now() - timedelta(days=1),
        ends_at=clock.now() + timedelta(days=9),
        granted_at=clock.now(),
        confirmed_at=clock.now(),
    )
    session.add(lent)
    session.flush()
    return Staff(
        officer.agency_id, colleague.account_id, officer.post_id, lent.id, (mark,)
    )


def _filed_for(work: Work, desk: Desk, delegate: Account, mark: str) -> Things:
    """Return what the delegate filed at this desk for its citizen."""
    now = local_day(work.now)
    right = make_delegation(
        work.session, delegate, desk.filing.account, starts_on=now, ends_on=now
    )
    at_desk = dataclasses.replace(
        desk, filing=dataclasses.replace(desk.filing, account=delegate)
    )
    made = _things(work, at_desk, (mark, "0900 000 803"), **filed_under(right))
    manned = Manned(desk, desk.intake, mark, filed_under(right))
    refused, key = make_slip(work, dataclasses.replace(manned, desk=at_desk))
    office = Office(refused_code=refused, slip_key=key)
    return dataclasses.replace(
        made, delegation_id=right.id, marks=(mark,), office=office
    )


def _expire(work: Work, made: Things) -> Things:
    """Let the right end before today; the draft's own words stay the delegate's."""
    right = work.session.get_one(Delegation, made.delegation_id)
    right.starts_on = right.ends_on = local_day(work.now) - timedelta(days=1)
    draft = work.session.get_one(Dossier, made.draft_id)
    draft.answers = dict(factory.ANSWERS)
    work.session.add_all([right, draft])
    work.session.flush()
    return made


def _things(work: Work, desk: Desk, marks: tuple[str, str], **columns: Any) -> Things:
    # Any: columns of every dossier that is made.
    name, phone = marks
    typed = {"submitter_name": name, "submitter_phone": phone}
    account = desk.filing.account
    granted = make_delegation(work.session, make_citizen(work.session), account)
    with patch.dict(factory.ANSWERS, typed):
        draft = make_ready_draft(work.session, desk.filing, **columns)
        submitted = make_submitted(work, desk.filing, **columns).code
        ready = make_ready(work, desk, **columns)
        handed_in, opened = dossier_of(work, submitted), dossier_of(work, ready)
    right = {"delegation_id": columns.get("delegation_id")}
    later, files = make_later(
        work, Filed(desk, draft.id, handed_in, opened, name, columns)
    )
    return Things(
        account_id=account.id,
        session_id=_session(work, account),
        draft_id=draft.id,
        submitted_code=submitted,
        ready_code=ready,
        delegation_id=granted.id,
        files={
            "attachment_of_draft": _file(work, account.id, draft.id, **right),
            "attachment_of_submitted": _file(
                work, account.id, handed_in.id, sealed_at=work.now, **right
            ),
            "result_before_ready": _result(work, submitted, desk),
            "result_when_ready": _kept(work, opened.id),
        }
        | {kind: _stored(work, number) for kind, number in files.items()},
        marks=marks,
        later=later,
    )


def _session(work: Work, account: Account) -> UUID:
    visitor = dataclasses.replace(work.actor, browser=token_hash(uuid4().hex))
    working = dataclasses.replace(work, actor=visitor)
    opened = open_session(working, account, Device("Safari, iOS"))
    kept = SignInSession.token_hash == token_hash(opened.token)
    return work.session.exec(select(SignInSession).where(kept)).one().id


def _file(work: Work, owner: UUID, dossier: UUID, **values: Any) -> UUID:
    file = make_stored_file(work.session, owner, dossier, has_thumbnail=True, **values)
    return _store(work, file)


def _result(work: Work, code: str, desk: Desk) -> UUID:
    number = make_result_file(work, code, desk.handler, has_thumbnail=True)
    return _stored(work, number)


def _kept(work: Work, dossier: UUID) -> UUID:
    chosen = select(StoredFile).where(
        StoredFile.subject_id == dossier, StoredFile.slot == "result"
    )
    file = work.session.exec(chosen).one()
    file.has_thumbnail = True
    return _store(work, file)


def _stored(work: Work, number: UUID) -> UUID:
    return _store(work, work.session.get_one(StoredFile, number))


def _store(work: Work, file: StoredFile) -> UUID:
    work.storage.put(file.key, PDF)
    work.storage.put(file.thumbnail_key, PDF)
    work.session.add(file)
    work.session.flush()
    return file.id
