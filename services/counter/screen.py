"""The citizen screen: what is typed, turned to the person, who agrees and signs."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.keys import keyed_hash, new_token, token_hash
from services.audit.record import record
from services.core.errors import Conflict, NotFound, TooMany
from services.core.identifiers import mask_citizen_id, mask_email, mask_phone
from services.counter.draw_signature import keep_signature
from services.counter.models import Consent, CounterCase
from services.counter.open_at_counter import case_of
from services.counter.stand_in import in_name_of, stand_in
from services.dossiers.form_answers import check_by
from services.dossiers.models import Dossier, DossierStatus, LookUpAsked
from services.dossiers.open_draft import open_draft
from services.dossiers.open_form import open_form
from services.dossiers.views import FeeView
from services.eforms.form_lines import FormLines, form_lines
from services.signals import dossier_topic, tell
from services.work import Work

PAIRING = "citizen screen"
PAIR_LIFE, SCREEN_LIFE = timedelta(minutes=5), timedelta(hours=1)
DIGITS = 6
TRIES, WINDOW = 10, timedelta(minutes=10)  # of one browser or address
MASKED = {
    "submitter_paper_number": mask_citizen_id,
    "submitter_phone": mask_phone,
    "submitter_email": mask_email,
}


@dataclass(frozen=True)
class Shown:
    """What the person sees of their dossier."""

    dossier_id: UUID
    version: int
    procedure: str
    unit: str
    answers: dict[str, str]  # masked where the whole is needless
    form: tuple[FormLines, ...]
    papers: tuple[tuple[str, int], ...]  # name, how many files
    fees: tuple[FeeView, ...]
    is_consented: bool
    code: str  # not empty: handed in
    until: datetime


def pair_screen(work: Work, dossier_id: UUID) -> str:
    """Return a short code that opens the screen on a tablet, once, within minutes."""
    stand_in(work, dossier_id)
    case = case_of(work.session, dossier_id, lock=True)
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    case.pair_hash = _pair_hash(work, code)
    case.screen_hash, case.screen_until = "", work.now + PAIR_LIFE
    work.session.add(case)
    record(work, "counter.screen_paired", dossier_id)
    tell(work.session, dossier_topic(dossier_id))
    return code


def open_screen(work: Work, code: str) -> str | None:
    """Give the tablet its key for this draft and an hour; None for a wrong code.

    A wrong code is returned and not raised: the count of tries must stay.
    """
    if _is_worn_out(work):
        raise TooMany(work.now + WINDOW)
    work.session.add(
        LookUpAsked(at=work.now, browser=work.actor.browser, address=work.actor.address)
    )
    digits = "".join(one for one in code if one.isdigit())
    case = work.session.exec(
        select(CounterCase)
        .where(
            CounterCase.pair_hash == _pair_hash(work, digits),
            col(CounterCase.screen_until) > work.now,
        )
        .with_for_update()
    ).first()
    if case is None or len(digits) != DIGITS:
        return None
    key = new_token()
    case.screen_hash, case.pair_hash = token_hash(key), ""
    case.screen_until = work.now + SCREEN_LIFE
    work.session.add(case)
    record(work, "counter.screen_opened", case.dossier_id)
    tell(work.session, dossier_topic(case.dossier_id))
    return key


def show_screen(work: Work, key: str) -> Shown:
    """Return what is typed by now; whoever holds the key of this draft may look."""
    case = _case(work, key)
    dossier = work.session.get_one(Dossier, case.dossier_id)
    theirs = in_name_of(work, dossier.account_id)
    view = open_draft(theirs, dossier.id)
    form = open_form(theirs, dossier.id)
    answers = {name: shown.text for name, shown in view.answers.items()}
    for name, mask in MASKED.items():
        answers[name] = mask(answers[name]) if answers.get(name) else ""
    lines: tuple[FormLines, ...] = ()
    if form is not None:
        values = check_by(theirs, form.definition, form.texts).values
        lines = form_lines(form.definition, values)
    is_same = case.shown_version == dossier.version
    return Shown(
        dossier_id=dossier.id,
        version=dossier.version,
        procedure=view.procedure_name,
        unit=view.agency_name,
        answers=answers,
        form=lines,
        papers=tuple((one.name, len(one.files)) for one in view.components),
        fees=view.fees,
        is_consented=case.consent is Consent.SCREEN and is_same,
        code=dossier.code or "",
        until=case.screen_until or work.now,
    )


def agree_on_screen(work: Work, key: str, version: int, strokes: str) -> None:
    """Take the person's consent and signature over what the screen shows.

    Something changed since: they look again first. A second press changes nothing.
    """
    case = _case(work, key, lock=True)
    dossier = work.session.get_one(Dossier, case.dossier_id)
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    if dossier.version != version:
        raise Conflict("changed_since")
    if case.consent is Consent.SCREEN and case.shown_version == version:
        return
    file = keep_signature(work, dossier, strokes)
    case.consent, case.consented_at = Consent.SCREEN, work.now
    case.shown_version, case.signature_file_id = version, file.id
    work.session.add(case)
    person = dossier.account_id
    how = str(Consent.SCREEN)
    record(work, "counter.consented", dossier.id, person_id=person, how=how)
    tell(work.session, dossier_topic(dossier.id))


def _case(work: Work, key: str, lock: bool = False) -> CounterCase:
    query = select(CounterCase).where(
        CounterCase.screen_hash == token_hash(key),
        col(CounterCase.screen_until) > work.now,
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    case = work.session.exec(query).first() if key else None
    if case is None:
        raise NotFound("screen")
    return case


def _pair_hash(work: Work, code: str) -> str:
    return keyed_hash(work.secret, PAIRING, code)


def _is_worn_out(work: Work) -> bool:
    """Count the tries of this browser and of this address, as of other look-ups."""
    since = col(LookUpAsked.at) > work.now - WINDOW
    query = select(
        func.count().filter(col(LookUpAsked.browser) == work.actor.browser)
    ).where(since)
    return work.session.exec(query).one() >= TRIES
