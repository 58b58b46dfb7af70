"""An approver's processes that die where they are told to, and a phone that says yes."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from sqlalchemy import create_engine
from sqlmodel import Session

from services import settings as settings_module
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    SignatureAsked,
    SignatureOutcome,
    SigningRefused,
    SigningState,
    SigningUnknown,
)
from services.results.follow_signing import follow_signing
from services.results.sign_results import sign_results
from services.results.signing_views import SigningAsk
from services.work import Actor
from tests.conftest import NOON, make_work
from tests.crash.rig import PATIENCE, processes
from tests.fakes import FakeAuthorities, FakeRemoteSigning, fake_systems

LATER = timedelta(minutes=2)  # by then an answer that was not heard is lost
ROUNDS = 4  # of the job that follows what is open


@dataclass(frozen=True)
class SignPlan:
    """One approver and one press: what a process does, and where it dies."""

    database_url: str
    folder: Path
    actor: Actor
    ask: SigningAsk
    held: dict[str, tuple[RemoteCertificate, ...]]
    key: bytes  # of the certificate, in PEM
    authorities: FakeAuthorities
    failpoint: str = ""

    def service(self) -> "LedgerSigning":
        """Return the service with its ledger."""
        return LedgerSigning(self.held, ledger=self.folder / "heard", key=self.key)


@dataclass
class LedgerSigning(FakeRemoteSigning):
    """A service that outlives our process: a line for each request it heard."""

    ledger: Path = field(default_factory=Path)
    key: bytes = b""

    def heard(self) -> dict[str, dict[str, str]]:
        """Return the hashes by transaction."""
        lines = self.ledger.read_text().splitlines() if self.ledger.exists() else []
        return dict(json.loads(line) for line in lines)

    def ask_signatures(self, request: BatchRequest) -> SignatureAsked:
        """Write the request down; an id is good once."""
        if request.transaction_id in self.heard():
            raise SigningRefused("TRANSACTION_ID_EXISTED")
        digests = {name: digest.hex() for name, digest in request.digests.items()}
        with self.ledger.open("a") as lines:
            lines.write(json.dumps([request.transaction_id, digests]) + "\n")
        return SignatureAsked(request.transaction_id, "42")

    def outcome(self, reference: str) -> SignatureOutcome:
        """Say yes to whatever was heard."""
        digests = self.heard().get(reference)
        if digests is None:
            raise SigningUnknown("TRANSACTION_NOT_FOUND")
        key = load_pem_private_key(self.key, None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        method = ec.ECDSA(Prehashed(SHA256()))
        made = {
            name: key.sign(bytes.fromhex(digest), method)
            for name, digest in digests.items()
        }
        return SignatureOutcome(SigningState.SIGNED, b"", made)


def live(plan: SignPlan) -> int | None:
    """Let a process press and follow; return how it ended."""
    process = processes().Process(target=play, args=(plan,))
    process.start()
    process.join(PATIENCE)
    return process.exitcode


def play(plan: SignPlan) -> None:
    """Press, then follow as the job does, until nothing is left to follow."""
    os.environ["DVC_FAILPOINT"] = plan.failpoint
    settings_module.settings.cache_clear()
    sign_results(_opener(plan, NOON), plan.ask)
    for round_ in range(1, ROUNDS):
        follow_signing(_opener(plan, NOON + round_ * LATER))


def _opener(plan: SignPlan, now: datetime) -> Callable[..., Any]:
    engine = create_engine(plan.database_url)
    systems = replace(
        fake_systems(), smart_ca=plan.service(), authorities=plan.authorities
    )

    def run(use_case: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            work = make_work(session, plan.folder, now)
            work = replace(work, actor=plan.actor, systems=systems)
            return use_case(work, *args, **named)

    return run
