"""Registering by every way that a group has (C02–C05), to the home page or to a no."""

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import ready
from tests.journeys.registering import (
    AGENCY,
    CITIZEN,
    ENTERPRISE,
    GAO_SACH,
    HEALTH_CENTRE,
    LEVEL_ONE,
    VAN_NAM,
    Person,
    a_slip,
    account_of,
    answer_phone,
    answer_token,
    ask_phone,
    ask_token,
    choose,
    confirm_and_finish,
    fill_form,
    forget,
    mend_token,
    prove_to_the_police,
    submit,
)
from tests.journeys.site import Site

USB, SIM, SMART_CA = "USB ký số", "SIM ký số", "VNPT SmartCA"
SIM_PHONE, SMART_CA_PHONE = "sim-signing", "smart-ca"
PROVED = "Chứng thư số đã được xác minh"
NOT_THERE = {"doanh-nghiep": "Bộ Công An", "co-quan": SMART_CA}
Prove = Callable[[Page, Site], None]


@pytest.fixture(autouse=True)
def anew(site: Site) -> Iterator[None]:
    """Nobody of ours has an account, before and after, and every system answers."""
    forget(site)
    yield
    forget(site)
    site.sandbox.mend()


# Citizens, by a form that a system vouches for.


@pytest.mark.parametrize(
    ("way", "source", "width"),
    [
        ("Thuê bao di động", "mobile_subscription", 390),
        ("Bảo hiểm xã hội", "social_insurance", 1280),
        ("Bưu điện Việt Nam", "post", 390),
    ],
)
def test_a_citizen_registers_by_a_form(
    site: Site, open_page: Open, way: str, source: str, width: int
) -> None:
    page = open_page(width, 844)
    choose(page, way)
    own = {}
    if source == "social_insurance":
        own = {"insurance_number": "9900000777"}
    if source == "post":
        own = {"post_account": VAN_NAM.phone, "slip_code": a_slip(site, VAN_NAM)}
    fill_form(page, VAN_NAM, **own)
    submit(page)

    confirm_and_finish(page, site, VAN_NAM)

    assert account_of(site, VAN_NAM.number) == {
        "party": "citizen",
        "full_name": VAN_NAM.name,
        "representative": "",
        "phone": VAN_NAM.phone,
        "assurance_level": 2,
        "assurance_source": source,
        "certificates": 0,
    }


def test_a_citizen_registers_through_the_police(site: Site, open_page: Open) -> None:
    page = open_page()
    choose(page, "Bộ Công An")
    prove_to_the_police(page, VAN_NAM.sim)
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_url("**/dang-ky/bo-cong-an**")
    facts = page.locator("dl.facts")
    expect(facts).to_contain_text(VAN_NAM.name)
    expect(facts).to_contain_text("17/04/1992")
    expect(page.get_by_label("Số điện thoại")).to_have_value(VAN_NAM.sim)
    assert "code=" not in page.url
    page.get_by_label("Số điện thoại").fill(VAN_NAM.phone)
    submit(page)

    confirm_and_finish(page, site, VAN_NAM)

    kept = account_of(site, VAN_NAM.number)
    assert (kept["assurance_level"], kept["assurance_source"]) == (2, "police")
    assert kept["phone"] == VAN_NAM.phone


# Everybody, with a certificate.


def with_token(key: str, page: Page, site: Site) -> None:
    """Sign with a USB token."""
    ask_token(page)
    answer_token(site, key)


def with_phone(user: str, kind: str, page: Page, site: Site) -> None:
    """Sign on a phone."""
    ask_phone(page, user)
    answer_phone(page, site, kind, "confirm")


