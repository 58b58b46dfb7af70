"""The list of procedures: filters in the address, answers while typing."""

from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.procedure_rows import split_marks
from dvc_app.state.public.procedures import ProceduresState
from dvc_app.wording import procedures as wording
from services.work import Work
from tests.dvc_app.state.public.pages import go, open_state, send, target


@pytest.fixture
def listing(seeded_work: Work) -> Any:
    return open_state(ProceduresState, seeded_work, routes.PROCEDURES)


def test_everyday_words_without_marks_find_the_official_name(listing: Any) -> None:
    go(listing, f"{routes.PROCEDURES}?tim=lam+lai+so+do")
    send(listing.load())
    assert listing.rows[0].plain == "Làm lại sổ đỏ bị mất"
    assert "giấy chứng nhận" in listing.understood_as
    assert "lam lai so do" in listing.count_words


def test_the_marked_parts_make_the_whole_name(listing: Any) -> None:
    go(listing, f"{routes.PROCEDURES}?tim=khai+sinh")
    send(listing.load())
    first = listing.rows[0]
    assert "".join(part.text for part in first.parts).startswith("Thủ tục đăng ký")
    assert [part.text for part in first.parts if part.hit] == ["khai sinh"]


def test_what_looks_like_markup_stays_text() -> None:
    parts = split_marks("a <b>x</b>", ((2, 5),))
    assert [part.text for part in parts] == ["a ", "<b>", "x</b>"]


def test_filters_of_the_address_narrow_the_list_and_are_counted(listing: Any) -> None:
    send(listing.load())
    everything = len(listing.rows)
    go(listing, f"{routes.PROCEDURES}?muc-do=partial&cap=commune")
    send(listing.load())
    assert listing.chosen_count == 2
    assert 0 < len(listing.rows) < everything
    assert {row.level for row in listing.rows} == {"Một phần"}


def test_choosing_a_filter_changes_the_address_and_keeps_the_text(listing: Any) -> None:
    go(listing, f"{routes.PROCEDURES}?tim=dat&trang=2")
    send(listing.load())
    where = target(send(listing.choose("cap", "commune")))
    assert where == f"{routes.PROCEDURES}?tim=dat&cap=commune"


def test_a_filter_nobody_knows_is_not_taken(listing: Any) -> None:
    assert send(listing.choose("owner", "x")) is None


def test_typing_answers_without_changing_the_address(listing: Any) -> None:
    send(listing.load())
    assert send(listing.type_text("ket hon")) is None
    assert "kết hôn" in "".join(p.text for p in listing.rows[0].parts).lower()
    where = target(send(listing.commit({"tim": "ket hon"})))
    assert where == f"{routes.PROCEDURES}?tim=ket+hon"


def test_the_field_is_drawn_anew_only_for_other_words(listing: Any) -> None:
    send(listing.load())
    drawn = listing.field_key
    send(listing.type_text("khai sinh"))
    go(listing, f"{routes.PROCEDURES}?tim=khai+sinh")
    send(listing.load())
    assert listing.field_key == drawn
    go(listing, f"{routes.PROCEDURES}?tim=khai+tu")
    send(listing.load())
    assert listing.field_key != drawn


def test_nothing_found_names_what_was_asked(listing: Any) -> None:
    go(listing, f"{routes.PROCEDURES}?tim=zzqxwk")
    send(listing.load())
    assert listing.is_none
    assert "zzqxwk" in listing.none_words


def test_an_empty_catalogue_is_told_apart_from_a_hard_question(work: Work) -> None:
    listing = open_state(ProceduresState, work, routes.PROCEDURES)
    send(listing.load())
    assert listing.is_catalogue_empty


def test_pages_are_twenty_long_and_lead_on(listing: Any) -> None:
    send(listing.load())
    assert len(listing.rows) == 20
    assert listing.previous_href == ""
    assert listing.next_href == f"{routes.PROCEDURES}?trang=2"
    go(listing, f"{routes.PROCEDURES}?trang=２")  # full-width digits
    send(listing.load())
    assert listing.page_words.startswith("Trang 1/")


def test_every_filter_offers_names_with_counts(listing: Any) -> None:
    send(listing.load_filters())
    send(listing.load_sectors())
    for offered in (
        listing.levels,
        listing.agencies,
        listing.sectors,
        listing.online_levels,
    ):
        assert offered
        assert all(choice.words.endswith(")") for choice in offered)
    assert wording.LEVELS.keys() >= {choice.value for choice in listing.levels}
