"""Two units, two citizens with dossiers, and one person of every kind."""

import dataclasses
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

from sqlmodel import Session, select

from services.accounts.keys import token_hash
from services.accounts.models import Account, SignInSession
from services.accounts.open_session import Device, open_session
from services.core import clock
from services.files.models import StoredFile
from services.work import Role, Work
from tests.conftest import make_work
from tests.factories import dossiers as factory
from tests.factories.dossiers import make_ready_draft, make_submitted
from tests.factories.files import make_stored_file
from tests.factories.processing import (
    Desk,
    dossier_of,
    make_account_officer,
    make_desk,
    make_ready,
    make_result_file,
)
from tests.walls.portal import Portal, new_cookie

PDF = b"%PDF-1.4\n% the bytes of a file in a test\n%%EOF\n"
PRINCIPALS = (
    "anonymous",
    "owner",
    "other_citizen",
    "officer_same_unit",
    "officer_other_agency",
    "leader",
    "administrator",
)


@dataclass(frozen=True)
class Things:
    """What one citizen has, and marks that only their own data bear."""

    account_id: UUID
    session_id: UUID
    draft_id: UUID
    submitted_code: str
    ready_code: str
    files: dict[str, UUID]  # by kind
    marks: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """Everybody's accounts, and the things of the two citizens."""

    accounts: dict[str, UUID]
    owners: Things
    others: Things

    def foreign_to(self, principal: str) -> Things:
        """Return the things this principal has no part in."""
        outside = ("owner", "officer_same_unit", "leader")
        return self.others if principal in outside else self.owners

    def own_of(self, principal: str) -> Things:
        """Return the things nearest to this principal."""
        outside = ("other_citizen", "officer_other_agency")
        return self.others if principal in outside else self.owners


def build_world(portal: Portal) -> World:
    """Make everything in the portal's own database and store."""
    with Session(portal.engine, expire_on_commit=False) as session, session.begin():
        work = make_work(session, portal.folder / "files", clock.now())
        ours, theirs = make_desk(session), make_desk(session)
        here, there = ours.filing.agency.id, theirs.filing.agency.id
        officers = {
            "officer_same_unit": make_account_officer(
                session, here, Role.INTAKE, Role.PROCESSING
            ),
            "officer_other_agency": make_account_officer(
                session, there, Role.INTAKE, Role.PROCESSING
            ),
            "leader": make_account_officer(session, here, Role.APPROVER),
            "administrator": make_account_officer(session, None, Role.ADMINISTRATOR),
        }
        accounts = {name: actor.account_id for name, actor in officers.items()}
        return World(
            {name: number for name, number in accounts.items() if number}
            | {
                "owner": ours.filing.account.id,
                "other_citizen": theirs.filing.account.id,
            },
            _things(work, ours, ("Lường Thị Mốc Xanh", "0900 000 801")),
            _things(work, theirs, ("Hoàng Văn Mốc Đỏ", "0900 000 802")),
        )


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


def _things(work: Work, desk: Desk, marks: tuple[str, str]) -> Things:
    name, phone = marks
    typed = {"submitter_name": name, "submitter_phone": phone}
    account = desk.filing.account
    with patch.dict(factory.ANSWERS, typed):
        draft = make_ready_draft(work.session, desk.filing)
        submitted = make_submitted(work, desk.filing).code
        ready = make_ready(work, desk)
        handed_in, opened = dossier_of(work, submitted), dossier_of(work, ready)
    return Things(
        account_id=account.id,
        session_id=_session(work, account),
        draft_id=draft.id,
        submitted_code=submitted,
        ready_code=ready,
        files={
            "attachment_of_draft": _file(work, account.id, draft.id),
            "attachment_of_submitted": _file(
                work, account.id, handed_in.id, sealed_at=work.now
            ),
            "result_before_ready": _result(work, submitted, desk),
            "result_when_ready": _kept(work, opened.id),
        },
        marks=marks,
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
    return _store(work, work.session.get_one(StoredFile, number))


def _kept(work: Work, dossier: UUID) -> UUID:
    chosen = select(StoredFile).where(
        StoredFile.subject_id == dossier, StoredFile.slot == "result"
    )
    file = work.session.exec(chosen).one()
    file.has_thumbnail = True
    return _store(work, file)


def _store(work: Work, file: StoredFile) -> UUID:
    work.storage.put(file.key, PDF)
    work.storage.put(file.thumbnail_key, PDF)
    work.session.add(file)
    work.session.flush()
    return file.id
