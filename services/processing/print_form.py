"""The form of a dossier as it was handed in, on paper (R39)."""

from sqlmodel import Session, select

from services.core.errors import NotFound
from services.dossiers.form_answers import check_by
from services.dossiers.freeze_form import FrozenForm
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.eforms.current_eform import definition_of
from services.eforms.definition import EformDefinition
from services.eforms.form_sheet import Occasion, form_sheet
from services.eforms.models import Eform
from services.papers.facts import FormSheet
from services.processing.queries import readable_dossier
from services.settings import settings
from services.work import Work


def print_form(work: Work, code: str) -> FormSheet:
    """Return the form as it was frozen, with what the receiving officer wrote.

    For those who see the dossier, and for its agency's desk; one answer for “not
    yours”, “not there” and “has no form of its own” (AZ-4).
    """
    dossier = readable_dossier(work, code)
    if dossier.submitted_at is None:
        raise NotFound("form")
    handed_in = read_snapshot(dossier)
    if handed_in.form is None:
        raise NotFound("form")
    if work.actor.is_officer:
        record_read(work, "print_form", dossier)
    definition = _definition(work.session, handed_in.form)
    answers = handed_in.form.answers | dossier.office_answers
    office = check_by(work, definition, answers, is_office=True)
    values = handed_in.form.values
    occasion = Occasion(
        unit=handed_in.unit.name,
        place=work.province.name,
        made_at=dossier.submitted_at,
        dossier_code=dossier.code or "",
        look_up_url=f"{settings().public_url.rstrip('/')}/tra-cuu?ma={dossier.code}",
        hotline=work.province.hotline,
    )
    return form_sheet(definition, values, values | office.values, occasion)


def _definition(session: Session, form: FrozenForm) -> EformDefinition:
    """Return the version that was filled in; versions are never changed."""
    query = select(Eform).where(Eform.code == form.code, Eform.version == form.version)
    row = session.exec(query).first()
    if row is None:
        raise NotFound("form")
    return definition_of(row.id, row.definition)
