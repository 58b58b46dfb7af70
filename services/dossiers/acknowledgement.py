"""The facts of the sheet that proves an online submission (C15)."""

from collections.abc import Iterator

from services.core.errors import NotFound
from services.core.identifiers import mask_email, mask_name, mask_phone
from services.dossiers.show_dossier import find_by_code
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.papers.facts import AcknowledgementSheet, SentPart
from services.settings import settings
from services.work import Work


def acknowledgement(work: Work, code: str) -> AcknowledgementSheet:
    """Return the sheet, from what was frozen: it says the same for ever.

    Only its owner reads it whole; anybody else with the code gets the same
    masked facts as from a look-up (C16).
    """
    dossier = find_by_code(work.session, code)
    if dossier is None or dossier.submitted_at is None:
        raise NotFound("dossier")
    account_id = work.actor.account_id
    is_own = account_id is not None and account_id == dossier.account_id
    handed_in = read_snapshot(dossier)
    person = _person(handed_in) if is_own else _masked_person(handed_in)
    return AcknowledgementSheet(
        province=work.province.name,
        service_centre=work.province.service_centre,
        submitter=person["name"],
        dossier_code=dossier.code or "",
        address=person["address"],
        phone=person["phone"],
        email=person["email"],
        request=person["request"],
        parts=tuple(_parts(handed_in, is_own)),
        sets=int(handed_in.values["copies"]),
        submitted_at=dossier.submitted_at,
        check_by=dossier.receive_by,
        look_up_url=f"{settings().public_url.rstrip('/')}/tra-cuu?ma={dossier.code}",
        hotline=work.province.hotline,
    )


def _person(handed_in: Snapshot) -> dict[str, str]:
    values = handed_in.values
    fields = ("name", "address", "phone", "email")
    person = {name: str(values.get(f"submitter_{name}", "")) for name in fields}
    return person | {"request": str(values["request"])}


def _masked_person(handed_in: Snapshot) -> dict[str, str]:
    whole = _person(handed_in)
    email = whole["email"]
    return {
        "name": mask_name(whole["name"]),
        "address": "",
        "phone": mask_phone(whole["phone"]),
        "email": mask_email(email) if email else "",
        # What people write into the request may name persons and places.
        "request": handed_in.procedure_name,
    }


def _parts(handed_in: Snapshot, is_own: bool) -> Iterator[SentPart]:
    """Yield the papers sent; files without a paper by their name, to their owner."""
    for component in handed_in.components:
        if component.files:
            pages = sum(file.pages for file in component.files)
            yield SentPart(component.name, len(component.files), pages)
    for file in handed_in.other_files if is_own else ():
        yield SentPart(file.name, 1, file.pages)
