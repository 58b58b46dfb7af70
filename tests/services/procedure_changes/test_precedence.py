"""A local change goes before the seed, the seed before the national record (A02)."""

from pathlib import Path
from typing import Any

import pytest

from services.procedure_changes.decide import withdraw_change
from services.procedure_changes.show_facts import show_facts
from services.procedures import load_seed as seed
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.procedures.show_procedure import show_procedure
from services.procedures.version import catalogue_version
from services.work import Work
from tests.factories.procedure_changes import administrator, papers_of, publish
from tests.services.procedures.test_import_catalogue import detail, method, row, run

BIRTH = "1.001193"
NATIONAL = "9.000001"


def case(name: str) -> dict[str, Any]:
    """Return a group with one paper, as the national portal has it."""
    return {
        "name": "",
        "profileComponents": [
            {"name": name, "originalQty": 1, "copyQty": 0, "code": "K1"}
        ],
    }


@pytest.fixture
def shipped(work: Work) -> Work:
    """An empty database with the seed."""
    load_agencies(work)
    load_seed(work)
    return work


def test_the_seed_never_writes_over_what_was_published(
    shipped: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = show_facts(administrator(shipped), BIRTH)
    papers = papers_of(shown)
    publish(
        shipped,
        BIRTH,
        summary="Của tỉnh",
        units=shown.basis["units"][:1],
        papers=papers[1:],
    )
    published = show_procedure(shipped, BIRTH)
    version = catalogue_version(shipped.session)
    assert load_seed(shipped) == 0
    assert show_procedure(shipped, BIRTH) == published
    assert catalogue_version(shipped.session) == version

    newer = [
        one.model_copy(update={"summary": "Bản mới", "requirements": "Yêu cầu mới"})
        for one in seed.read_seed()
    ]
    monkeypatch.setattr(seed, "read_seed", lambda: newer)
    assert load_seed(shipped) == len(newer)
    now = show_procedure(shipped, BIRTH)
    assert now.summary == "Của tỉnh"
    assert now.requirements == "Yêu cầu mới"
    assert (now.cases, now.units) == (published.cases, published.units)


def test_what_comes_back_is_the_newest_seed(
    shipped: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = show_procedure(shipped, BIRTH)
    shown = show_facts(administrator(shipped), BIRTH)
    made = publish(
        shipped,
        BIRTH,
        summary="Của tỉnh",
        units=shown.basis["units"][:1],
        papers=papers_of(shown)[1:],
    )
    newer = [one.model_copy(update={"summary": "Bản mới"}) for one in seed.read_seed()]
    monkeypatch.setattr(seed, "read_seed", lambda: newer)
    load_seed(shipped)
    withdraw_change(administrator(shipped), made)
    back = show_procedure(shipped, BIRTH)
    assert back.summary == "Bản mới"
    assert (back.cases, back.units) == (before.cases, before.units)


def test_the_national_catalogue_never_writes_over_what_was_published(
    work: Work, tmp_path: Path
) -> None:
    run(work, tmp_path, row())
    run(work, tmp_path, detail(executionCases=[case("Giấy cũ")]))
    shown = show_facts(administrator(work), NATIONAL)
    (paper,) = papers_of(shown)
    made = publish(
        work,
        NATIONAL,
        plain_name="Tên dễ hiểu",
        papers=(paper, paper.__class__(**vars(paper) | {"key": "", "name": "Thêm"})),
        limit_value="2",
    )
    record = detail(
        executionCases=[case("Giấy mới")],
        executionMethods=[method(processingTime=9)],
        requirementsAndConditions="Điều kiện mới",
    )
    run(work, tmp_path, record)
    now = show_procedure(work, NATIONAL)
    assert now.plain_name == "Tên dễ hiểu"
    assert now.limit.value == 2
    assert [c.name for c in now.cases[0].components] == ["Giấy cũ", "Thêm"]
    assert now.requirements == "Điều kiện mới"
    below = show_facts(administrator(work), NATIONAL).below
    assert below["limit"]["value"] == 9
    withdraw_change(administrator(work), made)
    back = show_procedure(work, NATIONAL)
    assert back.limit.value == 9
    assert [c.name for c in back.cases[0].components] == ["Giấy mới"]


@pytest.mark.parametrize("national_first", [True, False])
def test_what_the_national_record_says_stays_to_be_compared(
    work: Work, tmp_path: Path, national_first: bool
) -> None:
    record = detail(
        code=BIRTH,
        executionCases=[case("Giấy của Bộ")],
        executionMethods=[method(processingTime=7)],
    )
    load_agencies(work)
    if not national_first:
        load_seed(work)
    run(work, tmp_path, record)
    load_seed(work)
    shown = show_facts(administrator(work), BIRTH)
    assert shown.is_seed
    assert shown.national is not None
    assert shown.national["limit"]["value"] == 7
    assert shown.national["cases"][0]["papers"][0]["name"] == "Giấy của Bộ"
    assert shown.now["limit"]["value"] != 7


def test_the_remarks_of_the_importer_are_shown(work: Work, tmp_path: Path) -> None:
    run(work, tmp_path, row(departments=[]))
    shown = show_facts(administrator(work), NATIONAL)
    assert "agency_missing" in {one.reason for one in shown.remarks}
    assert shown.national is not None
