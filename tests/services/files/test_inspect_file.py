"""The job that judges a file: once, with its reason."""

import dataclasses
from uuid import uuid4

from services.dossiers.models import Dossier
from services.files.inspect_file import inspect_file
from services.files.models import FileState
from services.work import SYSTEM, Work
from tests.services.files.sending import a_pdf, keys, row, send


def test_an_honest_file_is_accepted_with_its_picture(
    mine: Work, draft: Dossier
) -> None:
    file_id = send(mine, draft.id, a_pdf())

    inspect_file(dataclasses.replace(mine, actor=SYSTEM), file_id)

    file = row(mine, file_id)
    assert (file.state, file.kind, file.pages) == (FileState.ACCEPTED, "pdf", 1)
    assert file.has_thumbnail
    assert file.parts == []
    assert keys(mine) == {file.key, file.thumbnail_key}


def test_a_false_file_is_refused_with_its_reason(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, b"<script>alert(1)</script>")

    inspect_file(mine, file_id)

    file = row(mine, file_id)
    assert file.state is FileState.REFUSED
    assert file.fault == "mislabelled"
    assert not file.has_thumbnail


def test_an_inspection_run_twice_changes_nothing(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, a_pdf())
    inspect_file(mine, file_id)
    before = row(mine, file_id).model_dump()

    inspect_file(mine, file_id)
    inspect_file(mine, uuid4())

    assert row(mine, file_id).model_dump() == before
