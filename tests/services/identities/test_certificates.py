"""Tampered, foreign and spent certificates are refused; good ones are taken."""

from dataclasses import replace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA224
from cryptography.x509.oid import ExtendedKeyUsageOID

from services.core.errors import SystemUnavailable
from services.identities.judge_signature import SignedChallenge, judge_signature
from services.identities.verify_certificate import GivenCertificate
from services.work import Work
from tests.conftest import NOON
from tests.factories.certificates import (
    AUTHORITY,
    DAY,
    HOUR,
    LIST,
    OCSP,
    ROOT_LIST,
    Authority,
    Order,
    Pair,
    Status,
    ec_key,
    issue,
    make_authority,
    revocation_list,
    rsa_key,
    status_of,
)
from tests.fakes import FakeAuthorities

CHALLENGE = b"Portal: localhost:3000\nRandom: 4f2a"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


def judge(
    work: Work,
    authority: Authority,
    pair: Pair,
    online: FakeAuthorities | None = None,
    **changed: Any,
) -> str:
    """Return the fault of a challenge signed by this pair; Any: what is changed."""
    given = SignedChallenge(CHALLENGE, authority.given(pair), pair.sign(CHALLENGE))
    signed = replace(given, **changed)
    systems = replace(work.systems, authorities=online or authority.online())
    return judge_signature(replace(work, systems=systems), signed)


# Good ones.


@pytest.mark.parametrize("key", [rsa_key(), ec_key(), ec_key(ec.SECP384R1())])
def test_a_good_certificate_is_taken(
    work: Work, authority: Authority, key: ec.EllipticCurvePrivateKey
) -> None:
    assert judge(work, authority, authority.issue(key=key)) == ""


def test_an_ocsp_answer_is_enough_when_the_list_is_not_to_be_had(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue(list_at="")
    answer = status_of(pair, authority.issuing)
    lists = {ROOT_LIST: authority.root_list()}
    online = FakeAuthorities((authority.root.der,), lists, {OCSP: answer})

    assert judge(work, authority, pair, online) == ""


def test_an_answer_of_a_responder_the_issuer_named_is_taken(
    work: Work, authority: Authority
) -> None:
    purposes = (ExtendedKeyUsageOID.OCSP_SIGNING,)
    responder = authority.issue(
        subject=(("CN", "OCSP"),), purposes=purposes, is_responder=True
    )
    pair = authority.issue(list_at="")
    answer = status_of(pair, authority.issuing, Status(signer=responder))
    online = replace(authority.online(), answers={OCSP: answer})

    assert judge(work, authority, pair, online) == ""


def test_who_issues_may_be_known_to_the_portal_instead_of_sent(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()
    known = (authority.root.der, authority.issuing.der)
    online = replace(authority.online(), root_certificates=known)
    alone = GivenCertificate(pair.der)

    assert judge(work, authority, pair, given=alone) == "certificate_untrusted"
    assert judge(work, authority, pair, online, given=alone) == ""


def test_purposes_need_not_be_stated(work: Work, authority: Authority) -> None:
    assert judge(work, authority, authority.issue(purposes=())) == ""


# What the certificate itself says.


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"ends": NOON - HOUR}, "certificate_expired"),
        ({"begins": NOON + HOUR}, "certificate_not_yet_valid"),
        ({"purposes": (ExtendedKeyUsageOID.CODE_SIGNING,)}, "certificate_purpose"),
        ({"purposes": (ExtendedKeyUsageOID.SERVER_AUTH,)}, "certificate_purpose"),
        ({"usage": frozenset({"key_encipherment"})}, "certificate_purpose"),
        ({"usage": None}, "certificate_purpose"),
        ({"is_authority": True}, "certificate_purpose"),
        ({"key": rsa_key(1024)}, "certificate_weak"),
        ({"key": ec_key(ec.SECP224R1())}, "certificate_weak"),
        ({"status_at": "", "list_at": ""}, "certificate_untrusted"),
        ({"subject": (("CN", "Không có số"),)}, "certificate_holder_unreadable"),
        (
            {
                "subject": (
                    ("CN", "Hai số"),
                    ("UID", "CCCD:999092000012"),
                    ("UID", "CCCD:999092000013"),
                )
            },
            "certificate_holder_unreadable",
        ),
        (
            {"subject": (("CN", "Số sai"), ("UID", "CCCD:99909200001x"))},
            "certificate_holder_unreadable",
        ),
    ],
)
def test_what_the_certificate_says_may_refuse_it(
    work: Work, authority: Authority, values: dict[str, object], fault: str
) -> None:
    assert judge(work, authority, authority.issue(**values)) == fault