@pytest.mark.parametrize(
    ("group", "way", "person", "prove", "width"),
    [
        (CITIZEN, USB, VAN_NAM, partial(with_token, VAN_NAM.key), 1280),
        (CITIZEN, SIM, VAN_NAM, partial(with_phone, VAN_NAM.sim, SIM_PHONE), 390),
        (
            CITIZEN,
            SMART_CA,
            VAN_NAM,
            partial(with_phone, VAN_NAM.number, SMART_CA_PHONE),
            1280,
        ),
        (ENTERPRISE, USB, GAO_SACH, partial(with_token, GAO_SACH.key), 390),
        (ENTERPRISE, SIM, GAO_SACH, partial(with_phone, GAO_SACH.sim, SIM_PHONE), 1280),
        (
            ENTERPRISE,
            SMART_CA,
            GAO_SACH,
            partial(with_phone, GAO_SACH.number, SMART_CA_PHONE),
            390,
        ),
        (AGENCY, USB, HEALTH_CENTRE, partial(with_token, HEALTH_CENTRE.key), 1280),
        (
            AGENCY,
            SIM,
            HEALTH_CENTRE,
            partial(with_phone, HEALTH_CENTRE.sim, SIM_PHONE),
            390,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_whoever_holds_a_certificate_registers_with_it(
    site: Site,
    open_page: Open,
    group: str,
    way: str,
    person: Person,
    prove: Prove,
    width: int,
) -> None:
    page = open_page(width, 844)
    choose(page, way, group)
    prove(page, site)
    expect(page.get_by_role("heading", name=PROVED)).to_be_visible()
    facts = page.locator("dl.facts")
    for told in (person.name, person.number, "Cấp chứng thư thử nghiệm"):
        expect(facts).to_contain_text(told)
    expect(facts).not_to_contain_text("CN=")
    _fill_the_rest(page, person)
    submit(page)

    confirm_and_finish(page, site, person)

    kept = account_of(site, person.number)
    parties = {CITIZEN: "citizen", ENTERPRISE: "enterprise", AGENCY: "state_agency"}
    sources = {USB: "usb", SIM: "sim", SMART_CA: "smart_ca"}
    representatives = {GAO_SACH: "Phạm Thị Thu", HEALTH_CENTRE: "Đinh Văn Hậu"}
    assert kept == {
        "party": parties[group],
        "full_name": person.name,
        "representative": representatives.get(person, ""),
        "phone": person.phone,
        "assurance_level": 3,
        "assurance_source": sources[way],
        "certificates": 1,
    }


def _fill_the_rest(page: Page, person: Person) -> None:
    """Fill what the certificate does not say; what it says is not asked for."""
    birth, head = page.get_by_label("Ngày sinh"), page.get_by_label("Người đại diện")
    expect(birth).to_have_count(1 if person is VAN_NAM else 0)
    expect(head).to_have_count(1 if person is HEALTH_CENTRE else 0)
    if person is VAN_NAM:
        birth.fill("17/04/1992")
    if person is HEALTH_CENTRE:
        head.fill("Đinh Văn Hậu")
    page.get_by_label("Số điện thoại").fill(person.phone)


# A no is told with what to do next, and keeps nobody.


def test_facts_the_carrier_does_not_know_are_refused_and_kept(
    open_page: Open,
) -> None:
    page = open_page(390, 844)
    choose(page, "Thuê bao di động")
    fill_form(page, Person(VAN_NAM.name, VAN_NAM.number, "0900000103"))
    submit(page)
    expect(page.locator("#carrier")).to_contain_text(
        re.compile("nhà mạng", re.IGNORECASE)
    )
    expect(page.get_by_label("Họ tên")).to_have_value(VAN_NAM.name)
    expect(page.get_by_label("Số điện thoại")).to_have_value("0900000103")
    expect(page).to_have_url(re.compile("/dang-ky/thue-bao"))


def test_an_insurance_number_of_somebody_else_is_refused(open_page: Open) -> None:
    page = open_page()
    choose(page, "Bảo hiểm xã hội")
    fill_form(page, VAN_NAM, insurance_number="9900000002")
    submit(page)
    expect(page.locator("#carrier")).to_contain_text("BHXH")
    expect(page.locator("#insurance_number")).to_have_value("9900000002")


def test_a_slip_the_post_did_not_print_is_refused(open_page: Open) -> None:
    page = open_page()
    choose(page, "Bưu điện Việt Nam")
    fill_form(page, VAN_NAM, post_account=VAN_NAM.phone, slip_code="ACDE3467")
    submit(page)
    expect(page.locator("#carrier")).to_contain_text(re.compile("phiếu|Bưu điện"))


def test_the_police_do_not_vouch_for_level_one(open_page: Open) -> None:
    page = open_page(390, 844)
    choose(page, "Bộ Công An")
    prove_to_the_police(page, LEVEL_ONE)
    page.get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_role("heading", name="Chưa đăng ký được")).to_be_visible()
    expect(page.get_by_text("chưa ở mức 2")).to_be_visible()
    page.get_by_role("link", name="Chọn cách đăng ký khác").click()
    page.wait_for_url(re.compile(r"/dang-ky/?(\?|$)"))


def test_who_does_not_let_the_police_tell_is_offered_another_way(
    open_page: Open,
) -> None:
    page = open_page()
    choose(page, "Bộ Công An")
    prove_to_the_police(page, VAN_NAM.sim)
    page.get_by_role("button", name="Từ chối").click()
    expect(page.get_by_text("không đồng ý chia sẻ thông tin")).to_be_visible()
    expect(page.get_by_role("link", name="Chọn cách đăng ký khác")).to_be_visible()


@pytest.mark.parametrize(
    ("way", "user", "kind", "width"),
    [
        (SIM, VAN_NAM.sim, SIM_PHONE, 390),
        (SMART_CA, VAN_NAM.number, SMART_CA_PHONE, 1280),
    ],
)
def test_a_no_on_the_phone_ends_the_request_and_another_may_follow(
    site: Site, open_page: Open, way: str, user: str, kind: str, width: int
) -> None:
    page = open_page(width, 844)
    choose(page, way)
    ask_phone(page, user)
    answer_phone(page, site, kind, "refuse")
    expect(page.get_by_text("đã bị từ chối trên điện thoại")).to_be_visible()
    expect(page.locator("#user")).to_have_value(user)
    ask_phone(page, user)
    answer_phone(page, site, kind, "confirm")
    expect(page.get_by_role("heading", name=PROVED)).to_be_visible()


def test_a_token_says_why_it_signed_nothing(site: Site, open_page: Open) -> None:
    page = open_page()
    choose(page, USB)
    ask_token(page)
    answer_token(site)
    expect(page.get_by_text("Bạn đã đóng cửa sổ ký")).to_be_visible()

    page.get_by_role("button", name="Ký bằng USB").click()
    for _ in range(3):
        answer_token(site, "khong-co-ten", pin="000000")
    answer_token(site)
    mend_token(site, "khong-co-ten")
    expect(page.get_by_text("Bạn đã đóng cửa sổ ký")).to_be_visible()

    page.get_by_role("button", name="Ký bằng USB").click()
    answer_token(site, VAN_NAM.key)
    expect(page.get_by_role("heading", name=PROVED)).to_be_visible()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("thu-hoi", "Chứng thư số đã bị thu hồi"),
        ("het-han", "Chứng thư số đã hết hạn"),
        (GAO_SACH.key, "không thuộc nhóm đã chọn"),
    ],
)
def test_a_certificate_that_does_not_serve_is_told_at_once(
    site: Site, open_page: Open, key: str, words: str
) -> None:
    page = open_page()
    choose(page, USB)
    ask_token(page)
    answer_token(site, key)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()
    expect(page.get_by_role("link", name="xem các cách đăng ký khác")).to_be_visible()


