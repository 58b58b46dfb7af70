"""Acting for a relative: granted, accepted, and its end felt at once (R41, AZ-10)."""

from playwright.sync_api import expect

from tests.journeys.conftest import Open
from tests.journeys.people import ready
from tests.journeys.site import Site

PAGE = "/ca-nhan/uy-quyen"
RELATIVE = "999085000002"


def test_a_relative_accepts_and_the_end_of_the_right_is_felt(
    site: Site, open_page: Open
) -> None:
    granter, relative = site.account("citizen"), site.account(RELATIVE)
    giving, taking = open_page(as_kind="citizen"), open_page(390, 844, as_kind=RELATIVE)
    giving.goto(PAGE)
    ready(giving)
    giving.get_by_role("button", name="Ủy quyền cho người thân").click()
    giving.get_by_label("Họ tên người được ủy quyền").fill(relative.name)
    giving.get_by_label("Số CCCD hoặc số điện thoại").fill(relative.sign_in)
    giving.get_by_role("button", name="Gửi lời ủy quyền").click()
    expect(giving.get_by_text("Chờ trả lời")).to_be_visible()

    taking.goto(PAGE)
    ready(taking)
    taking.get_by_role("button", name=f"Đồng ý làm thay {granter.name}").click()
    expect(taking.get_by_text("Đang có hiệu lực")).to_be_visible()
    expect(giving.get_by_text("Đang có hiệu lực")).to_be_visible()

    giving.get_by_role("button", name="Hủy quyền").click()
    giving.get_by_role("button", name="Hủy ngay").click()
    expect(giving.get_by_text("Đã hủy").first).to_be_visible()
    expect(taking.get_by_text("Đang có hiệu lực")).to_have_count(0)
