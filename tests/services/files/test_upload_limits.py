"""What an upload may be: kinds, sizes and how many."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from services.core.errors import RuleViolation
from services.dossiers.begin_upload import begin_upload
from services.dossiers.models import Dossier
from services.files.discard import discard
from services.files.queries import files_of
from services.files.rules import Held, UploadLimits, check_room
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
    make_component,
)
from tests.factories.files import make_stored_file


def test_each_paper_takes_its_own_kinds(
    mine: Work, draft: Dossier, session: Session, filing: Filing
) -> None:
    make_component(session, filing.procedure, "G02", kinds=["docx"])

    begin_upload(mine, draft.id, "G02", "đơn.docx", 10)
    for slot, name in (("G02", "đơn.pdf"), ("G01", "đơn.docx"), ("G01", "virus.exe")):
        with pytest.raises(RuleViolation) as refusal:
            begin_upload(mine, draft.id, slot, name, 10)
        assert refusal.value.problems == {"file": "wrong_type"}


FREE = Held(0, 0, 0, 0)
LIMITS = UploadLimits()


@pytest.mark.parametrize(
    ("held", "size", "fault"),
    [
        (FREE, 0, "empty"),
        (FREE, -1, "empty"),
        (FREE, LIMITS.file_bytes + 1, "too_large"),
        (Held(LIMITS.files_per_slot, 0, 0, 0), 1, "too_many_files"),
        (Held(0, LIMITS.subject_bytes, 0, 0), 1, "dossier_too_large"),
        (Held(0, 0, LIMITS.unfinished, 0), 1, "too_many_unfinished"),
        (Held(0, 0, 0, LIMITS.bytes_per_day), 1, "too_much_today"),
    ],
)
def test_each_limit_plus_one_is_refused(held: Held, size: int, fault: str) -> None:
    with pytest.raises(RuleViolation) as refusal:
        check_room(held, "a.pdf", size, LIMITS)
    assert refusal.value.problems == {"file": fault}


def test_the_limits_themselves_are_allowed() -> None:
    held = Held(LIMITS.files_per_slot - 1, 0, LIMITS.unfinished - 1, 0)

    check_room(held, "a.pdf", LIMITS.file_bytes, LIMITS)


def test_a_component_takes_twenty_files_and_removed_ones_do_not_count(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    long_ago = NOON - timedelta(minutes=1)
    for _ in range(20):
        make_stored_file(mine.session, filing.account.id, draft.id)
    make_stored_file(mine.session, filing.account.id, draft.id, slot="other")

    with pytest.raises(RuleViolation) as refusal:
        begin_upload(mine, draft.id, "G01", "a.pdf", 1)
    files_of(mine.session, draft.id)[0].removed_at = long_ago
    mine.session.flush()

    assert refusal.value.problems == {"file": "too_many_files"}
    assert begin_upload(mine, draft.id, "G01", "a.pdf", 1).size == 1


def test_a_file_just_removed_keeps_its_place_for_the_undo(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    files = [
        make_stored_file(mine.session, filing.account.id, draft.id) for _ in range(20)
    ]
    discard(mine, files[0].id)

    with pytest.raises(RuleViolation):
        begin_upload(mine, draft.id, "G01", "a.pdf", 1)