def test_a_certificate_that_has_an_account_leads_to_signing_in(
    site: Site, open_page: Open
) -> None:
    page = open_page()
    choose(page, USB)
    with_token(VAN_NAM.key, page, site)
    _fill_the_rest(page, VAN_NAM)
    submit(page)
    confirm_and_finish(page, site, VAN_NAM)
    another = open_page(390, 844)
    choose(another, USB)
    with_token(VAN_NAM.key, another, site)
    _fill_the_rest(another, VAN_NAM)

    submit(another)

    expect(another.locator("#certificate")).to_contain_text("đã gắn với một tài khoản")
    expect(another.get_by_text("đã có tài khoản từ trước")).to_be_visible()
    way_in = another.locator("main").get_by_role("link", name="Đăng nhập", exact=True)
    expect(way_in).to_be_visible()


# A system that is silent.


def test_a_silent_system_is_told_and_its_way_drawn_with_the_reason(
    site: Site, open_page: Open
) -> None:
    page = open_page(390, 844)
    site.sandbox.switch("smart_ca", "down")
    choose(page, SMART_CA)
    ask_phone(page, VAN_NAM.number)
    expect(page.get_by_text("Dịch vụ ký số chưa trả lời")).to_be_visible()
    page.get_by_role("link", name="xem các cách đăng ký khác").click()
    way = page.locator("a.method").filter(has_text=SMART_CA)
    expect(way).to_contain_text("hệ thống này chưa trả lời")
    other = page.locator("a.method").filter(has_text=SIM)
    expect(other).not_to_contain_text("chưa trả lời")

    site.sandbox.mend()
    way.click()
    ask_phone(page, VAN_NAM.number)
    answer_phone(page, site, SMART_CA_PHONE, "confirm")
    expect(page.get_by_role("heading", name=PROVED)).to_be_visible()


def test_a_silent_insurance_keeps_what_was_typed(site: Site, open_page: Open) -> None:
    page = open_page()
    site.sandbox.switch("social_insurance", "down")
    choose(page, "Bảo hiểm xã hội")
    fill_form(page, VAN_NAM, insurance_number="9900000777")
    submit(page)
    expect(page.locator("#carrier")).to_contain_text("chưa trả lời")
    expect(page.get_by_label("Họ tên")).to_have_value(VAN_NAM.name)


@pytest.mark.parametrize(("group", "way"), NOT_THERE.items())
def test_a_way_not_open_to_a_group_is_not_drawn(
    open_page: Open, group: str, way: str
) -> None:
    page = open_page(390, 844)
    page.goto(f"/dang-ky?nhom={group}")
    ready(page)
    expect(page.locator("a.method").filter(has_text=USB)).to_be_visible()
    expect(page.locator("a.method").filter(has_text=way)).to_have_count(0)
    for tab in page.locator("nav.tabs a").all():
        box = tab.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 390
