"""What follows from a call of the land registry: lines, and papers for the officer.

Nothing of it decides here: no status changes, no clock stops, no result is given.
"""

from uuid import UUID

from sqlmodel import Session, col, select

from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import Line, note_line
from services.dossiers.rules import GIVEN_UP
from services.integrations.land_registry.port import LandCall, LandLink, LandTold
from services.jobs import defer
from services.land.models import LandNotice, NoticeState
from services.outbox.followers import followers_of
from services.outbox.models import Outward
from services.processing.announce import announce
from services.work import Work

IN_ORDER = frozenset(
    {LandCall.MOVED, LandCall.SUPPLEMENT_ASKED, LandCall.SUPPLEMENT_TAKEN}
)
OVER = GIVEN_UP | {DossierStatus.RETURNED}
OPEN = (NoticeState.NEW, NoticeState.PARKED)
FETCH = "land.fetch_results"
MOST_WORDS = 500


def judge_notice(work: Work, notice_id: UUID, told: LandTold) -> NoticeState:
    """Judge it once, one after the other for each dossier."""
    if not work.actor.is_system:
        raise Forbidden("system")
    locked = select(LandNotice).where(LandNotice.id == notice_id).with_for_update()
    notice = work.session.exec(locked).one()
    if notice.state not in OPEN:
        return notice.state
    dossier = _dossier(work, told.number)
    notice.state, notice.judged_at = _state(work.session, notice, dossier), work.now
    if dossier is not None:
        notice.dossier_id = dossier.id
        record(work, "land.told", dossier.id, call=told.call, state=notice.state)
    work.session.add(notice)
    if dossier is not None and notice.state is NoticeState.APPLIED:
        _apply(work, dossier, notice.id, told)
    return notice.state


def _dossier(work: Work, number: str) -> Dossier | None:
    """Return the dossier, if it is one the land registry follows at all."""
    query = select(Dossier).where(Dossier.code == number).with_for_update()
    dossier = work.session.exec(query).first()
    if dossier is None:
        return None
    procedure = str(dossier.frozen.get("procedure_code", ""))
    is_theirs = Outward.LAND in followers_of(work.province, procedure)
    return dossier if is_theirs else None


def _state(
    session: Session, notice: LandNotice, dossier: Dossier | None
) -> NoticeState:
    if dossier is None:
        return NoticeState.PARKED
    if dossier.status in OVER:
        return NoticeState.OVER
    later = select(LandNotice.id).where(
        LandNotice.dossier_id == dossier.id,
        LandNotice.state == NoticeState.APPLIED,
        col(LandNotice.call).in_([*IN_ORDER, LandCall.ENDED]),
        col(LandNotice.said_at) > notice.said_at,
    )
    is_late = notice.call in IN_ORDER and session.exec(later).first() is not None
    return NoticeState.LATE if is_late else NoticeState.APPLIED


def _apply(work: Work, dossier: Dossier, notice_id: UUID, told: LandTold) -> None:
    event = f"land_{told.call}"
    if told.call is LandCall.ENDED and not told.has_result:
        event = "land_given_back"
    if told.call is LandCall.TAXES:
        for place, tax in enumerate(told.links or (LandLink(told.words, ""),)):
            facts = {"words": tax.words[:MOST_WORDS], "link": tax.address}
            note_line(work, dossier, Line(event, _kept(facts), place))
    else:
        facts = {"words": told.words[:MOST_WORDS]}
        note_line(work, dossier, Line(event, _kept(facts)))
    if told.has_result and told.links:
        defer(work.session, FETCH, notice_id=str(notice_id))
    announce(work, dossier)


def _kept(facts: dict[str, str]) -> dict[str, str]:
    return {name: words for name, words in facts.items() if words}
