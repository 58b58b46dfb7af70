"""What people type finds what they mean."""

import tomllib
from pathlib import Path

import pytest
from sqlalchemy import event

from services.procedures.import_catalogue import import_catalogue
from services.procedures.list_filters import list_filters
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.procedures.models import Procedure
from services.procedures.search_procedures import Search, search_procedures
from services.procedures.suggest_procedures import suggest_procedures
from services.procedures.version import renew_version
from services.work import Work
from tests.services.procedures.catalogue_files import (
    DETAILS,
    LIST,
    with_national_files,
)

CASES = tomllib.loads((Path(__file__).parent / "search_cases.toml").read_text("utf-8"))
GOAL = 0.95


def missed(work: Work, cases: dict[str, str]) -> list[str]:
    """Return the questions whose answer is not among the first three."""
    return [
        f"{text} → {code}"
        for text, code in cases.items()
        if code not in codes(work, Search(text=text, limit=3))
    ]


def codes(work: Work, query: Search) -> list[str]:
    return [hit.row.code for hit in search_procedures(work, query).hits]


@pytest.fixture
def seeded(seeded_work: Work) -> Work:
    return seeded_work


def test_the_table_of_questions_is_long_enough() -> None:
    assert len(CASES["list"]) >= 90


def test_the_seed_answers_its_questions(seeded: Work) -> None:
    assert missed(seeded, CASES["seed"]) == []


@with_national_files
def test_the_national_list_answers_with_and_without_the_seed(work: Work) -> None:
    import_catalogue(work, [LIST, DETAILS])
    alone = missed(work, CASES["list"])
    load_agencies(work)
    load_seed(work)
    together = missed(work, CASES["list"] | CASES["seed"])

    assert len(alone) <= (1 - GOAL) * len(CASES["list"]), alone
    assert len(together) <= (1 - GOAL) * len(CASES["list"] | CASES["seed"]), together


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký kết hôn",
        "DANG KY KET HON",
        "đăng kí kết hôn",
        "dang  ky,ket-hon",
        "kethon",
    ],
)
def test_marks_capitals_and_slips_do_not_matter(seeded: Work, text: str) -> None:
    assert codes(seeded, Search(text=text))[0] == "1.000894"


def test_a_plain_procedure_stands_before_its_rare_relations(
    work: Work,
) -> None:
    names = [
        "Thủ tục đăng ký kết hôn lưu động",
        "Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới",
        "Thủ tục đăng ký kết hôn",
    ]
    for number, name in enumerate(names):
        work.session.add(
            Procedure(code=f"9.00000{number}", name=name, updated_at=work.now)
        )
    renew_version(work.session)

    assert codes(work, Search(text="ket hon"))[0] == "9.000002"
    assert codes(work, Search(text="kết hôn lưu động"))[0] == "9.000000"


def test_everyday_words_say_what_they_were_understood_as(seeded: Work) -> None:
    found = search_procedures(seeded, Search(text="sổ đỏ"))

    assert found.understood_as == "giấy chứng nhận quyền sử dụng đất"
    assert found.hits[0].row.code == "1.012783"


def test_a_word_typed_with_other_marks_is_not_taken_for_an_everyday_word(
    seeded: Work,
) -> None:
    assert search_procedures(seeded, Search(text="số đo")).understood_as == ""


def test_what_was_asked_is_marked_in_the_name(seeded: Work) -> None:
    hit = search_procedures(seeded, Search(text="giay phep xay dung")).hits[0]

    marked = [hit.row.name[start:end] for start, end in hit.marks]

    assert any("giấy phép xây dựng" in part for part in marked)


def test_filters_narrow_and_count(seeded: Work) -> None:
    everything = search_procedures(seeded, Search(limit=100))
    at_linh_son = search_procedures(seeded, Search(agency="H55.242", limit=100))
    police = search_procedures(seeded, Search(sector="dat dai", level="province"))

    assert everything.facets["agency"]["H55.242"] == at_linh_son.total
    assert 0 < at_linh_son.total < everything.total
    assert {hit.row.sector for hit in police.hits} == {"Đất đai"}
    assert search_procedures(seeded, Search(level="moon")).total == 0


def test_filters_offer_only_what_holds_a_procedure(seeded: Work) -> None:
    filters = list_filters(seeded)

    assert all(o.count for o in filters.agencies + filters.sectors)
    assert "H55.242" in [o.value for o in filters.agencies]


def test_pages_do_not_overlap_and_a_page_too_far_is_the_last(seeded: Work) -> None:
    first = codes(seeded, Search())
    second = codes(seeded, Search(page=2))
    last = -(-search_procedures(seeded, Search()).total // 20)

    assert len(first) == 20
    assert not set(first) & set(second)
    assert codes(seeded, Search(page=99)) == codes(seeded, Search(page=last))
    assert codes(seeded, Search(page=-1)) == first


def test_a_code_or_its_beginning_finds_the_procedure(seeded: Work) -> None:
    assert codes(seeded, Search(text="1.001193")) == ["1.001193"]
    assert codes(seeded, Search(text=" 1001193 ")) == ["1.001193"]
    assert set(codes(seeded, Search(text="1.0127"))) == {
        "1.012783",
        "1.012784",
        "1.012786",
    }


@pytest.mark.parametrize(
    "text", ["", " ", "%_'\"\\", "<script>", "đ" * 5_000, "🙂", "\x00", "a", "()"]
)
def test_any_text_gets_an_answer(seeded: Work, text: str) -> None:
    search_procedures(seeded, Search(text=text))
    suggest_procedures(seeded, text)


def test_nothing_found_names_the_nearest(seeded: Work) -> None:
    found = search_procedures(seeded, Search(text="xhứng txực bảm zao"))

    assert found.hits == () or found.nearest == ()
    assert found.hits or found.nearest


def test_an_answer_while_typing_is_short(seeded: Work) -> None:
    answer = suggest_procedures(seeded, "khai s")

    assert 0 < len(answer.items) <= 6
    assert "1.001193" in [item.code for item in answer.items]
    assert suggest_procedures(seeded, "k").items == ()


def test_a_search_takes_at_most_five_statements(seeded: Work) -> None:
    statements: list[str] = []
    connection = seeded.session.connection()
    event.listen(
        connection,
        "before_cursor_execute",
        lambda *given: statements.append(given[2]),
    )
    renew_version(seeded.session)
    statements.clear()

    search_procedures(seeded, Search(text="khai sinh"))
    cold = len(statements)
    search_procedures(seeded, Search(text="khai sinh"))

    assert cold <= 5
    assert len(statements) - cold == 1


def test_a_change_of_the_catalogue_is_seen_by_the_next_search(seeded: Work) -> None:
    search_procedures(seeded, Search(text="khai sinh"))
    seeded.session.add(
        Procedure(code="9.000009", name="Cấp thẻ phi hành gia", updated_at=seeded.now)
    )
    renew_version(seeded.session)

    assert codes(seeded, Search(text="phi hanh gia")) == ["9.000009"]
