"""Rows of the ledger in words, for the list, the dossier's tab and administration."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import civil_status
from dvc_app.wording import status_sync as wording
from services.outbox.models import MessageState, Outward
from services.status_sync.list_messages import MessageLine
from services.status_sync.show_systems import SystemLine

DELIVERED = MessageState.DELIVERED


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


def message_row(one: MessageLine) -> MessageRow:
    """Return a message in words."""
    state, css = wording.STATES[one.state]
    kind = wording.KINDS[one.kind]
    code = one.code or wording.NO_CODE
    moment = formats.short_moment(one.next_try_at)
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
        return wording.INCOMPLETE.format(field=one.answer)
    if one.answer_code.startswith("http_"):
        code = one.answer_code.removeprefix("http_")
        return wording.HTTP.format(code=code)
    if one.answer_code == "unavailable":
        return wording.UNAVAILABLE
    is_coded = one.system is Outward.CIVIL_STATUS and one.state is not DELIVERED
    if is_coded and one.answer_code in civil_status.ANSWERS:
        said = civil_status.ANSWERS[one.answer_code]
        return f"{said} ({one.answer})" if one.answer else said
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
