"""Life events lead to procedures the province really has."""

import pytest

from services.core.errors import NotFound
from services.procedures.life_events import life_events, show_life_event
from services.procedures.load_seed import read_seed
from services.procedures.next_procedures import next_procedures
from services.work import Work
from tests.factories.dossiers import make_filing


def test_every_procedure_of_an_event_is_in_the_seed() -> None:
    known = {one.code for one in read_seed()}
    for event in life_events().values():
        named = {step.procedure for step in event.steps} | {event.bundle} - {""}
        assert named <= known, event.code


def test_the_events_of_the_home_page_are_all_there() -> None:
    assert {
        "sinh-con",
        "ket-hon",
        "xay-nha",
        "mo-cua-hang",
        "nguoi-than-qua-doi",
        "nguoi-cao-tuoi",
        "khuyet-tat",
    } <= set(life_events())


def test_a_procedure_that_is_not_in_the_catalogue_is_left_out(work: Work) -> None:
    make_filing(work.session, code="1.001193")
    view = show_life_event(work, "sinh-con")
    assert [step.row.code for step in view.steps] == ["1.001193"]
    assert view.bundle is None


@pytest.mark.parametrize("code", ["", "khong-co", "' or 1=1 --", "../.."])
def test_an_unknown_event_is_not_there(work: Work, code: str) -> None:
    with pytest.raises(NotFound):
        show_life_event(work, code)


def test_after_one_procedure_the_others_of_its_event_come_next(work: Work) -> None:
    for code in ("2.002621", "1.001193", "1.004222"):
        make_filing(work.session, code=code)
    assert [one.code for one in next_procedures(work, "1.001193")] == ["1.004222"]


def test_whoever_filed_a_bundle_is_not_sent_to_file_its_parts_again(work: Work) -> None:
    for code in ("2.002621", "1.001193", "1.004222"):
        make_filing(work.session, code=code)
    assert next_procedures(work, "2.002621") == ()
