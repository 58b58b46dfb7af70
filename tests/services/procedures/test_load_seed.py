"""The procedures that come with the portal are whole."""

import pytest

from services.core.errors import NotFound
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed, read_seed
from services.procedures.models import AgencyLevel, CaseKind, TimeUnit
from services.procedures.receiving_units import units_of
from services.procedures.show_procedure import show_procedure
from services.province import province
from services.work import Work

SECTORS = {
    "Hộ tịch",
    "Đất đai",
    "Hoạt động xây dựng",
    "Quy hoạch đô thị và nông thôn",
    "Bảo trợ xã hội",
    "Lao động, tiền lương",
    "Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân",
    "Môi trường",
    "Thành lập và hoạt động của doanh nghiệp",
    "Mã số đơn vị có quan hệ với ngân sách",
    "Đường bộ",
    "Liên thông khai sinh, khai tử",
}


@pytest.fixture
def seeded(seeded_work: Work) -> Work:
    return seeded_work


def test_the_seed_holds_enough_and_covers_every_sector_of_the_manuals() -> None:
    seed = read_seed()

    assert len(seed) >= 24
    assert len({one.code for one in seed}) == len(seed)
    assert {one.sector for one in seed} >= SECTORS


@pytest.mark.parametrize("code", [one.code for one in read_seed()])
def test_every_procedure_can_be_read_whole(seeded: Work, code: str) -> None:
    found = show_procedure(seeded, code)

    papers = [c for case in found.cases for c in case.components]
    assert any(c.required and c.is_paper for c in papers)
    assert all(c.original_qty + c.copy_qty > 0 for c in papers)
    assert all(c.required or c.required_when for c in found.cases[0].components)
    assert found.fees
    assert all((f.amount is None) == f.needs_confirmation for f in found.fees)
    assert found.limit.value
    assert found.limit.unit is not TimeUnit.UNCLEAR
    assert found.channels
    assert found.units
    assert found.results
    assert found.legal_basis
    assert found.steps
    assert found.plain_name
    assert [step["role"] for step in found.process] == ["processing", "approver"]


def test_loading_twice_changes_nothing(seeded: Work) -> None:
    before = [show_procedure(seeded, one.code) for one in read_seed()]

    assert load_seed(seeded) == 0
    assert [show_procedure(seeded, one.code) for one in read_seed()] == before


def test_the_steps_share_the_time_limit(seeded: Work) -> None:
    found = show_procedure(seeded, "1.012783")

    assert sum(step["hours"] for step in found.process) == 5 * 8


def test_communes_receive_births_and_the_department_receives_companies(
    seeded: Work,
) -> None:
    births = units_of(seeded, "1.001193")
    companies = units_of(seeded, "2.001199")

    assert "H55.242" in [u.code for u in births]
    assert {u.level for u in births} == {AgencyLevel.COMMUNE}
    assert [u.name for u in companies] == ["Sở Tài chính"]
    with pytest.raises(NotFound):
        units_of(seeded, "9.999999")


def test_papers_to_show_stand_apart_from_papers_to_hand_in(seeded: Work) -> None:
    kinds = [case.kind for case in show_procedure(seeded, "1.000894").cases]

    assert kinds == [CaseKind.SUBMIT, CaseKind.PRESENT]


def test_what_the_national_portal_takes_is_not_filed_here(seeded: Work) -> None:
    assert not show_procedure(seeded, "1.004222").can_be_filed
    assert show_procedure(seeded, "1.001193").can_be_filed


def test_a_second_province_is_served_by_its_profile_alone(work: Work) -> None:
    elsewhere = Work(**(vars(work) | {"province": province("kon-tum")}))
    load_agencies(elsewhere)
    load_seed(elsewhere)

    for one in read_seed():
        units = show_procedure(elsewhere, one.code).units
        assert all(u.code.startswith("H34.") for u in units)
    assert units_of(elsewhere, "1.001193")


def test_an_unknown_procedure_is_not_found(seeded: Work) -> None:
    with pytest.raises(NotFound):
        show_procedure(seeded, "no such code")