def test_a_certificate_signed_with_an_old_hash_is_weak(
    work: Work, authority: Authority
) -> None:
    assert (
        judge(work, authority, authority.issue(digest=SHA224())) == "certificate_weak"
    )


def test_what_is_no_certificate_cannot_be_read(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()
    broken = (b"", b"\x30\x03\x02\x01", pair.der[:-1], b"\x30" * 20_000)

    for content in broken:
        given = GivenCertificate(content, authority.given(pair).chain)
        fault = judge(work, authority, pair, given=given)
        assert fault in ("certificate_unreadable", "signature_wrong")


def test_a_chain_that_is_broken_or_too_long_cannot_be_read(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()

    for chain in ((b"\x30\x03",), (authority.root.der,) * 9, (b"\x30" * 20_000,)):
        given = GivenCertificate(pair.der, chain)
        assert judge(work, authority, pair, given=given) == "certificate_unreadable"


# Who issued it.


def test_a_root_nobody_trusts_is_refused(work: Work, authority: Authority) -> None:
    foreign = make_authority()
    pair = foreign.issue()

    fault = judge(work, foreign, pair, authority.online())

    assert fault == "certificate_untrusted"


def test_an_issuer_of_the_same_name_with_another_key_is_refused(
    work: Work, authority: Authority
) -> None:
    pair = make_authority().issue()

    given = authority.given(pair)

    assert judge(work, authority, pair, given=given) == "certificate_untrusted"


def test_a_person_cannot_issue(work: Work, authority: Authority) -> None:
    person = authority.issue()
    pair = issue(Order(), person)
    chain = (person.der, *authority.given(pair).chain)

    fault = judge(work, authority, pair, given=GivenCertificate(pair.der, chain))

    assert fault == "certificate_untrusted"


def test_an_authority_below_one_that_may_have_none_is_refused(
    work: Work, authority: Authority
) -> None:
    order = replace(AUTHORITY, subject=(("CN", "Below"),), key=ec_key(), list_at=LIST)
    below = issue(order, authority.issuing)
    pair = issue(Order(), below)
    chain = (below.der, *authority.given(pair).chain)

    fault = judge(work, authority, pair, given=GivenCertificate(pair.der, chain))

    assert fault == "certificate_untrusted"


def test_a_certificate_that_signs_itself_is_refused(
    work: Work, authority: Authority
) -> None:
    assert judge(work, authority, issue(Order(), None)) == "certificate_untrusted"


def test_a_name_changed_inside_breaks_the_issuers_signature(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()
    forged = pair.der.replace(b"CCCD:999092000012", b"CCCD:999190000001")

    given = GivenCertificate(forged, authority.given(pair).chain)

    assert judge(work, authority, pair, given=given) == "certificate_untrusted"


def test_an_issuer_with_a_weak_key_is_refused(work: Work) -> None:
    weak = make_authority(key=rsa_key(1024))

    assert judge(work, weak, weak.issue()) == "certificate_weak"


# Revocation.


def test_a_certificate_on_the_list_is_refused(work: Work, authority: Authority) -> None:
    pair = authority.issue()
    lists = {**authority.online().lists, LIST: revocation_list(authority.issuing, pair)}

    fault = judge(work, authority, pair, replace(authority.online(), lists=lists))

    assert fault == "certificate_revoked"


def test_a_certificate_ocsp_calls_revoked_is_refused(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()
    answer = status_of(pair, authority.issuing, Status(is_good=False))

    fault = judge(
        work, authority, pair, replace(authority.online(), answers={OCSP: answer})
    )

    assert fault == "certificate_revoked"


def test_everything_below_a_revoked_authority_is_refused(
    work: Work, authority: Authority
) -> None:
    lists = {
        **authority.online().lists,
        ROOT_LIST: authority.root_list(authority.issuing),
    }

    fault = judge(
        work, authority, authority.issue(), replace(authority.online(), lists=lists)
    )

    assert fault == "certificate_revoked"


def test_nobody_who_tells_is_no_yes(work: Work, authority: Authority) -> None:
    online = FakeAuthorities((authority.root.der,))

    with pytest.raises(SystemUnavailable):
        judge(work, authority, authority.issue(), online)


@pytest.mark.parametrize(
    "case", ["other", "stale", "future", "stranger", "person", "nonce", "garbage"]
)
def test_an_ocsp_answer_that_does_not_hold_is_no_answer(
    work: Work, authority: Authority, case: str
) -> None:
    pair, other = authority.issue(list_at=""), authority.issue()
    stranger, person = make_authority().issuing, authority.issue()
    issuing = authority.issuing
    answers = {
        "other": status_of(other, issuing),
        "stale": status_of(pair, issuing, Status(at=NOON - DAY)),
        "future": status_of(pair, issuing, Status(at=NOON + HOUR)),
        "stranger": status_of(pair, issuing, Status(signer=stranger)),
        "person": status_of(pair, issuing, Status(signer=person)),
        "nonce": status_of(pair, issuing, Status(nonce=b"of another question")),
        "garbage": b"<html>",
    }
    online = replace(authority.online(), answers={OCSP: answers[case]})

    with pytest.raises(SystemUnavailable):
        judge(work, authority, pair, online)


@pytest.mark.parametrize("case", ["stale", "stranger", "other"])
def test_a_list_that_does_not_hold_is_no_list(
    work: Work, authority: Authority, case: str
) -> None:
    stranger = make_authority()
    lists = {
        "stale": revocation_list(authority.issuing, at=NOON - 3 * DAY),
        "stranger": revocation_list(authority.issuing, signer=stranger.issuing),
        "other": authority.root_list(),
    }
    online = authority.online()
    online.lists[LIST] = lists[case]

    with pytest.raises(SystemUnavailable):
        judge(work, authority, authority.issue(), online)


# The signature.


def test_a_signature_over_another_challenge_is_wrong(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()

    fault = judge(work, authority, pair, signature=pair.sign(b"another"))

    assert fault == "signature_wrong"


@pytest.mark.parametrize("key", [rsa_key(), ec_key()])
def test_a_tampered_signature_is_wrong(
    work: Work, authority: Authority, key: ec.EllipticCurvePrivateKey
) -> None:
    pair = authority.issue(key=key)
    good = pair.sign(CHALLENGE)

    for bad in (good[:-1] + bytes([good[-1] ^ 1]), b"", good[:-1], good * 20):
        assert judge(work, authority, pair, signature=bad) == "signature_wrong"


def test_a_certificate_swapped_for_another_is_wrong(
    work: Work, authority: Authority
) -> None:
    mine, theirs = authority.issue(), authority.issue()

    given = authority.given(theirs)

    assert judge(work, authority, mine, given=given) == "signature_wrong"


def test_the_certificate_of_somebody_else_than_asked_for_is_refused(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()

    assert judge(work, authority, pair, user="999092000012") == ""
    assert judge(work, authority, pair, user="999190000001") == (
        "certificate_other_holder"
    )


def test_every_flipped_byte_of_a_certificate_is_refused_without_a_crash(
    work: Work, authority: Authority
) -> None:
    pair = authority.issue()
    chain = authority.given(pair).chain

    for place in range(0, len(pair.der), 11):
        forged = bytearray(pair.der)
        forged[place] ^= 0x41
        given = GivenCertificate(bytes(forged), chain)
        try:
            assert judge(work, authority, pair, given=given)
        except SystemUnavailable:
            pytest.fail(f"byte {place} was not noticed before revocation")


def test_the_certificates_of_the_tests_are_what_they_claim(
    authority: Authority,
) -> None:
    issuing = x509.load_der_x509_certificate(authority.issuing.der)

    authority.issue().certificate.verify_directly_issued_by(issuing)
