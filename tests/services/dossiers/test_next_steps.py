"""What comes after a submission is told to those who see the dossier, and only them."""

from uuid import uuid4

import pytest

from services.core.errors import Forbidden, NotFound
from services.dossiers.next_steps import next_steps
from services.dossiers.open_draft import is_own_draft
from services.work import Work
from tests.factories.dossiers import make_draft, make_filing
from tests.factories.processing import acting, make_desk, make_new


def test_the_owner_reads_the_dates_of_what_was_handed_in(work: Work) -> None:
    desk = make_desk(work.session)
    told = next_steps(acting(work, desk.filing.citizen), make_new(work, desk))
    assert told.procedure_code == desk.filing.procedure.code
    assert told.receive_by is not None
    assert told.received_at is None
    assert [part.code for part in told.components] == ["G01"]


def test_a_stranger_s_dossier_is_not_there(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    stranger = make_filing(work.session).citizen
    with pytest.raises(NotFound):
        next_steps(acting(work, stranger), code)
    with pytest.raises(Forbidden):
        next_steps(acting(work, desk.intake), code)


def test_only_one_s_own_draft_is_listened_to(work: Work) -> None:
    filing, other = make_filing(work.session), make_filing(work.session)
    draft = make_draft(work.session, filing)
    assert is_own_draft(acting(work, filing.citizen), draft.id)
    assert not is_own_draft(acting(work, other.citizen), draft.id)
    assert not is_own_draft(acting(work, filing.citizen), uuid4())
