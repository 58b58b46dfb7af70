"""What every slip says of its dossier: agency, people, request, whom to ask."""

from services.core.clock import local
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.papers.form_sets import FormNumber
from services.processing.receipt_facts import authority_of, one_stop_name, way_of
from services.processing.views import view_general
from services.settings import settings
from services.slips.sheet import SlipFacts, SlipSheet
from services.work import Work


def sheet_head(
    work: Work, dossier: Dossier, form: tuple[str, FormNumber], act: SlipFacts
) -> SlipSheet:
    """Return the sheet but for its number, which is drawn last."""
    handed_in, (kind, numbered) = read_snapshot(dossier), form
    general, unit = view_general(dossier, handed_in), handed_in.unit
    public = settings().public_url.rstrip("/")
    since = dossier.received_at or dossier.submitted_at
    return SlipSheet(
        kind=kind,
        form_set=numbered.form_set,
        form_number=numbered.number,
        circular=numbered.circular,
        number="",
        authority=authority_of(work, dossier),
        one_stop=one_stop_name(unit.name),
        agency=unit.name,
        place=work.province.name,
        issued_at=local(work.now),
        dossier_code=dossier.code or "",
        submitter=general.submitter_name,
        channel=way_of(dossier),
        address=general.address,
        phone=general.phone,
        email=general.email,
        citizen_id=general.paper_number,
        request=general.request or handed_in.procedure_name,
        applicant=general.applicant_name,
        applicant_address=general.applicant_address,
        received_at=local(since) if since else None,
        act=act,
        signer=act.signer or work.actor.name,
        contact=act.signer or work.actor.name,
        contact_phone=unit.phone,
        website=work.province.website or public,
        look_up_url=f"{public}/tra-cuu?ma={dossier.code}",
        hotline=work.province.hotline,
    )
