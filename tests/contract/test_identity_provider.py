"""The same questions to the fake and to the adapter before a running sandbox."""

import re
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.identity_provider.adapter import OpenIdProvider
from services.integrations.identity_provider.port import (
    Authorization,
    Identity,
    IdentityProvider,
    IdentityRefused,
)
from services.integrations.transport import build_client
from tests.fakes import FakeIdentityProvider
from tests.provider_visit import PASSWORD, ProviderVisit
from tests.sandbox_process import SandboxProcess

BACK = "http://localhost:3000/api/dang-nhap/ve/quoc-gia"
HUONG, NAM, LEVEL_ONE = "999190000001", "999092000012", "999195000014"
ENTERPRISE, AGENCY, FOREIGNER = "9990000018", "9990000025", "X9990017"
TIMEOUT = 3.0


def begin(redirect_uri: str = BACK) -> Authorization:
    """Return the secrets of a new journey."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    return Authorization(state, nonce, verifier, redirect_uri)


def adapter_of(
    sandbox: SandboxProcess, key: str = "identity", secret: str = "sandbox"
) -> OpenIdProvider:
    issuer = f"{sandbox.url}/{key}"
    return OpenIdProvider(build_client(issuer, TIMEOUT), issuer, "dvc", secret)


@dataclass(frozen=True)
class Gate:
    """A provider, how a person passes it, and how it is broken."""

    provider: IdentityProvider
    pass_through: Callable[[Authorization], str]  # returns a code
    take_down: Callable[[], None]


@pytest.fixture
def visit(sandbox: SandboxProcess) -> Iterator[ProviderVisit]:
    with ProviderVisit(sandbox.url) as visit:
        yield visit


@pytest.fixture
def national(sandbox: SandboxProcess) -> OpenIdProvider:
    return adapter_of(sandbox)


@pytest.fixture(params=["fake", "adapter"])
def gate(request: pytest.FixtureRequest) -> Gate:
    if request.param == "fake":
        fake = FakeIdentityProvider()
        fake.people["code"] = Identity("TECH-999-0001", "citizen", "Mai Hương", 2)
        return Gate(fake, lambda _: "code", lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    adapter: OpenIdProvider = request.getfixturevalue("national")
    visit: ProviderVisit = request.getfixturevalue("visit")
    return Gate(
        adapter,
        lambda it: visit.come_back(adapter.authorize_url(it), HUONG)["code"],
        lambda: sandbox.switch("identity", "down"),
    )


def test_the_browser_carries_the_state_along(gate: Gate) -> None:
    journey = begin()
    asked = httpx.URL(gate.provider.authorize_url(journey)).params
    assert asked["state"] == journey.state
    assert asked["redirect_uri"] == BACK


def test_a_code_stands_for_a_person(gate: Gate) -> None:
    journey = begin()
    code = gate.pass_through(journey)
    identity = gate.provider.redeem(code, journey)
    assert (identity.subject, identity.level) == ("TECH-999-0001", 2)


def test_a_code_nobody_was_given_opens_nothing(gate: Gate) -> None:
    with pytest.raises(IdentityRefused):
        gate.provider.redeem("made-up", begin())


def test_a_provider_that_is_down_is_unavailable(gate: Gate) -> None:
    gate.take_down()
    with pytest.raises(SystemUnavailable):
        gate.provider.authorize_url(begin())
    with pytest.raises(SystemUnavailable):
        gate.provider.redeem("code", begin())


def test_signing_out_there_leads_back(gate: Gate) -> None:
    address = httpx.URL(gate.provider.sign_out_url("an assertion", f"{BACK}/../"))
    assert address.params["post_logout_redirect_uri"] == f"{BACK}/../"


def test_everything_that_was_asked_for_is_asked(national: OpenIdProvider) -> None:
    journey = begin()
    asked = httpx.URL(national.authorize_url(journey)).params
    assert asked["response_type"] == "code"
    assert asked["scope"] == "openid"
    assert asked["acr_values"] == "LoA1"
    assert asked["code_challenge_method"] == "S256"
    assert asked["nonce"] == journey.nonce
    assert journey.verifier not in str(asked)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (HUONG, {"party": "citizen", "level": 2, "birth_date": date(1990, 3, 12)}),
        (NAM, {"phone": "0900000112", "level": 2, "sex": "male"}),
        (LEVEL_ONE, {"level": 1, "is_from_police": False, "full_name": "Bùi Thị Lan"}),
        (ENTERPRISE, {"party": "enterprise", "tax_code": ENTERPRISE, "citizen_id": ""}),
        (ENTERPRISE, {"full_name": "Công ty TNHH Gạo Sạch Đồng Bằng"}),
        (ENTERPRISE, {"representative": "Phạm Thị Thu"}),
        (AGENCY, {"party": "state_agency", "full_name": "Trung tâm Y tế Thử Nghiệm"}),
        (FOREIGNER, {"citizen_id": "", "passport": FOREIGNER, "nationality": "Đức"}),
    ],
)
def test_every_kind_of_person_comes_with_what_is_known(
    national: OpenIdProvider,
    visit: ProviderVisit,
    number: str,
    expected: dict[str, object],
) -> None:
    journey = begin()
    told = visit.come_back(national.authorize_url(journey), number)
    identity = national.redeem(told["code"], journey)
    assert told["state"] == journey.state
    assert {name: getattr(identity, name) for name in expected} == expected


def test_vneid_vouches_for_persons_and_for_nobody_else(
    sandbox: SandboxProcess, visit: ProviderVisit
) -> None:
    police = adapter_of(sandbox, "police")
    journey = begin(BACK.replace("quoc-gia", "bo-cong-an"))
    told = visit.come_back(police.authorize_url(journey), HUONG)
    identity = police.redeem(told["code"], journey)
    assert identity.is_from_police
    assert identity.citizen_id == HUONG
    assert identity.subject != "TECH-999-0001"
    form = {"way": "smart-ca", "username": ENTERPRISE}
    page = visit.http.post(visit.arrive(sign_in_anew(police)), data=form)
    assert page.status_code == 422


def sign_in_anew(provider: OpenIdProvider) -> str:
    return provider.authorize_url(begin()) + "&prompt=login"


def test_a_refused_consent_brings_no_code(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    journey = begin()
    told = visit.come_back(national.authorize_url(journey), HUONG, decision="refuse")
    assert dict(told) == {"error": "access_denied", "state": journey.state}


@pytest.mark.parametrize(
    ("mishap", "reason"),
    [("expired", "expired"), ("clock", "clock"), ("nonce", "invalid")],
)
def test_a_mishap_on_the_way_back_is_named(
    national: OpenIdProvider, visit: ProviderVisit, mishap: str, reason: str
) -> None:
    journey = begin()
    told = visit.come_back(national.authorize_url(journey), HUONG, mishap=mishap)
    with pytest.raises(IdentityRefused) as refused:
        national.redeem(told["code"], journey)
    assert refused.value.reason == reason


def test_a_code_is_good_once(national: OpenIdProvider, visit: ProviderVisit) -> None:
    journey = begin()
    code = visit.come_back(national.authorize_url(journey), HUONG)["code"]
    national.redeem(code, journey)
    with pytest.raises(IdentityRefused) as refused:
        national.redeem(code, journey)
    assert refused.value.reason == "expired"


def test_of_many_who_redeem_a_code_at_once_one_succeeds(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    journey = begin()
    code = visit.come_back(national.authorize_url(journey), HUONG)["code"]

    def redeemed(_: int) -> bool:
        try:
            return bool(national.redeem(code, journey))
        except IdentityRefused:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(redeemed, range(8))) == 1


@pytest.mark.parametrize(
    "stolen",
    [
        lambda it: replace(it, verifier="x" * 43),
        lambda it: replace(it, redirect_uri=f"{BACK}-khac"),
        lambda it: replace(it, nonce="of somebody else"),
    ],
)
def test_a_stolen_code_opens_nothing(
    national: OpenIdProvider,
    visit: ProviderVisit,
    stolen: Callable[[Authorization], Authorization],
) -> None:
    journey = begin()
    code = visit.come_back(national.authorize_url(journey), HUONG)["code"]
    with pytest.raises(IdentityRefused):
        national.redeem(code, stolen(journey))


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/api/dang-nhap/ve/quoc-gia",
        "http://localhost.evil.example/api/dang-nhap/ve/quoc-gia",
        "http://localhost:3000/api/elsewhere",
        "http://localhost:3000/api/dang-nhap/ve/../../elsewhere",
        "http://localhost:3000@evil.example/api/dang-nhap/ve/quoc-gia",
    ],
)
def test_the_browser_is_never_sent_to_an_address_nobody_registered(
    national: OpenIdProvider, visit: ProviderVisit, address: str
) -> None:
    answer = visit.http.get(national.authorize_url(begin(address)))
    assert answer.status_code == 400
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    ("field", "said"),
    [("code_challenge_method", "plain"), ("code_challenge", "x"), ("nonce", "")],
)
def test_a_question_without_its_guards_is_sent_back(
    national: OpenIdProvider, visit: ProviderVisit, field: str, said: str
) -> None:
    asked = httpx.URL(national.authorize_url(begin())).copy_set_param(field, said)
    assert "error=invalid_request" in visit.http.get(asked).headers["Location"]


def test_our_own_wrong_secret_is_no_fault_of_the_person(
    sandbox: SandboxProcess, visit: ProviderVisit
) -> None:
    stranger = adapter_of(sandbox, secret="wrong")
    journey = begin()
    code = visit.come_back(stranger.authorize_url(journey), HUONG)["code"]
    with pytest.raises(SystemUnavailable):
        stranger.redeem(code, journey)
    assert adapter_of(sandbox).redeem(code, journey).citizen_id == HUONG


@pytest.mark.parametrize("mode", ["down", "garbage", "error", "slow"])
def test_a_broken_provider_is_unavailable_at_every_step(
    sandbox: SandboxProcess, national: OpenIdProvider, visit: ProviderVisit, mode: str
) -> None:
    journey = begin()
    code = visit.come_back(national.authorize_url(journey), HUONG)["code"]
    sandbox.switch("identity", mode, TIMEOUT + 1)
    with pytest.raises(SystemUnavailable):
        national.redeem(code, journey)  # discovery is known: the exchange breaks
    if mode != "slow":
        with pytest.raises(SystemUnavailable):
            adapter_of(sandbox).authorize_url(begin())
    assert adapter_of(sandbox).sign_out_url("", BACK) == BACK


def test_password_picture_and_one_time_code_lead_to_consent(
    sandbox: SandboxProcess, national: OpenIdProvider, visit: ProviderVisit
) -> None:
    page = visit.arrive(national.authorize_url(begin()))
    form = {"way": "password", "username": HUONG, "password": PASSWORD}
    otp_page = visit.press(page, {**form, "picture": visit.letters(page)})
    text = sandbox.inbox("0900000101")[0]["text"]
    wrong = visit.http.post(otp_page, data={"otp": "no"})
    found = re.search(r"\d{6}", text)
    assert found
    assert wrong.status_code == 422
    assert "090****101" in wrong.text
    consent = visit.press(otp_page, {"otp": found.group()})
    assert "Đồng ý" in visit.http.get(consent).text
    assert visit.http.post(otp_page, data={"otp": found.group()}).status_code != 200


@pytest.mark.parametrize(
    "change",
    [{"password": "wrong"}, {"picture": "wrong"}, {"username": "999000000000"}],
)
def test_a_wrong_word_leads_no_further(
    national: OpenIdProvider, visit: ProviderVisit, change: dict[str, str]
) -> None:
    page = visit.arrive(national.authorize_url(begin()))
    form = {"way": "password", "username": HUONG, "password": PASSWORD}
    answer = visit.http.post(
        page, data={**form, "picture": visit.letters(page)} | change
    )
    assert answer.status_code == 422
    consent = page.replace("sign-in", "consent")
    assert visit.http.get(consent).headers["Location"] == page
    assert visit.http.post(consent, data={"decision": "agree"}).status_code == 410


@pytest.mark.parametrize(("pin", "status"), [("123456", 303), ("000000", 422)])
def test_a_usb_token_opens_with_its_pin_alone(
    national: OpenIdProvider, visit: ProviderVisit, pin: str, status: int
) -> None:
    page = visit.arrive(national.authorize_url(begin()))
    form = {"way": "usb", "token": ENTERPRISE, "pin": pin}
    assert visit.http.post(page, data=form).status_code == status


def test_a_closed_account_is_told_so(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    page = visit.arrive(national.authorize_url(begin()))
    form = {"way": "smart-ca", "username": "999070000019"}
    assert "đã đóng" in visit.http.post(page, data=form).text


def test_a_journey_is_one_browser_s(
    sandbox: SandboxProcess, national: OpenIdProvider, visit: ProviderVisit
) -> None:
    consent = visit.sign_in(national.authorize_url(begin()), HUONG)
    with ProviderVisit(sandbox.url) as thief:
        assert thief.http.get(consent).status_code == 410
        assert thief.http.post(consent, data={"decision": "agree"}).status_code == 410


def test_signing_out_there_ends_the_session_there(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    journey = begin()
    code = visit.come_back(national.authorize_url(journey), HUONG)["code"]
    identity = national.redeem(code, journey)
    assert "consent" in visit.arrive(national.authorize_url(begin()))
    out = visit.http.get(national.sign_out_url(identity.id_token, BACK))
    assert out.headers["Location"] == BACK
    assert "sign-in" in visit.arrive(national.authorize_url(begin()))


def test_another_site_cannot_sign_a_person_out_unasked(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    visit.come_back(national.authorize_url(begin()), HUONG)
    page = visit.http.get(national.sign_out_url("", BACK))
    assert page.status_code == 200
    assert "consent" in visit.arrive(national.authorize_url(begin()))


def test_the_provider_keeps_off_the_portal_s_cookie(
    national: OpenIdProvider, visit: ProviderVisit
) -> None:
    visit.arrive(national.authorize_url(begin()))
    kept = [(cookie.name, cookie.path) for cookie in visit.http.cookies.jar]
    assert kept == [("sandbox_identity", "/identity")]


def test_the_signing_key_outlives_a_restart(tmp_path: Path) -> None:
    published = []
    for _ in range(2):
        process = SandboxProcess(tmp_path)
        process.start()
        try:
            published.append(httpx.get(f"{process.url}/identity/oauth2/jwks").json())
        finally:
            process.kill()
    assert published[0] == published[1]
    assert set(published[0]["keys"][0]) >= {"kid", "n", "e"}
    assert not set(published[0]["keys"][0]) & {"d", "p", "q"}
