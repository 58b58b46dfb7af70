"""Killed while a result is signed: one signature, one approval, whatever died (O16)."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from services.audit.models import AuditEntry
from services.dossiers.models import Dossier, DossierStatus
from services.results.models import Result
from services.signing.models import SigningItem, SigningState
from tests.conftest import NOON, make_work
from tests.crash.signer import SignPlan, live
from tests.factories.signing import make_signing

POINTS = (
    *("sign.begun", "sign.prepared", "sign.claimed", "sign.sent"),
    *("sign.answered", "sign.judged", "sign.written", "sign.committed"),
)
ACTS = ("sign_result", "finish_step")


@pytest.fixture
def plan(scratch_engine: Engine, tmp_path: Path) -> SignPlan:
    """A committed draft that waits for its approver, and one press."""
    url = scratch_engine.url.render_as_string(hide_password=False)
    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        signing = make_signing(make_work(session, tmp_path, NOON))
        ask = signing.ask(signing.draft(), intent="the one press")
    pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return SignPlan(
        url,
        tmp_path,
        signing.work.actor,
        ask,
        signing.service.held,
        signing.pair.key.private_bytes(*pem),
        signing.authorities,
    )


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_signing_ends_in_one_signature_and_one_approval(
    scratch_engine: Engine, plan: SignPlan, point: str
) -> None:
    before = acts(scratch_engine)

    assert live(replace(plan, failpoint=point)) == -signal.SIGKILL
    assert live(plan) == 0  # pressed again, and followed by the job
    assert live(plan) == 0

    with Session(scratch_engine) as session:
        (dossier,) = session.exec(select(Dossier)).all()
        (result,) = session.exec(select(Result)).all()
        states = [item.state for item in session.exec(select(SigningItem))]
    assert dossier.status is DossierStatus.RESULT_READY
    assert (result.number, states) == ("1/QĐ-UBND", [SigningState.SIGNED])
    assert acts(scratch_engine) == [count + 1 for count in before]
    assert len(plan.service().heard()) == 1


def acts(engine: Engine) -> list[int]:
    """Count what was written down of signing and of approving."""
    with Session(engine) as session:
        found = session.exec(
            select(AuditEntry.act).where(col(AuditEntry.act).in_(ACTS))
        )
        names = list(found)
    return [names.count(act) for act in ACTS]
