"""The machine's list: what who files reads is what who receives reads (N10)."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.dossiers.machine_checks import Check, Finding
from services.dossiers.review import review
from services.dossiers.submit import submit_dossier
from services.files.models import FileState, SignatureVerdict
from services.processing.open_reception import open_reception
from services.work import Work
from tests.factories.dossiers import (
    ANSWERS,
    make_component,
    make_draft,
    make_proof,
)
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, make_desk, make_new
from tests.factories.vault import make_document, make_use

FILES = st.fixed_dictionaries(
    {
        "doubts": st.lists(
            st.sampled_from(["blank", "blurred", "dark"]), max_size=2, unique=True
        ),
        "signature": st.sampled_from(list(SignatureVerdict)),
        "signature_fault": st.sampled_from(["", "certificate_expired"]),
    }
)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    files=st.lists(FILES, min_size=1, max_size=3),
    name=st.sampled_from(["Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Khác"]),
    level=st.sampled_from([0, 2]),
    optional=st.booleans(),
)
def test_the_officer_finds_what_the_citizen_was_told(
    work: Work,
    files: list[dict[str, Any]],
    name: str,
    level: int,
    optional: bool,
) -> None:
    with work.session.begin_nested() as savepoint:
        desk = make_desk(work.session)
        make_component(work.session, desk.filing.procedure, code="G02")
        desk.filing.account.assurance_level = level
        mine = dataclasses.replace(work, actor=desk.filing.citizen)
        draft = make_draft(
            work.session, desk.filing, answers=ANSWERS | {"submitter_name": name}
        )
        for place, facts in enumerate(files):
            slot = "G02" if optional and place else "G01"
            make_stored_file(
                work.session, desk.filing.account.id, draft.id, slot=slot, **facts
            )
        told = review(mine, draft.id)
        if told.problems:
            with pytest.raises(RuleViolation) as refusal:
                submit_dossier(mine, draft.id, True, make_proof(mine))
            assert refusal.value.problems == told.problems
        else:
            sent = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
            assert sent is not None
            found = open_reception(acting(work, desk.intake), sent.code).findings
            assert found == told.findings
        savepoint.rollback()


def test_a_paper_that_is_missing_or_refused_is_told(work: Work, desk: Desk) -> None:
    mine = dataclasses.replace(work, actor=desk.filing.citizen)
    draft = make_draft(work.session, desk.filing)
    assert review(mine, draft.id).findings == (Finding(Check.COMPONENT_MISSING, "G01"),)
    make_stored_file(
        work.session,
        desk.filing.account.id,
        draft.id,
        state=FileState.REFUSED,
        fault="broken",
    )
    assert review(mine, draft.id).findings == (Finding(Check.FILE_REFUSED, "G01"),)


def test_a_doubtful_page_inside_a_pdf_is_told(work: Work, desk: Desk) -> None:
    owner = desk.filing.account.id
    mine = dataclasses.replace(work, actor=desk.filing.citizen)
    draft = make_draft(work.session, desk.filing)
    whole = make_stored_file(work.session, owner, draft.id)
    make_stored_file(
        work.session,
        owner,
        draft.id,
        is_page=True,
        bound_into=whole.id,
        doubts=["blurred"],
        is_kept=True,
    )
    assert review(mine, draft.id).findings == (Finding(Check.PAGE_BLURRED, "G01"),)


@pytest.mark.parametrize(
    ("days", "revoked", "expected"),
    [
        (-1, False, (Finding(Check.PAPER_EXPIRED, "G01"),)),
        (0, False, ()),
        (9, True, (Finding(Check.PAPER_REVOKED, "G01"),)),
    ],
)
def test_a_paper_of_the_vault_that_ended_is_told(
    work: Work,
    desk: Desk,
    days: int,
    revoked: bool,
    expected: tuple[Finding, ...],
) -> None:
    code = make_new(work, desk)
    seen = open_reception(acting(work, desk.intake), code)
    file = seen.components[0].files[0]
    until = local_day(work.now) + timedelta(days=days)
    document, _ = make_document(
        work,
        desk.filing.account.id,
        valid_until=until,
        revoked_at=work.now if revoked else None,
    )
    make_use(work, document, (seen.head.id, "G01"), file.id)
    assert open_reception(acting(work, desk.intake), code).findings == expected
