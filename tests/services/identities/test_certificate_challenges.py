"""A challenge is one browser's, for five minutes, signed once and spent once."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from services.accounts.models import Party
from services.audit.models import AuditEntry
from services.core.errors import (
    Forbidden,
    NotFound,
    RuleViolation,
    SystemUnavailable,
)
from services.identities.ask_remote_signature import ask_remote_signature
from services.identities.begin_certificate_challenge import begin_certificate_challenge
from services.identities.challenges import TO_SIGN, TO_USE
from services.identities.keep_certificate import certificate_account, keep_certificate
from services.identities.models import CertificateWay
from services.identities.poll_certificate_challenge import poll_certificate_challenge
from services.identities.proved_certificate import proved_certificate, spend_challenge
from services.identities.take_usb_signature import take_usb_signature
from services.identities.views import ChallengeBegun, UsbSignature
from services.integrations.mobile_signing.port import MobileSignatureOutcome
from services.integrations.remote_signing.port import (
    RemoteCertificate,
    SignatureOutcome,
    SigningRefused,
    SigningState,
)
from services.work import ANONYMOUS, Work
from tests.factories.accounts import make_account, visiting
from tests.factories.certificates import Authority, Pair, make_authority
from tests.fakes import FakeMobileSigning, FakeRemoteSigning

CITIZEN, PHONE = "999092000012", "0900000112"
SIGNED, REFUSED = SigningState.SIGNED, SigningState.REFUSED


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


@pytest.fixture
def here(work: Work, authority: Authority) -> Work:
    """The work of a browser, with the authority on line."""
    systems = replace(work.systems, authorities=authority.online())
    return visiting(replace(work, systems=systems))


def opener(work: Work) -> Callable[..., Any]:
    """Run each step as this person; Any: an opener returns what the step does."""
    return lambda use_case, *args, **kwargs: use_case(work, *args, **kwargs)


def later(work: Work, by: timedelta) -> Work:
    return replace(work, now=work.now + by)


def smart_ca(work: Work) -> FakeRemoteSigning:
    assert isinstance(work.systems.smart_ca, FakeRemoteSigning)
    return work.systems.smart_ca


def sim(work: Work) -> FakeMobileSigning:
    assert isinstance(work.systems.sim_signing, FakeMobileSigning)
    return work.systems.sim_signing


def text_of(begun: ChallengeBegun) -> bytes:
    return base64.b64decode(begun.challenge)


def hold(work: Work, authority: Authority, pair: Pair) -> None:
    chain = (authority.issuing.der, authority.root.der)
    smart_ca(work).held[CITIZEN] = (RemoteCertificate("1", pair.der, chain),)


# USB.


def test_a_signed_challenge_proves_who_holds_the_token(
    here: Work, authority: Authority
) -> None:
    pair = authority.issue()
    begun = begin_certificate_challenge(here, CertificateWay.USB)

    signed = authority.signed(pair, text_of(begun))
    progress = take_usb_signature(opener(here), begun.challenge_id, signed)

    assert (progress.state, progress.fault) == (SIGNED, "")
    proved = proved_certificate(here, begun.challenge_id)
    assert proved is not None
    assert progress.proved == proved
    assert proved.holder.name == "Hoàng Văn Nam"
    assert proved.holder.citizen_id == CITIZEN
    assert proved.holder.party is Party.CITIZEN
    assert proved.valid_until == pair.certificate.not_valid_after_utc
    assert int(proved.serial_number, 16) == pair.certificate.serial_number


@pytest.mark.parametrize(
    ("subject", "name", "organisation"),
    [
        (
            (("CN", "Phạm Thị Thu"), ("O", "Công ty Gạo"), ("UID", "MST:9990000018")),
            "Phạm Thị Thu",
            "Công ty Gạo",
        ),
        ((("CN", "Công ty Gạo"), ("UID", "MST: 9990000018")), "", "Công ty Gạo"),
    ],
)
def test_an_organisation_is_named_by_its_tax_code(
    here: Work,
    authority: Authority,
    subject: tuple[tuple[str, str], ...],
    name: str,
    organisation: str,
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(subject=subject), text_of(begun))
    take_usb_signature(opener(here), begun.challenge_id, signed)

    holder = spend_challenge(here, begun.challenge_id).holder

    assert (holder.name, holder.organisation) == (name, organisation)
    assert holder.tax_code == "9990000018"
    assert holder.party is Party.ENTERPRISE


def test_the_text_names_portal_way_and_moment_and_is_never_the_same(
    here: Work,
) -> None:
    texts = [
        text_of(begin_certificate_challenge(here, CertificateWay.USB)) for _ in range(2)
    ]

    assert texts[0] != texts[1]
    for part in (b"Portal: localhost:3000", b"Way: usb", b"2026-11-23T02:00:00"):
        assert part in texts[0]
    assert here.actor.browser.encode() not in texts[0]


def test_a_wrong_signature_spends_the_challenge(
    here: Work, authority: Authority
) -> None:
    pair = authority.issue()
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    wrong = authority.signed(pair, b"another challenge")
    right = authority.signed(pair, text_of(begun))

    first = take_usb_signature(opener(here), begun.challenge_id, wrong)
    second = take_usb_signature(opener(here), begun.challenge_id, right)

    assert first.fault == second.fault == "signature_wrong"
    assert proved_certificate(here, begun.challenge_id) is None


@pytest.mark.parametrize(
    "sent",
    [
        UsbSignature("no base64!", (), ""),
        UsbSignature("QUFB", (), "QUFB"),
        UsbSignature("QUFB" * 20_000, (), "QUFB"),
        UsbSignature("QUFB", ("QUFB",) * 9, "QUFB"),
    ],
)
def test_what_is_no_signature_at_all_is_told_as_unreadable(
    here: Work, sent: UsbSignature
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)

    progress = take_usb_signature(opener(here), begun.challenge_id, sent)

    assert progress.fault == "certificate_unreadable"


def test_a_doubt_about_revocation_leaves_the_challenge_open(
    here: Work, authority: Authority
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    down = replace(authority.online(), is_down=True)
    dark = replace(here, systems=replace(here.systems, authorities=down))

    with pytest.raises(SystemUnavailable):
        take_usb_signature(opener(dark), begun.challenge_id, signed)

    done = take_usb_signature(opener(here), begun.challenge_id, signed)
    assert (done.state, done.fault) == (SIGNED, "")


def test_a_challenge_is_over_after_five_minutes(
    here: Work, authority: Authority
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    late = later(here, TO_SIGN)

    progress = take_usb_signature(opener(late), begun.challenge_id, signed)

    assert progress.state is SigningState.EXPIRED
    assert proved_certificate(late, begun.challenge_id) is None


def test_the_challenge_of_another_browser_is_not_there(
    here: Work, authority: Authority
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    take_usb_signature(opener(here), begun.challenge_id, signed)

    for stranger in (visiting(here, "another"), replace(here, actor=ANONYMOUS)):
        with pytest.raises(NotFound):
            take_usb_signature(opener(stranger), begun.challenge_id, signed)
        with pytest.raises(NotFound):
            proved_certificate(stranger, begun.challenge_id)
        with pytest.raises(NotFound):
            spend_challenge(stranger, begun.challenge_id)


def test_a_proof_opens_one_door(here: Work, authority: Authority) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    take_usb_signature(opener(here), begun.challenge_id, signed)

    spend_challenge(here, begun.challenge_id)

    assert proved_certificate(here, begun.challenge_id) is None
    with pytest.raises(RuleViolation):
        spend_challenge(here, begun.challenge_id)
    again = take_usb_signature(opener(here), begun.challenge_id, signed)
    assert again.proved is None


def test_a_proof_grows_old(here: Work, authority: Authority) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    take_usb_signature(opener(here), begun.challenge_id, signed)

    assert proved_certificate(later(here, TO_USE / 2), begun.challenge_id)
    assert proved_certificate(later(here, TO_USE), begun.challenge_id) is None


def test_without_a_browser_nothing_begins(work: Work) -> None:
    with pytest.raises(Forbidden):
        begin_certificate_challenge(work, CertificateWay.USB)


# Keys on phones.


def test_a_signature_confirmed_on_the_phone_proves_the_same(
    here: Work, authority: Authority
) -> None:
    pair = authority.issue()
    hold(here, authority, pair)
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, " 999092000012 ")

    asked = ask_remote_signature(opener(here), begun.challenge_id)
    waiting = poll_certificate_challenge(opener(here), begun.challenge_id)
    signature = pair.sign(text_of(begun))
    smart_ca(here).answer = SignatureOutcome(SIGNED, signature)
    done = poll_certificate_challenge(opener(here), begun.challenge_id)

    assert (asked.state, asked.code_to_compare) == (SigningState.WAITING, "42")
    assert waiting.state is SigningState.WAITING
    assert done.proved
    assert done.proved.holder.citizen_id == CITIZEN
    (request,) = smart_ca(here).asked
    assert text_of(begun) not in request.digest
    assert "Thái Nguyên" in request.description


def test_a_phone_is_asked_once_however_often_the_button_is_pressed(
    here: Work, authority: Authority
) -> None:
    hold(here, authority, authority.issue())
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)

    answers = [ask_remote_signature(opener(here), begun.challenge_id) for _ in "123"]

    assert len(smart_ca(here).asked) == 1
    assert answers[0] == answers[1] == answers[2]


def test_a_sim_signs_and_its_screen_shows_the_code(
    here: Work, authority: Authority
) -> None:
    pair = authority.issue()
    begun = begin_certificate_challenge(here, CertificateWay.SIM, "+84 900 000 112")
    asked = ask_remote_signature(opener(here), begun.challenge_id)
    (request,) = sim(here).asked
    chain = (authority.issuing.der, authority.root.der)
    sim(here).answer = MobileSignatureOutcome(
        SIGNED, pair.sign(request.data), pair.der, chain
    )

    done = poll_certificate_challenge(opener(here), begun.challenge_id)

    assert request.phone == PHONE
    assert asked.code_to_compare in request.shown
    assert len(asked.code_to_compare) == 4
    assert done.proved
    assert done.proved.user == PHONE


def test_another_certificate_than_the_one_asked_for_does_not_count(
    here: Work, authority: Authority
) -> None:
    hold(here, authority, authority.issue())
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)
    ask_remote_signature(opener(here), begun.challenge_id)
    signature = authority.issue().sign(text_of(begun))
    smart_ca(here).answer = SignatureOutcome(SIGNED, signature)

    done = poll_certificate_challenge(opener(here), begun.challenge_id)

    assert done.fault == "signature_wrong"


def test_a_certificate_that_names_another_number_is_not_asked(
    here: Work, authority: Authority
) -> None:
    subject = (("CN", "Người khác"), ("UID", "CCCD:999190000001"))
    hold(here, authority, authority.issue(subject=subject))
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)

    asked = ask_remote_signature(opener(here), begun.challenge_id)

    assert (asked.state, asked.fault) == (REFUSED, "certificate_none")
    assert smart_ca(here).asked == []


@pytest.mark.parametrize("state", [REFUSED, SigningState.EXPIRED])
def test_a_no_on_the_phone_ends_the_challenge(
    here: Work, authority: Authority, state: SigningState
) -> None:
    pair = authority.issue()
    hold(here, authority, pair)
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)
    ask_remote_signature(opener(here), begun.challenge_id)
    smart_ca(here).answer = SignatureOutcome(state)
    told = poll_certificate_challenge(opener(here), begun.challenge_id)
    smart_ca(here).answer = SignatureOutcome(SIGNED, pair.sign(text_of(begun)))

    after = poll_certificate_challenge(opener(here), begun.challenge_id)

    assert told.state is after.state is state
    assert after.proved is None


def test_a_service_that_is_down_ends_the_challenge_and_another_may_begin(
    here: Work,
) -> None:
    smart_ca(here).is_down = True
    for _ in range(4):  # more than may be open at once
        begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)
        with pytest.raises(SystemUnavailable):
            ask_remote_signature(opener(here), begun.challenge_id)

    told = poll_certificate_challenge(opener(here), begun.challenge_id)
    assert told.state is SigningState.EXPIRED


def test_a_usb_token_is_not_asked_by_phone_nor_a_phone_by_usb(here: Work) -> None:
    usb = begin_certificate_challenge(here, CertificateWay.USB)
    phone = begin_certificate_challenge(here, CertificateWay.SIM, PHONE)

    with pytest.raises(NotFound):
        ask_remote_signature(opener(here), usb.challenge_id)
    with pytest.raises(NotFound):
        take_usb_signature(opener(here), phone.challenge_id, UsbSignature("", (), ""))


@pytest.mark.parametrize(
    ("way", "user", "key"),
    [
        (CertificateWay.SIM, "", "required"),
        (CertificateWay.SIM, "0208 3855 000", "phone_mobile"),
        (CertificateWay.SMART_CA, "", "required"),
        (CertificateWay.SMART_CA, "12345", "citizen_id_length"),
    ],
)
def test_a_number_that_cannot_be_is_named(
    here: Work, way: CertificateWay, user: str, key: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        begin_certificate_challenge(here, way, user)
    assert refusal.value.problems == {"user": key}


# Whose it is.


def test_a_certificate_belongs_to_one_account(here: Work, authority: Authority) -> None:
    mine = make_account(here.session)
    other = make_account(
        here.session, citizen_id="999190000099", phone="0900000099", email=None
    )
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    signed = authority.signed(authority.issue(), text_of(begun))
    take_usb_signature(opener(here), begun.challenge_id, signed)
    proved = spend_challenge(here, begun.challenge_id)

    for _ in range(2):
        keep_certificate(here, mine.id, proved)

    assert certificate_account(here, proved) == mine.id
    with pytest.raises(RuleViolation):
        keep_certificate(here, other.id, proved)


def test_refusals_and_proofs_leave_their_trail_without_numbers(
    here: Work, authority: Authority
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.SMART_CA, CITIZEN)
    hold(here, authority, authority.issue())
    ask_remote_signature(opener(here), begun.challenge_id)
    smart_ca(here).answer = SignatureOutcome(SIGNED, b"wrong")
    poll_certificate_challenge(opener(here), begun.challenge_id)

    mine = select(AuditEntry).where(AuditEntry.subject_id == begun.challenge_id)
    rows = here.session.exec(mine).all()

    assert {row.act for row in rows} == {
        "begin_certificate_challenge",
        "ask_remote_signature",
        "certificate_refused",
    }
    assert CITIZEN not in str([row.details for row in rows])


def test_a_refusal_of_the_service_is_passed_on(
    here: Work, authority: Authority
) -> None:
    class Unwilling(FakeRemoteSigning):
        def certificates(self, user_id: str) -> tuple[RemoteCertificate, ...]:
            raise SigningRefused("SP_CREDENTIAL_INVALID")

    systems = replace(here.systems, smart_ca=Unwilling())
    unwilling = replace(here, systems=systems)
    begun = begin_certificate_challenge(unwilling, CertificateWay.SMART_CA, CITIZEN)

    with pytest.raises(SigningRefused):
        ask_remote_signature(opener(unwilling), begun.challenge_id)
