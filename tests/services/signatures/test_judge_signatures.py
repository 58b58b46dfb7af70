"""Digital signatures: whole, changed, trusted, revoked, unheard (R19)."""

from dataclasses import replace

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from services.files.models import SignatureVerdict as V
from services.signatures.judge_signatures import SignatureFacts, judge_signatures
from tests.conftest import NOON
from tests.factories.certificates import (
    LIST,
    ROOT_LIST,
    Authority,
    make_authority,
    revocation_list,
)
from tests.factories.signed_pdfs import (
    a_page,
    make_signed_pdf,
    with_another_byte,
    with_another_page,
)
from tests.fakes import FakeAuthorities


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


def judge(authorities: FakeAuthorities, data: bytes) -> SignatureFacts:
    return judge_signatures(data, authorities, NOON)


def test_a_good_signature_says_who_and_when(authority: Authority) -> None:
    data = make_signed_pdf(authority, authority.issue())

    facts = judge(authority.online(), data)

    assert (facts.verdict, facts.fault) == (V.VALID, "")
    assert facts.signer == "Hoàng Văn Nam"
    assert facts.signed_at is not None
    assert facts.signed_at.tzinfo is not None


def test_two_good_signatures_name_both(authority: Authority) -> None:
    other = authority.issue(subject=(("CN", "UBND xã Đại Từ"),))
    once = make_signed_pdf(authority, authority.issue())

    facts = judge(authority.online(), make_signed_pdf(authority, other, once, "Ky2"))

    assert facts.verdict is V.VALID
    assert facts.signer == "Hoàng Văn Nam, UBND xã Đại Từ"


def test_one_bad_signature_among_two_decides(authority: Authority) -> None:
    stranger = make_authority()
    once = make_signed_pdf(authority, authority.issue())
    data = make_signed_pdf(stranger, stranger.issue(), once, "Ky2")

    facts = judge(authority.online(), data)

    assert (facts.verdict, facts.fault) == (V.INVALID, "certificate_untrusted")


def test_a_changed_byte_breaks_the_signature(authority: Authority) -> None:
    data = with_another_byte(make_signed_pdf(authority, authority.issue()))

    facts = judge(authority.online(), data)

    assert (facts.verdict, facts.fault) == (V.INVALID, "signature_wrong")


def test_what_was_added_after_signing_is_said(authority: Authority) -> None:
    data = with_another_page(make_signed_pdf(authority, authority.issue()))

    facts = judge(authority.online(), data)

    assert (facts.verdict, facts.fault) == (V.INVALID, "signature_changed")


def test_a_revoked_certificate_is_refused(authority: Authority) -> None:
    signer = authority.issue()
    online = authority.online()
    online.lists[LIST] = revocation_list(authority.issuing, signer)

    facts = judge(online, make_signed_pdf(authority, signer))

    assert (facts.verdict, facts.fault) == (V.INVALID, "certificate_revoked")
    assert facts.signer == "Hoàng Văn Nam"


def test_an_unknown_authority_is_said(authority: Authority) -> None:
    stranger = make_authority()

    facts = judge(authority.online(), make_signed_pdf(stranger, stranger.issue()))

    assert (facts.verdict, facts.fault) == (V.INVALID, "certificate_untrusted")


def test_a_certificate_for_something_else_is_refused(authority: Authority) -> None:
    server = authority.issue(purposes=(ExtendedKeyUsageOID.SERVER_AUTH,))

    facts = judge(authority.online(), make_signed_pdf(authority, server))

    assert (facts.verdict, facts.fault) == (V.INVALID, "certificate_purpose")


def test_an_expired_certificate_leaves_a_doubt(authority: Authority) -> None:
    expired = authority.issue(ends=NOON.replace(year=2026, month=11, day=1))

    facts = judge(authority.online(), make_signed_pdf(authority, expired))

    assert (facts.verdict, facts.fault) == (V.UNCERTAIN, "certificate_expired")


def test_a_silent_authority_is_no_verdict(authority: Authority) -> None:
    online = replace(authority.online(), lists={ROOT_LIST: authority.root_list()})

    facts = judge(online, make_signed_pdf(authority, authority.issue()))

    assert facts.verdict is V.UNREACHED


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 nothing", a_page()], ids=["empty", "broken", "unsigned"]
)
def test_what_holds_no_readable_signature_is_not_valid(
    authority: Authority, data: bytes
) -> None:
    assert judge(authority.online(), data).verdict is V.INVALID
