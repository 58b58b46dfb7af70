"""The procedures that ship with a second signature ask for it."""

import dataclasses

import pytest

from services.dossiers.begin_draft import begin_draft
from services.dossiers.show_terms import show_terms
from services.eforms.load_eforms import load_eforms
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.work import Actor, Work
from tests.factories.dossiers import make_citizen


@pytest.fixture
def mine(work: Work) -> Work:
    for load in (load_agencies, load_seed, load_eforms):
        load(work)
    citizen = make_citizen(work.session)
    actor = Actor(account_id=citizen.id, browser="browser")
    return dataclasses.replace(work, actor=actor)


def test_marriage_asks_for_the_other_one(mine: Work) -> None:
    born = begin_draft(mine, "1.000894", "one")
    assert show_terms(mine, born.dossier_id).cosign.needed == "Người kết hôn với bạn"


def test_a_death_is_declared_by_one_person(mine: Work) -> None:
    born = begin_draft(mine, "1.000656", "one")
    assert show_terms(mine, born.dossier_id).cosign.needed == ""
