"""What an officer's page says while the land registry waits for papers."""

import pytest

from dvc_app.state.officer.dossier_rows import event_rows, land_wish
from services.dossiers.models import DossierStatus
from services.dossiers.show_dossier import Happening
from tests.conftest import NOON

S = DossierStatus
TAX = "https://land.example.vn/thue/1"


def line(event: str, status: DossierStatus = S.PROCESSING, **facts: str) -> Happening:
    return Happening(NOON, status, event, "Phường Linh Sơn", "", facts)


def test_it_says_what_is_asked_for_with_the_day() -> None:
    asked = line("land_supplement_asked", words="Cần mảnh trích đo.")
    said = land_wish([line("land_taxes"), line("step_done"), asked])
    assert "23/11/2026" in said
    assert "Cần mảnh trích đo. Báo này" in said
    assert "không ghi lý do." in land_wish([line("land_supplement_asked")])


@pytest.mark.parametrize(
    "later",
    [
        line("land_supplement_taken"),
        line("land_ended"),
        line("land_given_back"),
        line("returned", S.RETURNED),
    ],
)
def test_it_goes_when_they_have_it_or_the_dossier_has_ended(later: Happening) -> None:
    assert land_wish([later, line("land_supplement_asked", words="x")]) == ""


def test_a_dossier_they_never_spoke_of_says_nothing() -> None:
    assert land_wish([line("step_done"), line("received")]) == ""


def test_a_tax_notice_is_a_line_with_its_link() -> None:
    [row] = event_rows([line("land_taxes", words="Lệ phí trước bạ TB-1", link=TAX)])
    assert (row.note, row.link) == ("Lệ phí trước bạ TB-1", TAX)
