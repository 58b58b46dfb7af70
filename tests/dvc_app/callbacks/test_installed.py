"""The portal on a device: who it is, what it keeps, and that it keeps nobody's data."""

import json
import re

import pytest
from PIL import Image

from dvc_app import routes
from dvc_app.callbacks import installed
from dvc_app.wording import device as wording
from dvc_app.wording import province
from services.province import province as profile
from services.settings import ROOT
from tests.web_client import TestClient


def test_the_manifest_names_the_province_and_its_icons(browser: TestClient) -> None:
    answer = browser.get(routes.MANIFEST)

    told = answer.json()
    assert answer.headers["content-type"] == "application/manifest+json"
    assert told["name"] == province.brand()
    assert told["start_url"] == told["scope"] == "/"
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_another_province_has_another_name(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(province, "here", lambda: profile("kon-tum"))

    assert browser.get(routes.MANIFEST).json()["name"].endswith("tỉnh Kon Tum")


def test_icons_are_as_large_as_the_manifest_says(browser: TestClient) -> None:
    for icon in browser.get(routes.MANIFEST).json()["icons"]:
        with Image.open(ROOT / "assets" / icon["src"].lstrip("/")) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]


def test_the_worker_keeps_the_shell_and_its_policy_lets_it_fetch(
    browser: TestClient,
) -> None:
    answer = browser.get(routes.SERVICE_WORKER)

    shell = re.search(r"const SHELL = (\[.*?\]);", answer.text)
    assert shell is not None
    assert tuple(json.loads(shell[1])) == installed.SHELL
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert "connect-src 'self'" in answer.headers["content-security-policy"]


def test_nothing_of_a_person_is_in_the_shell() -> None:
    private = ("/api/", "/tep/", "/in/", "/ho-so", "/ca-nhan", "/can-bo")

    assert not [path for path in installed.SHELL if path.startswith(private)]


def test_the_page_of_a_cut_line_says_what_next_and_whom_to_call(
    browser: TestClient,
) -> None:
    answer = browser.get(routes.OFFLINE)

    assert wording.TRY_AGAIN in answer.text
    assert f"tel:{province.hotline().replace(' ', '')}" in answer.text
    assert wording.NOT_KEPT in answer.text
    assert "<script>" not in answer.text  # the policy allows files of ours only


def test_every_file_of_the_shell_is_there(browser: TestClient) -> None:
    assets = {f"/{path.name}" for path in (ROOT / "assets").iterdir()}
    pages = set(installed.SHELL) - assets

    assert {browser.get(path).status_code for path in pages} == {200}
