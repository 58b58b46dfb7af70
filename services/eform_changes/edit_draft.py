"""Change a draft of a form: its head, a group, a field; one change at a time (A03)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.core.text import clean
from services.eform_changes import raw as parts
from services.eform_changes.field_flaws import FormFlaw
from services.eform_changes.flaws import HEAD, flaws_of
from services.eform_changes.models import OPEN, DraftState, EformDraft
from services.eform_changes.queries import At, lock_draft, whole_province
from services.eform_changes.raw import Raw, Spot, part_at, put
from services.eform_changes.read_forms import (
    Problems,
    Typed,
    read_field_form,
    read_group,
    read_head,
)
from services.work import Work

LONGEST_REASON = 500
# These are judged when it is proposed: the rest of the form is still being written.
LATER = {FormFlaw.EMPTY, FormFlaw.SIZE, FormFlaw.RELIED, FormFlaw.UNREADABLE}


@dataclass(frozen=True)
class Changed:
    """The draft after a change; `codes` are those that nothing bears any more."""

    edition: int
    where: str
    codes: tuple[str, ...] = field(default=())


def save_head(work: Work, at: At, typed: Typed) -> Changed:
    """Keep title, legal basis, addressee, signatures, the day, and why it changes."""

    def edit(draft: EformDraft) -> Raw:
        problems: Problems = {}
        draft.starts_on = _day(typed, draft.starts_on, problems)
        draft.reason = clean(str(typed.get("reason") or "")[:LONGEST_REASON])
        changed = read_head(typed, draft.definition)
        _refuse(problems, changed, HEAD)
        return changed

    return _change(work, at, HEAD, edit)


def save_group(work: Work, at: At, spot: Spot, typed: Typed) -> Changed:
    """Keep a group; behind the last one it is new."""

    def edit(draft: EformDraft) -> Raw:
        before = _before(draft.definition, spot)
        group, problems = read_group(typed, before, draft.definition)
        changed = put(draft.definition, spot, group)
        _refuse(problems, changed, str(spot))
        return changed

    return _change(work, at, str(spot), edit)


def save_field(work: Work, at: At, spot: Spot, typed: Typed) -> Changed:
    """Keep a field; without a reason it is refused (R15)."""

    def edit(draft: EformDraft) -> Raw:
        before = _before(draft.definition, spot)
        one, problems = read_field_form(typed, before, draft.definition)
        changed = put(draft.definition, spot, one)
        _refuse(problems, changed, str(spot))
        return changed

    return _change(work, at, str(spot), edit)


def move_part(work: Work, at: At, spot: Spot, by: int) -> Changed:
    """Move a group or a field one place up or down."""
    return _change(
        work, at, str(spot), lambda draft: parts.moved(draft.definition, spot, by)
    )


def remove_part(work: Work, at: At, spot: Spot) -> Changed:
    """Take a group or a field away; what waits for it is named among the flaws."""
    return _change(
        work, at, str(spot), lambda draft: parts.without(draft.definition, spot)
    )


def _change(
    work: Work, at: At, where: str, edit: Callable[[EformDraft], Raw]
) -> Changed:
    """Write one change. A draft that was proposed is a draft again: its reader
    would publish what they have not seen."""
    writer = whole_province(work)
    draft = lock_draft(work, at)
    if draft.state not in OPEN:
        raise Conflict("eform_closed")
    codes = codes_of(draft.definition)
    draft.definition = edit(draft)
    draft.state, draft.proposed_by_id = DraftState.DRAFT, None
    draft.edition += 1
    draft.writers = sorted({*draft.writers, str(writer)})
    draft.changed_by_id, draft.changed_at = writer, work.now
    work.session.add(draft)
    work.session.flush()
    record(work, "eform.saved", draft.id, edition=draft.edition)
    gone = codes - codes_of(draft.definition)
    return Changed(draft.edition, where, tuple(sorted(gone)))


def codes_of(raw: Raw) -> set[str]:
    """Return the codes of all fields."""
    return {str(one.get("code")) for _, _, one in parts.every_field(raw)}


def _before(raw: Raw, spot: Spot) -> Raw:
    """Return what stands there; nothing behind the last one."""
    row = parts.groups_of(raw)
    if spot.field is not None:
        row = parts.fields_of(part_at(raw, Spot(spot.group)))
    number = spot.group if spot.field is None else spot.field
    return {} if number == len(row) else part_at(raw, spot)


def _refuse(problems: Problems, changed: Raw, where: str) -> None:
    """Refuse what is wrong with the part that was typed, and with no other."""
    for flaw in flaws_of(changed):
        if flaw.where == where and flaw.fault not in LATER:
            problems.setdefault(flaw.field, flaw.fault)
    if problems:
        raise RuleViolation(problems)


def _day(typed: Typed, before: date, problems: Problems) -> date:
    text = str(typed.get("starts_on") or "").strip()
    try:
        return read_date(text) if text else before
    except Unreadable as fault:
        problems["starts_on"] = str(fault.key)
        return before
