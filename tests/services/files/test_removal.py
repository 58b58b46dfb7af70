"""Files taken away, brought back and put in order, until they are sealed."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from services.core.errors import Conflict, NotFound
from services.dossiers.begin_upload import begin_upload
from services.dossiers.models import Dossier
from services.files.append import append
from services.files.discard import discard, restore
from services.files.queries import files_of
from services.files.reorder import reorder
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
    make_filing,
    make_submitted,
)
from tests.factories.files import make_stored_file
from tests.services.files.sending import PIECE, send


def test_a_removed_file_comes_back_within_its_time(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, b"a")

    discard(mine, file_id)
    assert files_of(mine.session, draft.id) == []
    restore(dataclasses.replace(mine, now=NOON + timedelta(seconds=10)), file_id)
    assert len(files_of(mine.session, draft.id)) == 1

    discard(mine, file_id)
    with pytest.raises(Conflict):
        restore(dataclasses.replace(mine, now=NOON + timedelta(seconds=16)), file_id)


def test_a_removed_upload_takes_no_more(mine: Work, draft: Dossier) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)
    discard(mine, upload.id)

    with pytest.raises(NotFound):
        append(mine, upload.id, 0, b"a")


def test_nothing_changes_after_the_submission(mine: Work, filing: Filing) -> None:
    submitted = make_submitted(mine, filing)
    file = files_of(mine.session, submitted.dossier_id)[0]
    acts: list[Callable[[], object]] = [
        lambda: begin_upload(mine, submitted.dossier_id, "G01", "a.pdf", 1),
        lambda: append(mine, file.id, file.received, b"a"),
        lambda: discard(mine, file.id),
        lambda: restore(mine, file.id),
        lambda: reorder(mine, submitted.dossier_id, "G01", [file.id]),
    ]

    mine.session.refresh(file)
    for act in acts:
        with pytest.raises(Conflict):
            act()


def test_files_are_put_in_another_order(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    ids = [
        make_stored_file(mine.session, filing.account.id, draft.id, position=n).id
        for n in range(3)
    ]

    reorder(mine, draft.id, "G01", ids[::-1])

    assert [file.id for file in files_of(mine.session, draft.id)] == ids[::-1]
    for wrong in (ids[:2], [*ids, uuid4()], [ids[0]] * 3):
        with pytest.raises(Conflict):
            reorder(mine, draft.id, "G01", wrong)
    with pytest.raises(NotFound):
        reorder(
            dataclasses.replace(mine, actor=make_filing(mine.session).citizen),
            draft.id,
            "G01",
            ids,
        )
