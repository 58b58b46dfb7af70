"""The electronic form of a draft: what stands in it, and what is wrong with it."""

from dataclasses import replace

from sqlmodel import Session

from services.accounts.models import Account
from services.core.clock import local_day
from services.dossiers.answers import (
    VERIFIED_LEVEL,
    ShownAnswer,
    Source,
    shown_answers,
    texts,
)
from services.dossiers.queries import Draft
from services.eforms.check_answers import CheckedForm, check_answers, commune_codes
from services.eforms.conditions import Answers
from services.eforms.definition import EformDefinition
from services.eforms.prefill import Fact, Filled, Known, filled_answers, texts_of
from services.places.queries import PlaceName, name_places
from services.work import Work

POPULATION = "population"  # who vouches, in `field_sources` of an account
# Facts of the submitter, by the field of the common form that holds them.
SUBMITTER = {
    "full_name": "submitter_name",
    "birth_date": "submitter_birth_date",
    "citizen_id": "submitter_paper_number",
    "phone": "submitter_phone",
    "email": "submitter_email",
    "address": "submitter_address",
}
# What the common form asks of the owner, asked by a form that names them itself.
OWNER_FIELDS = ("same_person", "applicant_name", "applicant_address")


def shown_form(draft: Draft) -> dict[str, Filled]:
    """Return every answer of the form by its key; empty without a form."""
    if draft.form is None:
        return {}
    earlier = draft.earlier.answers if draft.earlier else {}
    known = Known(known_facts(draft), earlier)
    return filled_answers(draft.form, draft.dossier.answers, known)


def form_texts(draft: Draft) -> dict[str, str]:
    """Return the texts of the form."""
    return texts_of(shown_form(draft))


def check_form(work: Work, draft: Draft) -> CheckedForm:
    """Check the form by the definition the draft began with."""
    if draft.form is None:
        return CheckedForm()
    return check_by(work, draft.form, form_texts(draft))


def check_by(
    work: Work, definition: EformDefinition, answers: Answers, is_office: bool = False
) -> CheckedForm:
    """Check answers; the communes they name are looked up together."""
    places = find_places(work.session, commune_codes(definition, answers))
    today = local_day(work.now)
    return check_answers(definition, answers, today, places, is_office)


def find_places(session: Session, codes: set[str]) -> dict[str, PlaceName]:
    """Return the places of these codes; nothing is asked for none."""
    found = name_places(session, sorted(codes)) if codes else []
    return {place.code: place for place in found}


def names_owner(draft: Draft) -> bool:
    """Say whether the form itself names the owner (chủ hồ sơ).

    Not for somebody one acts for: whose dossier it is follows from the right.
    """
    return bool(draft.form and draft.form.applicant) and draft.acting is None


def common_texts(draft: Draft) -> dict[str, str]:
    """Return the common form, without asking again for the owner a form names."""
    answers = texts(draft)
    if names_owner(draft):
        answers |= dict.fromkeys(OWNER_FIELDS, "") | {"same_person": "yes"}
    return answers


def known_facts(draft: Draft) -> dict[str, Fact]:
    """Return what is known of submitter and owner, each with its source."""
    shown = shown_answers(draft)
    submitter = {name: _fact(shown[field]) for name, field in SUBMITTER.items()}
    submitter["sex"] = _account_fact(draft.account, "sex")
    facts = {f"submitter.{name}": fact for name, fact in submitter.items()}
    if draft.may_act:  # else what is known of the owner is shown to nobody
        owner = _owner(draft, submitter)
        facts |= {f"owner.{name}": fact for name, fact in owner.items()}
        facts["owner.name"] = owner["full_name"]
    facts |= {
        f"{POPULATION}.{name}": replace(fact, source=POPULATION, is_verified=True)
        for name, fact in submitter.items()
        if draft.account.field_sources.get(name) == POPULATION
    }
    return {name: fact for name, fact in facts.items() if fact.text}


def _fact(shown: ShownAnswer) -> Fact:
    return Fact(shown.text, str(shown.source), shown.source is Source.VERIFIED)


def _account_fact(account: Account, field: str) -> Fact:
    vouched = field in account.field_sources
    is_verified = vouched and account.assurance_level >= VERIFIED_LEVEL
    source = Source.VERIFIED if is_verified else Source.ACCOUNT
    return Fact(str(getattr(account, field) or ""), str(source), is_verified)


def _owner(draft: Draft, submitter: dict[str, Fact]) -> dict[str, Fact]:
    if draft.acting is None:
        return submitter
    acting, source = draft.acting, str(Source.DELEGATION)
    born = f"{acting.birth_date:%d/%m/%Y}" if acting.birth_date else ""
    said = {
        "full_name": acting.name,
        "birth_date": born,
        "citizen_id": acting.number,
        "address": acting.address,
    }
    return {name: Fact(text, source, True) for name, text in said.items()}
