"""So many challenges for one phone, browser and address; old ones are forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.core.errors import NotFound, TooMany
from services.identities.begin_certificate_challenge import begin_certificate_challenge
from services.identities.challenges import TO_SIGN
from services.identities.models import CertificateWay
from services.identities.proved_certificate import proved_certificate
from services.identities.sweep_identities import sweep_identities
from services.work import Work
from tests.factories.accounts import visiting

PHONE = "0900000112"


def later(work: Work, by: timedelta) -> Work:
    return replace(work, now=work.now + by)


@pytest.fixture
def here(work: Work) -> Work:
    """The work of a browser."""
    return visiting(work)


def test_three_requests_may_wait_on_one_phone(here: Work) -> None:
    for number in range(3):
        begin_certificate_challenge(
            visiting(here, f"browser {number}"), CertificateWay.SIM, PHONE
        )

    with pytest.raises(TooMany) as refusal:
        begin_certificate_challenge(
            visiting(here, "a fourth"), CertificateWay.SIM, "84900000112"
        )

    assert refusal.value.until == here.now + TO_SIGN
    begin_certificate_challenge(here, CertificateWay.SIM, "0900000113")
    begin_certificate_challenge(later(here, TO_SIGN), CertificateWay.SIM, PHONE)


def test_ten_requests_an_hour_reach_one_phone(here: Work) -> None:
    for number in range(10):
        then = later(visiting(here, f"browser {number}"), TO_SIGN * number)
        begin_certificate_challenge(then, CertificateWay.SIM, PHONE)

    with pytest.raises(TooMany) as refusal:
        begin_certificate_challenge(
            later(here, TO_SIGN * 10), CertificateWay.SIM, PHONE
        )

    assert refusal.value.until == here.now + timedelta(hours=1)


def test_one_browser_and_one_address_begin_only_so_many(here: Work) -> None:
    for _ in range(20):
        begin_certificate_challenge(here, CertificateWay.USB)
    with pytest.raises(TooMany):
        begin_certificate_challenge(here, CertificateWay.USB)
    for number in range(40):
        begin_certificate_challenge(visiting(here, f"b{number}"), CertificateWay.USB)
    with pytest.raises(TooMany):
        begin_certificate_challenge(visiting(here, "another"), CertificateWay.USB)


def test_a_challenge_nobody_needs_is_forgotten_after_a_day(work: Work) -> None:
    browser = visiting(work)
    begun = begin_certificate_challenge(browser, CertificateWay.SIM, PHONE)

    assert sweep_identities(later(work, timedelta(hours=23))) == 0
    assert sweep_identities(later(work, timedelta(hours=25))) == 1
    with pytest.raises(NotFound):
        proved_certificate(browser, begun.challenge_id)
