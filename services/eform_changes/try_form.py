"""Fill in a form as an invented person: nothing that is typed is kept (A03)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.dossiers.form_answers import check_by
from services.eform_changes.flaws import flaws_of
from services.eform_changes.queries import open_draft, versions_of
from services.eforms.add_up import live_sums
from services.eforms.definition import EformDefinition, read_definition
from services.eforms.form_lines import FormLines, form_lines
from services.eforms.form_names import form_names
from services.eforms.form_sheet import Occasion, form_sheet
from services.eforms.prefill import (
    OF_PERSON,
    Fact,
    Filled,
    Known,
    filled_answers,
    texts_of,
)
from services.papers.facts import FormSheet
from services.work import Work

FILE = Path(__file__).with_name("invented_people.toml")
DRAFT = "draft"
DELEGATION = "delegation"
POPULATION = "population"
LONGEST_ANSWER, MOST_ANSWERS = 4000, 600


class InventedPerson(BaseModel):
    """Somebody nobody is, and what the portal would know of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    key: str
    name: str
    source: str
    verified: tuple[str, ...] = ()
    facts: dict[str, str] = {}
    owner: dict[str, str] = {}  # whom they file for; empty: themselves


@dataclass(frozen=True)
class Tried:
    """The form with what is known and what was typed so far."""

    definition: EformDefinition
    filled: dict[str, Filled]
    sums: dict[str, int | str]


@dataclass(frozen=True)
class Checked:
    """What the checks say of it: faults by key, and the form in words."""

    definition: EformDefinition
    problems: dict[str, str]
    names: dict[str, str]
    lines: tuple[FormLines, ...]
    sheet: FormSheet  # as it would be printed


@dataclass(frozen=True)
class Trial:
    """Which form is tried: the draft or a version, as whom, which side of it."""

    code: str
    version: str  # a number, or "draft"
    person: str = ""
    is_office: bool = False


def invented_people() -> tuple[InventedPerson, ...]:
    """Return whom a form can be tried with."""
    return _people()


def try_eform(work: Work, trial: Trial, typed: Mapping[str, str]) -> Tried:
    """Draw a form, filled in as far as this person is known."""
    definition = definition_of_trial(work, trial)
    filled = _filled(definition, trial, _bounded(typed))
    sums = live_sums(definition, texts_of(filled), local_day(work.now))
    return Tried(definition, filled, sums)


def check_trial(work: Work, trial: Trial, typed: Mapping[str, str]) -> Checked:
    """Check the answers as they would be checked on handing in; nothing is stored."""
    definition = definition_of_trial(work, trial)
    texts = texts_of(_filled(definition, trial, _bounded(typed)))
    citizen = check_by(work, definition, texts)
    checked = check_by(work, definition, texts, True) if trial.is_office else citizen
    values = citizen.values | checked.values
    office = checked.values if trial.is_office else {}
    occasion = Occasion("", work.province.name, work.now)
    return Checked(
        definition=definition,
        problems=checked.problems,
        names=form_names(definition, texts, trial.is_office),
        lines=form_lines(definition, values, trial.is_office),
        sheet=form_sheet(definition, citizen.values, office, occasion),
    )


def definition_of_trial(work: Work, trial: Trial) -> EformDefinition:
    """Return the version or the draft; one with flaws cannot be drawn."""
    require_administrator(work)
    versions = versions_of(work.session, trial.code)
    if trial.version != DRAFT:
        found = next((v for v in versions if str(v.version) == trial.version), None)
        if found is None:
            raise NotFound("eform")
        return read_definition(found.definition)
    draft = open_draft(work.session, trial.code)
    if draft is None:
        raise NotFound("eform_draft")
    if flaws_of(draft.definition):
        raise RuleViolation({"trial": "eform_try_flawed"})
    return read_definition(draft.definition)


def _filled(
    definition: EformDefinition, trial: Trial, typed: Mapping[str, str]
) -> dict[str, Filled]:
    known = Known(_facts(trial.person))
    filled = filled_answers(definition, typed, known)
    if trial.is_office:
        filled |= filled_answers(definition, typed, Known(), is_office=True)
    return filled


def _facts(key: str) -> dict[str, Fact]:
    person = next((one for one in _people() if one.key == key), None)
    if person is None:
        return {}
    facts: dict[str, Fact] = {}
    for name in OF_PERSON:
        own = person.facts.get(name, "")
        is_sure = name in person.verified
        fact = Fact(own, person.source if is_sure else "account", is_sure)
        facts[f"submitter.{name}"] = fact
        said = person.owner.get(name, "")
        facts[f"owner.{name}"] = Fact(said, DELEGATION, True) if person.owner else fact
        if is_sure:
            facts[f"{POPULATION}.{name}"] = Fact(own, POPULATION, True)
    return {name: fact for name, fact in facts.items() if fact.text}


def _bounded(typed: Mapping[str, str]) -> dict[str, str]:
    kept = list(typed.items())[:MOST_ANSWERS]
    return {str(key): str(text)[:LONGEST_ANSWER] for key, text in kept}


@cache
def _people() -> tuple[InventedPerson, ...]:
    rows = tomllib.loads(FILE.read_text("utf-8"))["person"]
    return tuple(InventedPerson.model_validate(row) for row in rows)
