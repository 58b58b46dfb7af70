"""What stands beside the form of the counter, as display strings."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import counter as wording
from services.counter.differing_people import Differing
from services.counter.open_at_counter import OpenRow
from services.counter.tickets import Ticket


@dataclass(frozen=True)
class DraftRow:
    """One draft that lies on the counter."""

    procedure: str
    person: str
    facts: str
    href: str


@dataclass(frozen=True)
class CalledRow:
    """The number this officer serves now."""

    id: str = ""
    words: str = ""
    business: str = ""
    has_draft: bool = False


def called_row(ticket: Ticket) -> CalledRow:
    """Return the number this officer serves."""
    what = wording.CALLED_WHAT.format(business=ticket.business)
    return CalledRow(
        id=str(ticket.id),
        words=wording.CALLED.format(number=ticket.number),
        business=what if ticket.business else "",
        has_draft=ticket.dossier_id is not None,
    )


def draft_row(row: OpenRow) -> DraftRow:
    """Return a draft that lies on the counter."""
    facts = [wording.CHANNELS.get(row.channel, ""), formats.moment(row.updated_at)]
    if row.holder and not row.is_mine:
        facts.append(wording.HELD_BY.format(name=row.holder))
    return DraftRow(
        procedure=row.procedure,
        person=row.person,
        facts=" · ".join(filter(None, facts)),
        href=routes.fill(routes.COUNTER_DRAFT, draft=str(row.dossier_id)),
    )


def differing_row(row: Differing) -> DraftRow:
    """Return a received dossier and what the register has otherwise."""
    fields = [wording.DIFFERENCES.get(name, name) for name in row.fields]
    return DraftRow(
        procedure=row.code,
        person=row.person,
        facts="; ".join(fields),
        href=routes.fill(routes.PROCESSING, code=row.code),
    )
