"""A role taken away while its holder works: no act begun afterwards succeeds (F-22)."""

import dataclasses
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from services.accounts.identify import Knock, identify
from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, open_session
from services.administration.change_standing import lock_account
from services.administration.end_post import end_post
from services.core.errors import ServiceError
from services.officers.end_lent_post import end_lent_post
from services.officers.switch_post import switch_post
from services.processing.save_verdict import save_verdict
from services.work import Actor, Role, Work
from tests.conftest import NOON, make_work
from tests.factories.accounts import visiting
from tests.factories.processing import (
    Desk,
    acting,
    make_account_officer,
    make_desk,
    make_new,
)

THREADS, ENOUGH = 6, 30
DEVICE = Device("Firefox, Linux")


@dataclasses.dataclass(frozen=True)
class Scene:
    """An officer at work in a post lent by another, and who may end it."""

    engine: Engine
    folder: Path
    cookie: str
    code: str
    borrower: Actor
    lender: Actor
    administrator: Actor
    lent_id: UUID

    def work(self, session: Session, actor: Actor) -> Work:
        """Return the work of one person in this transaction."""
        return acting(make_work(session, self.folder), actor)

    def act(self) -> bool:
        """Do as the portal does at an event: ask who it is, then let them try."""
        with Session(self.engine, expire_on_commit=False) as session:
            heard = identify(make_work(session, self.folder), Knock(self.cookie))
            session.commit()
        with Session(self.engine, expire_on_commit=False) as session:
            try:
                save_verdict(self.work(session, heard.actor), self.code, "G01", True)
            except ServiceError:
                return False
            session.commit()
        return True


def _lend(session: Session, lender: Actor, borrower: Actor) -> OfficerPost:
    assert borrower.account_id
    lent = OfficerPost(
        account_id=borrower.account_id,
        agency_id=lender.agency_id,
        roles=[str(Role.INTAKE)],
        lent_by_post_id=lender.post_id,
        starts_at=NOON - timedelta(days=1),
        ends_at=NOON + timedelta(days=1),
        granted_at=NOON,
        confirmed_at=NOON,
    )
    session.add(lent)
    session.flush()
    return lent


@pytest.fixture
def scene(scratch_engine: Engine, tmp_path: Path) -> Scene:
    """The officer holds no intake of their own: only the lent post gives it."""
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk: Desk = make_desk(session)
        unit = desk.filing.agency.id
        borrower = make_account_officer(session, unit, Role.PROCESSING, name="Mượn")
        administrator = make_account_officer(session, None, Role.ADMINISTRATOR)
        lent = _lend(session, desk.intake, borrower)
        code = make_new(work, desk)
        account = session.get_one(Account, borrower.account_id)
        opened = open_session(visiting(work), account, DEVICE)
        signed_in = identify(work, Knock(opened.token)).actor
        moved = switch_post(acting(work, signed_in), lent.id)
        session.commit()
        return Scene(
            engine=scratch_engine,
            folder=tmp_path,
            cookie=moved.token,
            code=code,
            borrower=borrower,
            lender=desk.intake,
            administrator=dataclasses.replace(administrator, proved_at=NOON),
            lent_id=lent.id,
        )


def end_the_loan(scene: Scene, session: Session) -> None:
    """The lender takes the post back."""
    end_lent_post(scene.work(session, scene.lender), scene.lent_id)


def end_the_lent_post(scene: Scene, session: Session) -> None:
    """The administrator ends the lent post."""
    end_post(scene.work(session, scene.administrator), scene.lent_id)


def end_the_lender_s_post(scene: Scene, session: Session) -> None:
    """The administrator ends the post it was lent from."""
    assert scene.lender.post_id
    end_post(scene.work(session, scene.administrator), scene.lender.post_id)


def lock_the_lender(scene: Scene, session: Session) -> None:
    """The administrator locks the lender's account."""
    assert scene.lender.account_id
    lock_account(scene.work(session, scene.administrator), scene.lender.account_id)


def lock_the_borrower(scene: Scene, session: Session) -> None:
    """The administrator locks the account of the one who works."""
    assert scene.borrower.account_id
    lock_account(scene.work(session, scene.administrator), scene.borrower.account_id)


@pytest.mark.parametrize(
    "revoke",
    [
        end_the_loan,
        end_the_lent_post,
        end_the_lender_s_post,
        lock_the_lender,
        lock_the_borrower,
    ],
)
def test_under_traffic_no_act_succeeds_after_a_role_was_taken(
    scene: Scene, revoke: Callable[[Scene, Session], None]
) -> None:
    gone, stop = threading.Event(), threading.Event()
    acts: list[tuple[bool, bool]] = []  # was it gone before the act; did it succeed

    def traffic() -> None:
        while not stop.is_set():
            was_gone = gone.is_set()
            acts.append((was_gone, scene.act()))

    threads = [threading.Thread(target=traffic) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    while len(acts) < ENOUGH:
        gone.wait(0.01)
    with Session(scene.engine, expire_on_commit=False) as session:
        revoke(scene, session)
        session.commit()
    gone.set()
    before = len(acts)
    while len(acts) < before + ENOUGH + THREADS:
        stop.wait(0.01)
    stop.set()
    for thread in threads:
        thread.join()

    assert any(succeeded for was_gone, succeeded in acts if not was_gone)
    after = [succeeded for was_gone, succeeded in acts if was_gone]
    assert len(after) >= ENOUGH
    assert not any(after)
