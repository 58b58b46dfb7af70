"""Interlinked declarations in words, for the list and for one of them (O11)."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import interlinked_desk as wording
from dvc_app.wording.statuses import STATUSES
from services.interlinked.models import LegState
from services.interlinked_desk.legs import LegLine
from services.interlinked_desk.list_bundles import BundleLine


@dataclass(frozen=True)
class LegRow:
    """One procedure in words."""

    key: str
    name: str
    state: str
    state_css: str
    facts: list[tuple[str, str]]
    note: str
    dossier_href: str
    file_href: str
    file_name: str
    stuck: str
    message_id: str


@dataclass(frozen=True)
class BundleRow:
    """One declaration in words."""

    code: str
    their_code: str
    door: str
    procedure: str
    applicant: str
    filed: str
    status: str
    status_css: str
    legs: list[LegRow]
    has_files: bool
    href: str
    label: str


NOTHING = BundleRow("", "", "", "", "", "", "", "", [], False, "", "")


def bundle_row(one: BundleLine, href: str) -> BundleRow:
    """Return a declaration in words; `href` opens it beside the list."""
    status = STATUSES[one.status]
    legs = [leg_row(leg) for leg in one.legs]
    their = wording.THEIRS.format(code=one.their_code) if one.their_code else ""
    return BundleRow(
        code=one.code,
        their_code=their,
        door=wording.DOORS.get(one.door, one.door),
        procedure=one.procedure,
        applicant=one.applicant,
        filed=formats.short_moment(one.submitted_at),
        status=status.label,
        status_css=status.tag,
        legs=legs,
        has_files=any(leg.file_href for leg in legs),
        href=href,
        label=wording.OPEN_LABEL.format(code=one.code),
    )


def leg_row(leg: LegLine) -> LegRow:
    """Return a procedure in words."""
    state, css = _state(leg)
    code, file = leg.dossier_code, str(leg.file_id) if leg.file_id else ""
    said = (
        (wording.AGENCY, leg.agency),
        (wording.OWN_CODE, code),
        (wording.RECEIVED, formats.moment(leg.received_at)),
        (wording.DUE, formats.moment(leg.due_at)),
        (wording.RESULT_NUMBER, leg.result_number),
    )
    note = wording.HANDED if leg.has_handed and not leg.stuck_id else ""
    stuck = wording.STUCK.format(answer=leg.stuck_answer) if leg.stuck_id else ""
    return LegRow(
        key=leg.code,
        name=leg.procedure,
        state=state,
        state_css=css,
        facts=[(name, value) for name, value in said if value],
        note=note if code else wording.NO_DOSSIER,
        dossier_href=routes.fill(routes.PROCESSING, code=code) if code else "",
        file_href=routes.fill(routes.API_FILE, file_id=file) if file else "",
        file_name=wording.FILE.format(name=leg.result_name or leg.procedure),
        stuck=stuck,
        message_id=str(leg.stuck_id or ""),
    )


def _state(leg: LegLine) -> tuple[str, str]:
    if leg.status is not None:
        words = STATUSES[leg.status]
        return words.label, words.tag
    return wording.DROPPED if leg.state is LegState.DROPPED else wording.WAITS
