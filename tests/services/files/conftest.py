"""A citizen's draft, and the citizen at work on it."""

import dataclasses

import pytest
from sqlmodel import Session

from services.dossiers.models import Dossier
from services.work import Work
from tests.factories.dossiers import Filing, make_draft, make_filing


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def draft(session: Session, filing: Filing) -> Dossier:
    return make_draft(session, filing)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)
