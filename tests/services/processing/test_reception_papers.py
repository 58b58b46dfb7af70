"""Papers at the reception: opened when from the vault, copies counted, reasons picked."""

from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.open_file import open_file
from services.files.models import StoredFile
from services.processing.hold import Held, ask_for_hold, give_hold
from services.processing.models import ComponentVerdict
from services.processing.open_reception import open_reception
from services.processing.receipt_facts import receipt_facts
from services.processing.receive import receive
from services.processing.save_copy import CopyForm, save_copy
from services.processing.save_verdict import save_verdict
from services.processing.views import JudgedComponent
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import Actor, Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_form,
    make_new,
    make_received,
)
from tests.factories.vault import make_document, make_use


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_new(work, desk)


@pytest.fixture
def colleague(work: Work, desk: Desk) -> Actor:
    agency = desk.filing.agency.id
    return make_account_officer(work.session, agency, Role.INTAKE, name="Vũ Minh")


def from_vault(
    work: Work, desk: Desk, code: str, origin: str, days: int = 30
) -> StoredFile:
    """Let the dossier's paper come from the vault, good for so many days."""
    dossier = dossier_of(work, code)
    of_dossier = select(StoredFile).where(StoredFile.subject_id == dossier.id)
    file = work.session.exec(of_dossier).one()
    file.origin, file.has_thumbnail = origin, True
    until = local_day(work.now) + timedelta(days=days)
    document, _ = make_document(work, desk.filing.account.id, valid_until=until)
    make_use(work, document, (dossier.id, file.slot), file.id)
    work.storage.put(file.key, b"%PDF-1.7")
    work.storage.put(file.thumbnail_key, b"jpeg")
    work.session.flush()
    return file


def paper(work: Work, officer: Actor, code: str) -> JudgedComponent:
    return open_reception(acting(work, officer), code).components[0]


def test_a_paper_from_the_vault_is_opened_before_it_counts(
    work: Work, desk: Desk, code: str
) -> None:
    file = from_vault(work, desk, code, "upload")
    mine = acting(work, desk.intake)
    assert paper(work, desk.intake, code).must_open
    with pytest.raises(RuleViolation) as refusal:
        save_verdict(mine, code, "G01", True)
    assert refusal.value.problems == {"verdict": "vault_unopened"}
    open_file(mine, file.id)
    assert not paper(work, desk.intake, code).must_open
    assert save_verdict(mine, code, "G01", True).is_accepted


def test_its_small_picture_is_no_reading(work: Work, desk: Desk, code: str) -> None:
    file = from_vault(work, desk, code, "upload")
    open_file(acting(work, desk.intake), file.id, thumbnail=True)
    assert paper(work, desk.intake, code).must_open


def test_what_a_colleague_opened_was_not_opened_by_who_decides(
    work: Work, desk: Desk, code: str, colleague: Actor
) -> None:
    file = from_vault(work, desk, code, "upload")
    open_file(acting(work, colleague), file.id)
    assert paper(work, desk.intake, code).must_open


def test_a_paper_that_was_sent_needs_no_opening(
    work: Work, desk: Desk, code: str
) -> None:
    assert not paper(work, desk.intake, code).must_open


@pytest.mark.parametrize(
    ("origin", "days", "is_issued"),
    [
        ("result", 30, True),
        ("national_store", 0, True),
        ("certified_copy", -1, False),
        ("upload", 30, False),
    ],
)
def test_an_earlier_result_that_holds_says_so(
    work: Work, desk: Desk, code: str, origin: str, days: int, is_issued: bool
) -> None:
    from_vault(work, desk, code, origin, days)
    assert paper(work, desk.intake, code).is_issued is is_issued


def test_kind_and_number_of_copies_stand_on_the_receipt(
    work: Work, desk: Desk, code: str
) -> None:
    mine = acting(work, desk.intake)
    save_copy(mine, code, "G01", CopyForm("paper", "certified", "2", True))
    seen = paper(work, desk.intake, code).copy
    assert (seen.medium, seen.kind, seen.count) == ("paper", "certified", 2)
    assert seen.is_compared
    save_verdict(mine, code, "G01", True)
    receive(mine, code, make_form(), "press")
    (part,) = receipt_facts(mine, code).parts
    assert (part.originals, part.certified, part.copies) == (0, 2, 0)


def test_without_a_word_files_are_plain_copies(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    (part,) = receipt_facts(acting(work, desk.intake), code).parts
    assert (part.originals, part.certified, part.copies) == (0, 0, 1)


@pytest.mark.parametrize("count", ["0", "", "100", "hai", "-1", "²"])
def test_a_number_nobody_hands_in_is_refused(
    work: Work, desk: Desk, code: str, count: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        save_copy(acting(work, desk.intake), code, "G01", CopyForm(count=count))
    assert refusal.value.problems == {"count": "copies_count"}


def test_copies_are_of_papers_on_the_list_and_before_reception(
    work: Work, desk: Desk, code: str
) -> None:
    mine = acting(work, desk.intake)
    with pytest.raises(NotFound):
        save_copy(mine, code, "G99", CopyForm())
    with pytest.raises(NotFound):
        save_copy(mine, code, "G01", CopyForm(kind="stolen"))
    received = make_received(work, desk).code
    with pytest.raises(Conflict):
        save_copy(mine, received, "G01", CopyForm())


def test_a_reason_of_a_template_is_counted_by_its_key(
    work: Work, desk: Desk, code: str
) -> None:
    work.session.add(
        TextTemplate(
            kind=TemplateKind.NOT_ACCEPTED,
            key="unreadable",
            state=TemplateState.PUBLISHED,
            title="Mờ",
            body="Bản chụp mờ, cần chụp lại",
            valid_from=local_day(work.now),
            written_at=work.now,
        )
    )
    work.session.flush()
    mine = acting(work, desk.intake)
    (usual,) = open_reception(mine, code).reasons
    save_verdict(mine, code, "G01", False, usual.reason)
    assert work.session.exec(select(ComponentVerdict.reason_key)).one() == "unreadable"
    save_verdict(mine, code, "G01", False, "Ông A chưa ký vào đơn")
    work.session.expire_all()
    assert work.session.exec(select(ComponentVerdict.reason_key)).one() == ""


def test_a_colleague_asks_for_a_dossier_and_is_given_it(
    work: Work, desk: Desk, code: str, colleague: Actor
) -> None:
    mine, theirs = acting(work, desk.intake), acting(work, colleague)
    open_reception(mine, code)
    ask_for_hold(theirs, code)
    assert open_reception(theirs, code).held.is_mine_to_wait
    assert open_reception(mine, code).held == Held(asked_by="Vũ Minh")
    give_hold(mine, code)
    assert open_reception(theirs, code).held == Held()
    assert open_reception(mine, code).held.by == "Vũ Minh"


def test_only_the_holder_gives_it_away(
    work: Work, desk: Desk, code: str, colleague: Actor
) -> None:
    open_reception(acting(work, desk.intake), code)
    ask_for_hold(acting(work, colleague), code)
    give_hold(acting(work, colleague), code)
    assert open_reception(acting(work, desk.intake), code).held.by == ""


def test_nobody_asks_for_a_dossier_of_another_unit(
    work: Work, desk: Desk, code: str
) -> None:
    stranger = make_desk(work.session).intake
    for act in (ask_for_hold, give_hold):
        with pytest.raises(NotFound):
            act(acting(work, stranger), code)
    with pytest.raises(NotFound):
        save_copy(acting(work, stranger), code, "G01", CopyForm())
