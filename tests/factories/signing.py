"""Approvers with certificates, and drafts that wait for their signature."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    SignatureOutcome,
    SigningState,
)
from services.processing.finish_step import finish_step
from services.processing.take_step import take_step
from services.results.draft_result import save_draft
from services.results.signer_number import tell_number
from services.results.signing_views import SigningAsk, ToSign
from services.signing.models import SigningWay
from services.work import Actor, Work
from tests.factories.certificates import Authority, Pair, make_authority
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_received,
)
from tests.fakes import FakeAuthorities, FakeRemoteSigning, fake_systems

NUMBER = "999078000021"
DRAFT = {
    "title": "Quyết định",
    "about": "Về việc giải quyết hồ sơ",
    "basis": "Căn cứ Luật.",
    "body": "Điều 1. Đồng ý với đề nghị.\nĐiều 2. Có hiệu lực từ ngày ký.",
    "recipients": "Như Điều 1;\nLưu: VT.",
    "series": "QĐ-UBND",
    "signer_title": "Phó Chủ tịch",
}


@dataclass(frozen=True)
class Signing:
    """A desk whose approver holds a certificate at the remote service."""

    work: Work  # of the approver
    desk: Desk
    pair: Pair
    authority: Authority
    service: FakeRemoteSigning
    authorities: FakeAuthorities

    def opener(self, use_case: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run in this test's own transaction."""
        outcome = use_case(self.work, *args, **named)
        self.work.session.flush()
        return outcome

    def draft(self) -> str:
        """Return a dossier whose draft is presented to the approver."""
        return make_presented(self.work, self.desk)

    def ask(self, *codes: str, intent: str = "", **values: Any) -> SigningAsk:
        """Return the press for these dossiers, as they are now."""
        seen = tuple(
            ToSign(code, dossier_of(self.work, code).version) for code in codes
        )
        given: dict[str, Any] = {"way": SigningWay.SMART_CA}
        return SigningAsk(seen, intent=intent or uuid4().hex, **given | values)

    def press_yes(self, *left_out: str) -> None:
        """Answer on the phone: all of the newest batch, but for these documents."""
        made = signed_by(self.pair, self.service.batches[-1])
        kept = {name: value for name, value in made.items() if name not in left_out}
        self.service.answer = SignatureOutcome(
            SigningState.SIGNED, next(iter(kept.values()), b""), kept
        )


def signed_by(pair: Pair, request: BatchRequest) -> dict[str, bytes]:
    """Return a signature over each hash."""
    key = pair.key
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return {
        name: key.sign(digest, ec.ECDSA(Prehashed(SHA256())))
        for name, digest in request.digests.items()
    }


def make_signing(work: Work, name: str = "", **order: Any) -> Signing:
    """Return a desk ready to sign; Any: what the certificate says."""
    desk = make_desk(work.session)
    authority = make_authority()
    holder = name or desk.approver.name
    subject = (("UID", f"CCCD:{NUMBER}"), ("CN", holder))
    pair = authority.issue(**{"subject": subject, **order})
    chain = (authority.issuing.der, authority.root.der)
    certificate = RemoteCertificate("serial", pair.der, chain)
    held: dict[str, tuple[RemoteCertificate, ...]] = {NUMBER: (certificate,)}
    service, authorities = FakeRemoteSigning(held), authority.online()
    systems = replace(fake_systems(), smart_ca=service, authorities=authorities)
    boss = replace(acting(work, desk.approver), systems=systems)
    tell_number(boss, NUMBER)
    return Signing(boss, desk, pair, authority, service, authorities)


def make_presented(work: Work, desk: Desk) -> str:
    """Return a dossier whose draft from a template waits for the approver."""
    code = make_received(work, desk).code
    mine = acting(work, desk.handler)
    take_step(mine, code)
    version = save_draft(mine, code, DRAFT, "decision").version
    finish_step(mine, code, "Đủ điều kiện giải quyết", uuid4().hex, version)
    return code


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def as_actor(signing: Signing, actor: Actor) -> Work:
    """Return the same work in another officer's hands."""
    return replace(signing.work, actor=actor)
