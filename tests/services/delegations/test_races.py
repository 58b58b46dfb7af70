"""A right revoked while somebody acts by it: the lock decides (F-22)."""

import dataclasses
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, func, select

from services.delegations.faults import DelegationEnded
from services.delegations.revoke_delegation import revoke_delegation
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.submit import submit_dossier
from services.work import Actor, Work
from tests.conftest import make_work
from tests.factories.delegations import filed_under, make_delegation
from tests.factories.dossiers import (
    make_citizen,
    make_filing,
    make_proof,
    make_ready_draft,
)

SHORT, LONG = 0.3, 20.0  # seconds: “still waits”, “must be done by now”
DRAFTS = 8


@dataclasses.dataclass(frozen=True)
class Scene:
    """A delegate with drafts for a principal, committed."""

    engine: Engine
    folder: Path
    delegate: Actor
    principal: Actor
    delegation_id: UUID
    drafts: tuple[UUID, ...]

    def work(self, session: Session, actor: Actor) -> Work:
        """Return the work of one side in this transaction."""
        return dataclasses.replace(make_work(session, self.folder), actor=actor)

    def submit(self, session: Session, draft: UUID) -> None:
        """Hand a draft in, without the commit."""
        work = self.work(session, self.delegate)
        assert submit_dossier(work, draft, True, make_proof(work)).submitted

    def revoke(self, session: Session) -> None:
        """Revoke, without the commit."""
        revoke_delegation(self.work(session, self.principal), self.delegation_id)

    def handed_in(self) -> int:
        """Count what was handed in."""
        with Session(self.engine) as session:
            query = select(func.count()).where(
                col(Dossier.status) == DossierStatus.SUBMITTED
            )
            return session.exec(query).one()


@pytest.fixture
def scene(scratch_engine: Engine, tmp_path: Path) -> Scene:
    """Drafts that lack nothing, in a database of their own."""
    with Session(scratch_engine, expire_on_commit=False) as session:
        filing = make_filing(session)
        principal = make_citizen(session, full_name="Nguyễn Văn Thọ")
        delegation = make_delegation(session, filing.account, principal)
        right = filed_under(delegation)
        drafts = [make_ready_draft(session, filing, **right) for _ in range(DRAFTS)]
        session.commit()
        return Scene(
            engine=scratch_engine,
            folder=tmp_path,
            delegate=filing.citizen,
            principal=Actor(account_id=principal.id, name=principal.full_name),
            delegation_id=delegation.id,
            drafts=tuple(draft.id for draft in drafts),
        )


def begin(act: Callable[[], None]) -> tuple[threading.Thread, list[Exception]]:
    """Run an act in a thread of its own; return it and what it raised."""
    raised: list[Exception] = []

    def run() -> None:
        try:
            act()
        except DelegationEnded as refusal:
            raised.append(refusal)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, raised


def committed(scene: Scene, act: Callable[[Session], None]) -> Callable[[], None]:
    """Return the act in a transaction of its own."""

    def run() -> None:
        with Session(scene.engine, expire_on_commit=False) as session:
            act(session)
            session.commit()

    return run


def test_a_submission_that_meets_a_revocation_waits_and_is_refused(
    scene: Scene,
) -> None:
    with Session(scene.engine, expire_on_commit=False) as revoking:
        scene.revoke(revoking)
        late = committed(scene, lambda s: scene.submit(s, scene.drafts[0]))
        thread, raised = begin(late)
        thread.join(SHORT)
        was_waiting = thread.is_alive()
        revoking.commit()
    thread.join(LONG)

    assert was_waiting
    assert len(raised) == 1
    assert scene.handed_in() == 0


def test_a_revocation_waits_for_the_submission_that_was_first(scene: Scene) -> None:
    with Session(scene.engine, expire_on_commit=False) as submitting:
        scene.submit(submitting, scene.drafts[0])
        thread, _ = begin(committed(scene, scene.revoke))
        thread.join(SHORT)
        was_waiting = thread.is_alive()
        submitting.commit()
    thread.join(LONG)

    assert was_waiting
    assert not thread.is_alive()
    assert scene.handed_in() == 1
    with Session(scene.engine) as session, pytest.raises(DelegationEnded):
        scene.submit(session, scene.drafts[1])


def test_under_traffic_nothing_succeeds_after_the_revocation(scene: Scene) -> None:
    revoked, after = threading.Event(), list[UUID]()

    def hand_in(draft: UUID) -> Callable[[], None]:
        def act(session: Session) -> None:
            began_after = revoked.is_set()
            scene.submit(session, draft)
            if began_after:
                after.append(draft)

        return committed(scene, act)

    def revoke_then_say() -> None:
        committed(scene, scene.revoke)()
        revoked.set()

    acts = [hand_in(draft) for draft in scene.drafts]
    acts.insert(DRAFTS // 2, revoke_then_say)
    begun = [begin(act) for act in acts]
    for thread, _ in begun:
        thread.join(LONG)

    refused = sum(len(raised) for _, raised in begun)
    assert after == []
    assert scene.handed_in() + refused == DRAFTS
