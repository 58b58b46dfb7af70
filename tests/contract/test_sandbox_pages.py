"""The sandbox's own pages: what a person who tries the portal sees of it."""

import httpx
import pytest

from services.integrations.sms.adapter import HttpSmsGateway
from services.integrations.sms.port import SmsMessage
from services.integrations.transport import build_client
from tests.sandbox_process import SandboxProcess


@pytest.mark.parametrize("path", ["/", "/inbox", "/inbox?to=abc", "/faults"])
def test_every_page_says_that_it_is_for_trying(
    sandbox: SandboxProcess, path: str
) -> None:
    page = httpx.get(sandbox.url + path)
    assert page.status_code == 200
    assert "Môi trường thử nghiệm" in page.text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mã xác thực là 482913, có hiệu lực 5 phút.\n@dvc.vn #482913", "482913"),
        ("Hồ sơ H55.92-261122-0004 đã được tiếp nhận. Lệ phí 150.000 đồng.", ""),
        ("Gọi 1900123456 nếu cần.", ""),
    ],
)
def test_the_inbox_lifts_out_a_one_time_code_and_nothing_else(
    sandbox: SandboxProcess, text: str, code: str
) -> None:
    phone = f"0900001{len(text):03}"
    with build_client(f"{sandbox.url}/sms", 5) as client:
        gateway = HttpSmsGateway(client, "sandbox", "sandbox", "DVC")
        gateway.send(SmsMessage(f"page-{len(text)}", phone, text))
    page = httpx.get(f"{sandbox.url}/inbox", params={"to": phone}).text
    assert (f">{code}</output>" in page) if code else ("<output" not in page)


def test_markup_in_a_message_stays_text(sandbox: SandboxProcess) -> None:
    with build_client(f"{sandbox.url}/sms", 5) as client:
        gateway = HttpSmsGateway(client, "sandbox", "sandbox", "DVC")
        gateway.send(SmsMessage("markup", "0900001999", "<b id=x>hello</b>"))
    page = httpx.get(f"{sandbox.url}/inbox", params={"to": "0900001999"}).text
    assert "&lt;b id=x&gt;hello" in page
    assert "<b id=x>" not in page


def test_a_switch_is_turned_by_the_form(sandbox: SandboxProcess) -> None:
    form = {"mode": "slow", "seconds": "2.5"}
    done = httpx.post(f"{sandbox.url}/faults/sms", data=form)
    assert done.status_code == 303
    assert "Chậm 2,5 giây" in httpx.get(f"{sandbox.url}/faults").text


@pytest.mark.parametrize(
    ("system", "form"),
    [
        ("nobody", {"mode": "down"}),
        ("sms", {"mode": "sideways"}),
        ("sms", {"mode": "slow", "seconds": "301"}),
    ],
)
def test_a_switch_that_does_not_exist_is_not_turned(
    sandbox: SandboxProcess, system: str, form: dict[str, str]
) -> None:
    done = httpx.post(f"{sandbox.url}/faults/{system}", data=form)
    assert done.status_code == 400
    assert httpx.get(f"{sandbox.url}/faults.json").json()["sms"]["mode"] == "normal"


def test_another_site_cannot_turn_a_switch(sandbox: SandboxProcess) -> None:
    done = httpx.post(
        f"{sandbox.url}/faults/sms",
        data={"mode": "down"},
        headers={"Origin": "http://elsewhere.example"},
    )
    assert done.status_code == 403


def test_a_fault_leaves_the_pages_alone(sandbox: SandboxProcess) -> None:
    sandbox.switch("sms", "down")
    assert httpx.get(f"{sandbox.url}/inbox").status_code == 200
    assert httpx.get(f"{sandbox.url}/health").status_code == 200
