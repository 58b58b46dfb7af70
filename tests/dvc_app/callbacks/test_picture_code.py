"""Picture codes and challenges: only for the browser that asked."""

import io
from uuid import UUID, uuid4

from PIL import Image

from dvc_app import routes
from services.accounts.models import PictureCode
from services.accounts.new_challenge import ROUNDS
from services.work import Work
from tests.web_client import TestClient, hold


def begun(browser: TestClient) -> str:
    return str(browser.post(routes.API_PICTURES).json()["picture"])


def address_of(picture_id: str) -> str:
    return routes.fill(routes.API_PICTURE, picture_id=picture_id)


def test_a_picture_is_drawn_for_the_browser_that_asked(
    work: Work, browser: TestClient
) -> None:
    picture_id = begun(browser)
    assert work.session.get(PictureCode, UUID(picture_id)) is not None
    answer = browser.get(address_of(picture_id))
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"
    assert Image.open(io.BytesIO(answer.content)).size == (260, 84)


def test_another_browser_sees_nothing(browser: TestClient) -> None:
    picture_id = begun(browser)
    hold(browser, "another-browser")
    assert browser.get(address_of(picture_id)).status_code == 404


def test_what_is_no_picture_is_not_found(browser: TestClient) -> None:
    assert browser.get(address_of(str(uuid4()))).status_code == 404
    assert browser.get(address_of("1")).status_code == 404


def test_a_challenge_is_what_the_script_reads(browser: TestClient) -> None:
    parameters = browser.get(routes.API_CHALLENGE).json()["parameters"]
    assert parameters["algorithm"] == "PBKDF2/SHA-256"
    assert parameters["cost"] == ROUNDS


def test_a_browser_without_a_cookie_gets_no_challenge(browser: TestClient) -> None:
    browser.cookies.clear()
    assert browser.get(routes.API_CHALLENGE).status_code == 422
    assert browser.post(routes.API_PICTURES).status_code == 422


def sound_of(picture_id: str) -> str:
    return routes.fill(routes.API_PICTURE_SOUND, picture_id=picture_id)


def test_the_digits_are_spoken_for_the_browser_that_asked(browser: TestClient) -> None:
    picture_id = begun(browser)
    answer = browser.get(sound_of(picture_id))
    assert answer.headers["content-type"] == "audio/wav"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content[:4] == b"RIFF"
    assert browser.get(sound_of(picture_id) + "?lan=2").content != answer.content
    hold(browser, "another-browser")
    assert browser.get(sound_of(picture_id)).status_code == 404


def test_a_player_may_fetch_the_sound_in_pieces(browser: TestClient) -> None:
    address = sound_of(begun(browser))
    whole = browser.get(address).content
    first = browser.get(address, headers={"range": "bytes=0-1"})
    assert (first.status_code, first.content) == (206, whole[:2])
    assert first.headers["content-range"] == f"bytes 0-1/{len(whole)}"
    rest = browser.get(address, headers={"range": "bytes=2-"})
    assert first.content + rest.content == whole
    beyond = browser.get(address, headers={"range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


def test_what_is_no_sound_is_not_found(browser: TestClient) -> None:
    assert browser.get(sound_of(str(uuid4()))).status_code == 404
    assert browser.get(sound_of("1")).status_code == 404
    assert browser.get(sound_of(begun(browser)) + "?lan=x").status_code == 404
