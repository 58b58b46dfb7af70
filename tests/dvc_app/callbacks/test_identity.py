"""To the national portal and back over plain HTTP: addresses, cookies, ways on."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks.addresses import addresses
from dvc_app.state.public.identity_reasons import reason_words
from dvc_app.state.return_path import with_next
from dvc_app.wording import identities as wording
from dvc_app.wording import province
from services.accounts.identify import Knock, identify
from services.accounts.models import SignInSession
from services.identities.providers import Provider
from services.work import Work
from tests.factories.accounts import (
    COOKIE,
    PASSWORD,
    make_account,
    make_officer_account,
    make_session,
)
from tests.factories.identities import CODE, make_identity, provider_of
from tests.fakes import FakeIdentityProvider
from tests.web_client import TestClient, hold

BACK = routes.fill(routes.API_IDENTITY_RETURN, provider="national")
FILING = "/nop-ho-so?thu-tuc=1.000"
POLICE_BACK = routes.fill(routes.API_IDENTITY_RETURN, provider="police")


@pytest.fixture
def plain(run_here: None) -> Iterator[TestClient]:
    """A browser that follows links, as people do."""
    with TestClient(addresses, follow_redirects=False) as client:
        hold(client, COOKIE)
        yield client


@pytest.fixture
def provider(work: Work) -> FakeIdentityProvider:
    """The national portal, which knows one person."""
    fake = provider_of(work, Provider.NATIONAL)
    fake.people[CODE] = make_identity()
    return fake


def leave(client: TestClient, **query: str) -> str:
    """Set out by the link and return the state."""
    answer = client.get(routes.API_NATIONAL, params=query)
    assert answer.status_code == 303
    there = urlsplit(answer.headers["location"])
    assert there.netloc == "identity.example"
    asked = parse_qs(there.query)
    assert asked["redirect_uri"][0].endswith(BACK)
    return str(asked["state"][0])


def arrive(client: TestClient, **query: str) -> str:
    """Come back with this query and return where the browser is led."""
    answer = client.get(BACK, params={"code": CODE} | query)
    assert answer.status_code == 303
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    path: str = answer.headers["location"]
    assert CODE not in path
    assert "state" not in path
    return path


def query_of(path: str) -> dict[str, str]:
    return {key: value[0] for key, value in parse_qs(urlsplit(path).query).items()}


def nobody_came_in(work: Work) -> bool:
    return work.session.exec(select(SignInSession)).first() is None


def test_the_first_time_leads_past_the_greeting_with_a_new_cookie(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    path = arrive(plain, state=leave(plain, tiep=FILING))
    assert urlsplit(path).path == routes.SIGN_IN_RETURN
    assert query_of(path) == {"tiep": FILING}
    assert plain.cookies["dvc"] != COOKIE
    assert identify(work, Knock(plain.cookies["dvc"])).actor.account_id is not None


def test_the_second_time_leads_straight_on(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    arrive(plain, state=leave(plain))
    hold(plain, COOKIE)
    assert arrive(plain, state=leave(plain, tiep=FILING)) == FILING


def test_a_stranger_sent_here_with_an_answer_is_not_signed_in(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    state = leave(plain, tiep=FILING)
    hold(plain, "the cookie of a victim")
    path = arrive(plain, state=state)
    assert urlsplit(path).path == routes.SIGN_IN
    assert query_of(path) == {"ly-do": "elsewhere", "tiep": FILING}
    assert plain.cookies["dvc"] == "the cookie of a victim"
    assert nobody_came_in(work)


def test_reloading_the_way_back_leads_on_quietly(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    state = leave(plain, tiep=FILING)
    arrive(plain, state=state)
    assert arrive(plain, state=state) == FILING


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"error": "access_denied"}, "consent"),
        ({"error": "invalid_request"}, "invalid"),
        ({"code": "too old"}, "expired"),
        ({"code": ""}, "invalid"),
    ],
)
def test_a_refusal_leads_to_the_door_with_its_sentence_and_the_way_on(
    work: Work,
    plain: TestClient,
    provider: FakeIdentityProvider,
    answer: dict[str, str],
    reason: str,
) -> None:
    provider.refusals["too old"] = "expired"
    path = arrive(plain, state=leave(plain, tiep=FILING), **answer)
    assert urlsplit(path).path == routes.SIGN_IN
    assert query_of(path) == {"ly-do": reason, "tiep": FILING}
    assert nobody_came_in(work)


def test_a_state_nobody_gave_leads_to_the_door(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    assert arrive(plain, state="made up") == f"{routes.SIGN_IN}?ly-do=unknown"


def test_a_provider_that_is_down_is_told_at_the_door(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    provider.is_down = True
    answer = plain.get(routes.API_NATIONAL, params={"tiep": FILING})
    path = answer.headers["location"]
    assert query_of(path) == {"ly-do": "down", "tiep": FILING}


def test_a_browser_without_a_cookie_is_told_what_to_switch_on(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    plain.cookies.clear()
    answer = plain.get(routes.API_NATIONAL)
    assert query_of(answer.headers["location"]) == {"ly-do": "cookie"}


def test_too_many_beginnings_are_told_so(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    for _ in range(10):
        leave(plain)
    answer = plain.get(routes.API_NATIONAL)
    assert query_of(answer.headers["location"]) == {"ly-do": "limit"}


def test_our_script_is_told_where_to_go(
    browser: TestClient, provider: FakeIdentityProvider
) -> None:
    answer = browser.post(routes.API_NATIONAL, data={"tiep": FILING})
    assert answer.json()["go"].startswith("https://identity.example/authorize?")


def test_an_unknown_provider_is_not_found(plain: TestClient) -> None:
    assert plain.get("/api/dang-nhap/ve/somebody").status_code == 404


def test_a_door_the_province_keeps_shut_opens_for_no_address(
    plain: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(province, "doors", lambda: ("province",))
    assert plain.get(routes.API_NATIONAL).status_code == 404


def test_linking_is_heard_from_our_own_pages_only(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    account = make_account(work.session)
    hold(plain, make_session(work, account).token)
    wish = {"muc": "lien-ket", "tiep": routes.PROFILE}
    for site in ("cross-site", "same-site", "none"):
        sent = {"sec-fetch-site": site}
        answer = plain.get(routes.API_NATIONAL, params=wish, headers=sent)
        assert answer.headers["location"] == routes.PROFILE
    ours = {"sec-fetch-site": "same-origin"}
    answer = plain.get(routes.API_NATIONAL, params=wish, headers=ours)
    state = query_of(answer.headers["location"])["state"]
    path = arrive(plain, state=state)
    assert urlsplit(path).path == routes.SIGN_IN_RETURN
    assert account.national_subject == "TECH-11"


def test_a_link_that_fails_says_so_to_the_person_who_is_in(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    make_account(work.session, citizen_id=None, national_subject="TECH-11")
    account = make_account(
        work.session, citizen_id="999190000022", phone=None, email=None
    )
    hold(plain, make_session(work, account).token)
    wish = {"muc": "lien-ket", "tiep": routes.PROFILE}
    sent = {"accept": "application/json"}
    answer = plain.post(routes.API_NATIONAL, data=wish, headers=sent)
    path = arrive(plain, state=query_of(answer.json()["go"])["state"])
    assert urlsplit(path).path == routes.SIGN_IN_RETURN
    assert query_of(path)["ly-do"] == "tied"
    assert query_of(path)["viec"] == "link"


def test_recovery_leads_to_the_new_password(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    make_account(work.session)
    path = arrive(plain, state=leave(plain, muc="khoi-phuc"))
    assert path == routes.MY_PASSWORD


def test_the_police_lead_on_to_the_registration(work: Work, plain: TestClient) -> None:
    provider_of(work, Provider.POLICE).people[CODE] = make_identity()
    answer = plain.get(routes.API_POLICE, params={"tiep": "/thu-tuc"})
    state = query_of(answer.headers["location"])["state"]
    back = plain.get(POLICE_BACK, params={"state": state, "code": CODE})
    assert back.headers["location"] == f"{routes.REGISTER_POLICE}?tiep=%2Fthu-tuc"


def test_what_the_police_refuse_names_the_police(work: Work, plain: TestClient) -> None:
    provider_of(work, Provider.POLICE).is_down = True
    answer = plain.get(routes.API_POLICE)
    query = query_of(answer.headers["location"])
    assert "Bộ Công an" in reason_words(query)
    assert query["viec"] == "register"


def test_a_choice_is_proved_by_its_password(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    account = make_account(work.session)
    provider.people[CODE] = make_identity(level=1)
    assert arrive(plain, state=leave(plain, tiep=FILING)) == routes.SIGN_IN_LINK
    sent = {"accept": "application/json"}

    def choose(**form: str) -> dict[str, object]:
        answer = plain.post(routes.API_IDENTITY_LINK, data=form, headers=sent)
        told: dict[str, object] = answer.json()
        return told

    assert choose(password=PASSWORD)["problems"] == [["account", wording.LINK_CHOOSE]]
    assert choose(account="²", password=PASSWORD)["problems"] == [
        ["account", wording.LINK_CHOOSE]
    ]
    wrong = choose(account="0", password="sai mật khẩu")
    assert wrong["problems"] == [["password", wording.LINK_REFUSED]]
    right = choose(account="0", password=PASSWORD)
    assert urlsplit(str(right["go"])).path == routes.SIGN_IN_RETURN
    who = identify(work, Knock(plain.cookies["dvc"])).actor
    assert who.account_id == account.id
    gone = choose(account="0", password=PASSWORD)
    assert gone["problems"] == [["", wording.LINK_GONE]]


def test_signing_out_offers_to_sign_out_there_once_ours_has_ended(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    arrive(plain, state=leave(plain))
    token = plain.cookies["dvc"]
    assert plain.post(routes.API_SIGN_OUT).headers["location"] == routes.SIGNED_OUT
    assert identify(work, Knock(token)).actor.account_id is None
    there = plain.get(routes.API_NATIONAL_SIGN_OUT)
    assert there.headers["location"].startswith("https://identity.example/logout?")
    assert "dvc-id" not in plain.cookies
    again = plain.get(routes.API_NATIONAL_SIGN_OUT)
    assert again.headers["location"] == routes.HOME


def test_the_token_for_signing_out_is_sealed_and_travels_to_no_other_address(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    state = leave(plain)
    answer = plain.get(BACK, params={"state": state, "code": CODE})
    kept = next(
        line
        for line in answer.headers.get_list("set-cookie")
        if line.startswith("dvc-id=")
    )
    assert "HttpOnly" in kept
    assert f"Path={routes.API_SIGN_OUT}" in kept
    assert "payload" not in kept


def test_a_session_by_password_is_not_offered_the_other_sign_out(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    arrive(plain, state=leave(plain))
    other = make_account(work.session, citizen_id=None, phone="0900000022", email=None)
    hold(plain, make_session(work, other).token)
    assert plain.post(routes.API_SIGN_OUT).headers["location"] == routes.HOME


def test_every_reason_has_a_sentence_and_a_made_up_one_has_none() -> None:
    for reason in wording.REASONS:
        assert "{" not in reason_words({"ly-do": reason})
    assert reason_words({"ly-do": "<b>x</b>", "noi": "{0}"}) == ""


def test_a_plain_form_leaves_by_a_page_and_not_by_a_redirect(
    plain: TestClient, provider: FakeIdentityProvider
) -> None:
    answer = plain.post(routes.API_NATIONAL, data={"tiep": FILING})
    assert answer.status_code == 200
    assert 'content="0;url=https://identity.example/authorize?state=' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_shared_device_stays_one_on_the_way_there_and_back(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    arrive(plain, state=leave(plain, **{"may-dung-chung": "on"}))
    assert work.session.exec(select(SignInSession)).one().is_shared_device
    assert plain.cookies["dvc-shared"] == "1"


def test_an_officer_comes_back_to_the_second_factor(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    make_officer_account(work, officer_subject="TECH-11")
    path = arrive(plain, state=leave(plain, muc="can-bo", tiep=routes.DESK))
    assert path == with_next(routes.OFFICER_CODE, routes.DESK)
    assert plain.cookies["dvc"] == COOKIE
    assert nobody_came_in(work)


def test_an_identity_no_officer_linked_is_told_at_the_officer_s_door(
    work: Work, plain: TestClient, provider: FakeIdentityProvider
) -> None:
    path = arrive(plain, state=leave(plain, muc="can-bo"))
    assert urlsplit(path).path == routes.OFFICER_SIGN_IN
    assert reason_words(query_of(path)) == wording.REASONS["no_officer"]


def test_a_link_elsewhere_links_nobody(plain: TestClient) -> None:
    answer = plain.get(routes.API_NATIONAL, params={"muc": "can-bo-lien-ket"})
    assert answer.headers["location"] == routes.OFFICER_SECURITY
