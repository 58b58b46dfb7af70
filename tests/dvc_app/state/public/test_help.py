"""The places to go are found by name, with or without marks."""

from dvc_app.state.public.help import HelpState
from services.procedures.load_agencies import load_agencies
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send


def test_the_provinces_own_centre_stands_first(work: Work) -> None:
    load_agencies(work)
    page = open_state(HelpState, work)
    send(page.load())
    assert page.desks[0].name.startswith("Trung tâm Phục vụ hành chính công")
    assert page.desks[0].phone_href.startswith("tel:0208")


def test_a_commune_is_found_by_a_part_of_its_name(work: Work) -> None:
    load_agencies(work)
    page = open_state(HelpState, work)
    send(page.find("gia sang"))
    assert [desk.name for desk in page.desks] == ["Ủy ban nhân dân phường Gia Sàng"]


def test_without_agencies_nothing_is_counted(work: Work) -> None:
    page = open_state(HelpState, work)
    send(page.load())
    assert page.loaded
    assert page.count_words == ""
