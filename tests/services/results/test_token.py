"""Signing with a USB token: certificate, hashes, signatures; nothing is believed."""

import base64
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from services.dossiers.models import DossierStatus
from services.results.sign_results import sign_results
from services.results.sign_with_token import (
    give_up_token,
    offer_certificates,
    take_token_signatures,
)
from services.results.signing_views import BatchView
from services.signing.models import SigningState, SigningWay
from services.work import Work
from tests.factories.certificates import Pair
from tests.factories.processing import dossier_of
from tests.factories.signing import NUMBER, Signing, make_signing


def begin(signing: Signing, *codes: str) -> BatchView:
    return sign_results(signing.opener, signing.ask(*codes, way=SigningWay.USB))


def offer(signing: Signing, batch: BatchView, *pairs: Pair) -> BatchView:
    chain = (signing.authority.issuing.der, signing.authority.root.der)
    above = [encoded(one) for one in chain]
    held = [(encoded(pair.der), above) for pair in pairs or (signing.pair,)]
    return offer_certificates(signing.opener, batch.id, held)


def made_by(pair: Pair, batch: BatchView) -> list[str]:
    key = pair.key
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    method = ec.ECDSA(Prehashed(SHA256()))
    digests = [bytes.fromhex(item.digest) for item in batch.items]
    return [encoded(key.sign(digest, method)) for digest in digests]


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def statuses(signing: Signing, codes: Sequence[str]) -> set[DossierStatus]:
    return {dossier_of(signing.work, code).status for code in codes}


def test_one_pin_signs_several_results(work: Work) -> None:
    signing = make_signing(work)
    codes = [signing.draft(), signing.draft()]
    asked = offer(signing, begin(signing, *codes))
    assert asked.state is SigningState.WAITING
    assert [len(item.digest) for item in asked.items] == [64, 64]

    done = take_token_signatures(signing.opener, asked.id, made_by(signing.pair, asked))

    assert done.state is SigningState.SIGNED
    assert statuses(signing, codes) == {DossierStatus.RESULT_READY}
    assert signing.service.batches == []


def test_the_officers_own_certificate_is_chosen_and_no_other(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    stranger = signing.authority.issue()
    impostor = signing.authority.issue(
        subject=(("UID", f"CCCD:{NUMBER}"), ("CN", "Kẻ Mạo Danh"))
    )
    assert offer(signing, begin(signing, code), stranger).state is SigningState.FAILED
    refused = offer(signing, begin(signing, code), impostor)
    assert (refused.state, refused.fault) == (
        SigningState.FAILED,
        "certificate_other_holder",
    )
    both = offer(signing, begin(signing, code), stranger, signing.pair)
    assert both.certificate == encoded(signing.pair.der)


def test_what_the_token_did_not_sign_is_not_committed(work: Work) -> None:
    signing = make_signing(work)
    codes = [signing.draft(), signing.draft()]
    asked = offer(signing, begin(signing, *codes))
    wrong = made_by(signing.authority.issue(), asked)[:1]

    done = take_token_signatures(signing.opener, asked.id, [*wrong, "no base64"])

    assert {item.state for item in done.items} == {SigningState.FAILED}
    assert statuses(signing, codes) == {DossierStatus.PROCESSING}


def test_when_nobody_tells_of_revocation_it_is_signed_again_later(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    signing.authorities.is_down = True
    early = offer(signing, begin(signing, code))
    signing.authorities.is_down = False
    asked = offer(signing, begin(signing, code))
    signing.authorities.is_down = True
    late = take_token_signatures(signing.opener, asked.id, made_by(signing.pair, asked))
    signing.authorities.is_down = False
    again = offer(signing, begin(signing, code))
    done = take_token_signatures(signing.opener, again.id, made_by(signing.pair, again))

    assert [early.fault, late.fault] == ["signing_service_down"] * 2
    assert done.state is SigningState.SIGNED
    assert statuses(signing, [code]) == {DossierStatus.RESULT_READY}


def test_a_window_that_was_closed_leaves_the_result_to_be_signed(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    asked = offer(signing, begin(signing, code))
    ended = give_up_token(signing.opener, asked.id, "signer_cancelled")
    assert (ended.state, ended.fault) == (SigningState.REFUSED, "signer_cancelled")
    late = take_token_signatures(signing.opener, asked.id, made_by(signing.pair, asked))
    assert late.state is SigningState.REFUSED
    assert begin(signing, code).is_open
