"""Own filing pages, or back office behind the national portal (decision 10)."""

from dataclasses import replace

import pytest

from services.core.errors import RuleViolation
from services.counter.stand_in import in_name_of
from services.dossiers.begin_draft import begin_draft
from services.work import Work
from tests.factories.dossiers import make_filing
from tests.factories.processing import acting


def behind_the_national_portal(work: Work) -> Work:
    profile = {**work.province.profile, "switches": {"filing": False}}
    return replace(work, province=replace(work.province, profile=profile))


def test_behind_the_national_portal_nobody_files_here(work: Work) -> None:
    filing = make_filing(work.session)
    citizen = acting(behind_the_national_portal(work), filing.citizen)
    with pytest.raises(RuleViolation) as refusal:
        begin_draft(citizen, filing.procedure.code, "intent")
    assert refusal.value.problems == {"procedure": "procedure_not_here"}


def test_the_counter_takes_in_as_always(work: Work) -> None:
    filing = make_filing(work.session)
    officer = acting(behind_the_national_portal(work), filing.officer)
    there = in_name_of(officer, filing.account.id)
    assert begin_draft(there, filing.procedure.code, "intent").is_new


def test_a_profile_that_says_nothing_has_filing_pages(work: Work) -> None:
    assert replace(work.province, profile={}).has_filing_pages
