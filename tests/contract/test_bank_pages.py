"""The sandbox's bank (C20): what a person sees there, and what a tester can choose."""

from collections.abc import Iterator

import httpx
import pytest

from services.integrations.payment_gateways.port import Order
from tests.contract.gateway_office import Office, connect
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess

PASSWORD = "thu-nghiem"


@pytest.fixture(scope="module")
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


@pytest.fixture
def office(sandbox: SandboxProcess, listener: NoticeListener) -> Iterator[Office]:
    client, gateway = connect("vnpay", sandbox, 2.0)
    with client:
        office = Office("vnpay", sandbox, listener, gateway)
        office.acknowledge()
        yield office


class Bank:
    """A browser at the page of one order."""

    def __init__(self, office: Office, order: Order | None = None) -> None:
        self.office, self.order = office, order or office.order()
        self.client = httpx.Client(base_url=office.sandbox.url, timeout=10)
        arrived = self.client.get(office.gateway.begin(self.order).url)
        self.at = arrived.headers["location"]

    @property
    def page(self) -> str:
        """What is on the screen."""
        return self.client.get(self.at).text

    def post(self, step: str, **form: str) -> httpx.Response:
        """Press a button."""
        return self.client.post(f"{self.at}/{step}", data=form)

    def sign_in(self, name: str = "senly") -> str:
        """Choose a bank, sign in, and return the OTP of the inbox."""
        self.post("bank", bank="BIDV")
        self.post("sign-in", username=name, password=PASSWORD)
        (message,) = (
            one
            for one in self.office.sandbox.inbox()
            if self.order.number in one["text"]
        )
        code: str = message["text"].split(":")[1].split()[0]
        return code

    @property
    def state(self) -> str:
        """What the ledger says of the order."""
        state: str = self.office.kept(self.order)["state"]
        return state


@pytest.fixture
def bank(office: Office) -> Bank:
    return Bank(office)


def test_the_page_says_who_is_paid_what_and_that_nothing_is_real(bank: Bank) -> None:
    for words in (
        "Môi trường thử nghiệm",
        "Nhà cung cấp",
        "Mã đơn hàng",
        bank.order.number,
        "Số tiền",
        "150.000 đ",
        "Chọn ngân hàng",
    ):
        assert words in bank.page


def test_signing_in_and_the_otp_pay_and_lead_home(bank: Bank) -> None:
    otp = bank.sign_in()
    assert otp in bank.page
    home = bank.post("confirm", otp=f"{otp[:3]} {otp[3:]}")
    assert home.status_code == 303
    assert home.headers["location"].startswith(bank.order.return_url)
    assert bank.state == "paid"
    assert bank.office.kept(bank.order)["bank"] == "BIDV"
    assert "đã được thanh toán" in bank.page


def test_a_wrong_password_and_a_wrong_otp_are_told(bank: Bank) -> None:
    bank.post("bank", bank="BIDV")
    wrong = bank.post("sign-in", username="senly", password="x")
    assert "chưa đúng" in wrong.text
    bank.sign_in()
    assert "còn 2 lần" in bank.post("confirm", otp="000").text
    assert bank.state == "open"


def test_a_third_wrong_otp_ends_the_order(bank: Bank) -> None:
    bank.sign_in()
    for _ in range(3):
        answer = bank.post("confirm", otp="000")
    assert "vnp_ResponseCode=13" in answer.headers["location"]
    assert bank.state == "failed"


@pytest.mark.parametrize(
    ("holder", "code"),
    [("cuongma", "51"), ("hoado", "65"), ("binhnong", "12"), ("tuyettrieu", "09")],
)
def test_an_account_that_cannot_pay_says_why(
    bank: Bank, holder: str, code: str
) -> None:
    otp = bank.sign_in(holder)
    home = bank.post("confirm", otp=otp)
    assert f"vnp_ResponseCode={code}" in home.headers["location"]


def test_going_back_is_a_cancelled_order(bank: Bank) -> None:
    assert "vnp_ResponseCode=24" in bank.post("cancel").headers["location"]


@pytest.mark.parametrize(
    ("scenario", "state", "notices"),
    [
        ("success", "paid", 1),
        ("told_first", "paid", 1),
        ("double", "paid", 2),
        ("wrong_amount", "paid", 1),
        ("closed", "paid", 1),
        ("lost", "paid", 0),
        ("funds", "failed", 1),
        ("timeout", "failed", 1),
        ("silence", "open", 0),
    ],
)
def test_what_a_tester_chooses_happens(
    bank: Bank, scenario: str, state: str, notices: int
) -> None:
    answer = bank.post("try", scenario=scenario, seconds="15", taken="149000")
    told = bank.office.listener.about(bank.order.number, notices)
    kept = bank.office.kept(bank.order)
    assert (kept["state"], len(told)) == (state, notices)
    assert answer.status_code == (200 if scenario in ("closed", "silence") else 303)
    if scenario == "wrong_amount":
        assert kept["paid"] == 149_000


def test_a_late_notice_comes_after_the_person(bank: Bank) -> None:
    bank.post("try", scenario="late", seconds="1")
    assert bank.office.kept(bank.order)["notices"] == []
    assert len(bank.office.listener.about(bank.order.number)) == 1


def test_another_site_moves_no_money(bank: Bank) -> None:
    foreign = {"Origin": "http://elsewhere.example"}
    done = bank.client.post(
        f"{bank.at}/try", data={"scenario": "success"}, headers=foreign
    )
    assert done.status_code == 403
    assert bank.state == "open"


def test_nobody_guesses_the_page_of_an_order(office: Office) -> None:
    page = httpx.get(f"{office.sandbox.url}/pay/{'0' * 24}")
    assert page.status_code == 404
    assert "Không có đơn hàng này" in page.text


def test_the_ledger_shows_the_order_and_tells_again(bank: Bank) -> None:
    bank.post("try", scenario="lost")
    assert bank.order.number in bank.client.get("/payments").text
    form = {"gateway": "vnpay", "number": bank.order.number, "from": "board"}
    assert bank.client.post("/payments.notice", data=form).status_code == 303
    assert len(bank.office.listener.about(bank.order.number)) == 1
