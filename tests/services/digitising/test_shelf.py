"""What of a dossier can be kept: papers sent later too, and a result again (O09)."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from services.core.errors import Forbidden, NotFound
from services.digitising.find_twin import is_kept_already
from services.digitising.models import SavedPaper
from services.digitising.open_store import StoreView, open_store
from services.digitising.read_form import PaperForm
from services.digitising.save_paper import save_paper
from services.files.models import StoredFile
from services.results.models import Result
from services.supplements.models import TargetKind
from services.work import Actor, Work
from tests.factories.files import make_stored_file
from tests.factories.processing import (
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_ready,
)
from tests.factories.supplements import PAPER, make_asked, make_point_file, points_asked
from tests.services.digitising.papers import NUMBERS
from tests.services.digitising.reading import VALUES, make_store

KIND = "birth_certificate"
FORM = PaperForm(KIND, VALUES, frozenset(VALUES))


def names(view: StoreView) -> list[str]:
    return [line.name for line in view.papers]


def test_a_paper_sent_for_a_supplement_is_listed_once_it_is_handed_in(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, PAPER)
    point = points_asked(work, asked.request_id)[TargetKind.COMPONENT]
    owner = Actor(account_id=desk.filing.account.id)
    officer = acting(work, desk.intake)
    file = make_point_file(work, code, point, owner)

    before = [line.file_id for line in open_store(officer, code).papers]
    file.sealed_at = work.now
    work.session.add(file)
    work.session.flush()
    after = open_store(officer, code)

    assert file.id not in before
    line = next(line for line in after.papers if line.file_id == file.id)
    assert line.name == desk.filing.component.name


def test_a_twin_in_the_vault_is_announced_before_the_paper_is_saved(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    officer = acting(work, desk.intake)
    first_code, first_file = make_store(work, desk)
    early = open_store(officer, first_code)
    save_paper(officer, first_code, first_file, FORM, "press")

    code, file_id = make_store(work, desk)
    view = open_store(officer, code)

    assert early.opened is not None
    assert not early.opened.has_twin
    assert view.opened is not None
    assert view.opened.has_twin
    assert is_kept_already(officer, code, file_id, KIND, VALUES)


@pytest.mark.parametrize(
    "other",
    [{"number": "42/2021"}, {"issuer": "Sở Tư pháp"}, {"owner_number": NUMBERS[2]}],
)
def test_another_number_issuer_or_owner_is_no_twin(
    work: Work, other: dict[str, str]
) -> None:
    desk = make_desk(work.session)
    officer = acting(work, desk.intake)
    save_paper(officer, *make_store(work, desk), FORM, "press")
    code, file_id = make_store(work, desk)

    assert not is_kept_already(officer, code, file_id, KIND, VALUES | other)
    assert not is_kept_already(officer, code, file_id, "residence", VALUES)
    assert not is_kept_already(officer, code, file_id, KIND, {"number": "41/2021"})


def test_a_stranger_learns_nothing_of_a_vault(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    other = acting(work, make_desk(work.session).intake)

    with pytest.raises(NotFound):
        is_kept_already(other, code, file_id, KIND, VALUES)
    with pytest.raises(Forbidden):
        is_kept_already(acting(work, desk.approver), code, file_id, KIND, VALUES)
    with pytest.raises(NotFound):
        is_kept_already(acting(work, desk.intake), code, uuid4(), KIND, VALUES)


def test_a_result_that_was_corrected_after_it_was_saved_is_saved_again(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    officer = acting(work, desk.intake)
    old = result_file(officer, code)
    work.storage.put(work.session.get_one(StoredFile, old).key, b"%PDF-1.7")
    form = replace(FORM, kind="decision")
    save_paper(officer, code, old, form, "press")
    kept = open_store(officer, code, old)

    dossier = dossier_of(work, code)
    result = work.session.exec(
        select(Result).where(Result.dossier_id == dossier.id)
    ).one()
    sender = desk.handler.account_id
    assert sender is not None
    new = make_stored_file(work.session, sender, dossier.id, slot="result")
    result.file_id = new.id
    work.session.flush()
    view = open_store(officer, code, new.id)

    assert kept.opened is not None
    assert kept.opened.saved is not None
    assert not kept.opened.is_again
    assert view.opened is not None
    assert view.opened.is_again
    assert [line.is_again for line in view.papers if line.is_result] == [True]
    work.storage.put(new.key, b"%PDF-1.7 corrected")
    save_paper(officer, code, new.id, form, "again")
    rows = select(SavedPaper).where(SavedPaper.is_result, SavedPaper.file_id == new.id)
    assert len(work.session.exec(rows).all()) == 1
    again = open_store(officer, code, new.id)
    assert again.opened is not None
    assert not again.opened.is_again


def result_file(work: Work, code: str) -> UUID:
    """Return the file of the result that stands."""
    view = open_store(work, code)
    return next(line.file_id for line in view.papers if line.is_result)
