"""Communes over plain HTTP: public, short, kept by browsers, never a fault page."""

from dvc_app import routes
from services.places.load_places import LAST_OF_THREE, TWO_LEVELS
from services.places.models import FormerPlace, Place, PlaceLevel
from services.places.words import spelt
from services.work import Work
from tests.web_client import TestClient


def make_places(work: Work) -> None:
    province, commune = "Tỉnh Thái Nguyên", "Phường Linh Sơn"
    former = ("Phường Chùa Hang", "Thành phố Thái Nguyên", province)
    for code, name, above in (("19", province, ""), ("05710", commune, "19")):
        work.session.add(
            Place(
                code=code,
                name=name,
                full_name=name,
                level=PlaceLevel.COMMUNE if above else PlaceLevel.PROVINCE,
                parent_code=above,
                folded=spelt(f"{name} {province if above else ''}"),
                valid_from=TWO_LEVELS,
            )
        )
    work.session.add(
        FormerPlace(
            code="05443",
            name=former[0],
            district=former[1],
            province=former[2],
            folded=spelt(" ".join(former)),
            keys=["chuahang"],
            district_keys=["thainguien"],
            province_keys=["thainguien"],
            province_code="19",
            successors=["05710"],
            valid_to=LAST_OF_THREE,
        )
    )
    work.session.flush()


def test_a_search_answers_with_names_and_may_be_kept(
    browser: TestClient, work: Work
) -> None:
    make_places(work)

    answer = browser.get(routes.API_PLACES, params={"tim": "linh son"})

    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert answer.json()["places"] == [
        {
            "code": "05710",
            "name": "Phường Linh Sơn",
            "province": "Tỉnh Thái Nguyên",
            "formerly": "",
        }
    ]


def test_a_code_answers_with_its_one_place(browser: TestClient, work: Work) -> None:
    make_places(work)

    found = browser.get(routes.API_PLACES, params={"ma": "05710"}).json()
    none = browser.get(routes.API_PLACES, params={"ma": "05710\0'"}).json()

    assert [place["name"] for place in found["places"]] == ["Phường Linh Sơn"]
    assert none == {"places": []}


def test_an_old_address_answers_with_the_new_one_and_the_rest(
    browser: TestClient, work: Work
) -> None:
    make_places(work)
    old = "Số 5, p. Chùa Hang, TP. Thái Nguyên"

    answer = browser.get(routes.API_FORMER_PLACES, params={"dia-chi": old}).json()

    assert [place["code"] for place in answer["places"]] == ["05710"]
    assert answer["detail"] == "Số 5"


def test_nothing_asked_answers_with_nothing(browser: TestClient) -> None:
    assert browser.get(routes.API_PLACES).json() == {"places": []}
    assert browser.get(routes.API_FORMER_PLACES).json()["places"] == []


def test_a_program_that_asks_without_end_is_told_to_wait(browser: TestClient) -> None:
    answers = {browser.get(routes.API_PLACES).status_code for _ in range(605)}

    assert answers == {200, 429}
