"""Rows of the ledger in words, for the list, the dossier's tab and administration."""

from collections.abc import Mapping
from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.state.sync_said import field_words
from dvc_app.wording import civil_status, social_assistance
from dvc_app.wording import parked_arrivals as parked_words
from dvc_app.wording import status_sync as wording
from services.outbox.models import MessageState, Outward
from services.status_sync.list_messages import MessageLine
from services.status_sync.list_parked import Parked
from services.status_sync.show_systems import SystemLine

DELIVERED = MessageState.DELIVERED
# Systems whose answers are a code: in words that say what to do.
ANSWERS: Mapping[Outward, Mapping[str, str]] = {
    Outward.CIVIL_STATUS: civil_status.ANSWERS,
    Outward.SOCIAL_ASSISTANCE: social_assistance.ANSWERS,
}


@dataclass(frozen=True)
class MessageRow:
    """One message in words."""

    id: str
    href: str
    label: str
    code: str
    dossier_href: str
    system: str
    kind: str
    written: str
    state: str
    state_css: str
    closing: str
    answer: str
    next_try: str


@dataclass(frozen=True)
class SystemRow:
    """One system in words."""

    key: str
    name: str
    state: str
    state_css: str
    note: str
    waiting: str
    stuck: str
    has_stuck: bool
    oldest: str
    answered: str
    href: str
    is_on: bool
    is_paused: bool


@dataclass(frozen=True)
class ParkedRow:
    """One dossier of another system that cannot be taken yet, in words."""

    code: str
    system: str
    lacks: str
    since: str


def parked_row(one: Parked) -> ParkedRow:
    """Return it with what lacks here."""
    lacks = parked_words.LACKS[one.lacks]
    return ParkedRow(
        code=one.their_code,
        system=wording.SYSTEMS[one.system],
        lacks=lacks.format(unit=one.unit, procedure=one.procedure),
        since=formats.short_moment(one.arrived_at),
    )


def message_row(one: MessageLine) -> MessageRow:
    """Return a message in words."""
    state, css = wording.STATES[one.state]
    kind = wording.KINDS[one.kind]
    code = one.code or wording.NO_CODE
    waits = one.state is MessageState.WAITING
    moment = formats.short_moment(one.next_try_at) if waits else ""
    return MessageRow(
        id=str(one.id),
        href=routes.fill(routes.SYNC_MESSAGE, message=str(one.id)),
        label=wording.OPEN_LABEL.format(kind=kind.lower(), code=code),
        code=code,
        dossier_href=routes.fill(routes.PROCESSING, code=one.code) if one.code else "",
        system=wording.SYSTEMS[one.system],
        kind=kind,
        written=formats.short_moment(one.written_at),
        state=state,
        state_css=css,
        closing=wording.CLOSING if one.is_closing else "",
        answer=say_answer(one),
        next_try=wording.NEXT_TRY.format(moment=moment) if moment else "",
    )


def say_answer(one: MessageLine) -> str:
    """Return what the system answered, or what is missing here, in a sentence."""
    if one.answer_code == "incomplete":
        return wording.INCOMPLETE.format(field=field_words(one.answer))
    if one.answer_code.startswith("http_"):
        code = one.answer_code.removeprefix("http_")
        return wording.HTTP.format(code=code)
    if one.answer_code == "unavailable":
        return wording.UNAVAILABLE
    coded = ANSWERS.get(one.system, {}) if one.state is not DELIVERED else {}
    if said := coded.get(one.answer_code):
        words = "" if one.answer.isupper() else one.answer  # a name such as DATA_EMPTY
        return f"{said} ({words})" if words else said
    return one.answer or one.their_reference


def system_row(one: SystemLine) -> SystemRow:
    """Return a system in words."""
    state, css = _standing(one)
    oldest = formats.short_moment(one.oldest_waiting)
    return SystemRow(
        key=str(one.system),
        name=wording.SYSTEMS[one.system],
        state=state,
        state_css=css,
        note=one.pause_reason if one.is_paused else "",
        waiting=formats.number(one.waiting),
        stuck=formats.number(one.refused + one.dead),
        has_stuck=one.needs_somebody,
        oldest=wording.SINCE.format(moment=oldest) if oldest else "–",
        answered=formats.short_moment(one.answered_at) or wording.NEVER,
        href=f"{routes.SYNC}?he-thong={one.system}",
        is_on=one.is_on,
        is_paused=one.is_paused,
    )


def _standing(one: SystemLine) -> tuple[str, str]:
    if one.is_paused:
        return wording.PAUSED
    if one.is_resting:
        return wording.RESTING
    return wording.ON if one.is_on else wording.OFF
