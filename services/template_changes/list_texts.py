"""List the texts of a kind, the latest version of each, and all of one (A08)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.errors import NotFound
from services.processing.queries import names_of
from services.template_changes.variables import known_for
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import Work


@dataclass(frozen=True)
class TextShown:
    """One version of one text."""

    id: UUID
    kind: TemplateKind
    key: str
    procedure_code: str
    version: int
    state: TemplateState
    title: str
    subject: str
    body: str
    how_to: str
    legal_basis: str
    valid_from: date
    valid_to: date | None
    is_in_force: bool
    is_own: bool
    written_by: str
    written_at: datetime
    reviewed_by: str


@dataclass(frozen=True)
class OneText:
    """One text with its versions, the latest first, and its variables."""

    versions: tuple[TextShown, ...]
    variables: tuple[str, ...]


def list_texts(work: Work, kind: TemplateKind) -> tuple[TextShown, ...]:
    """Return the latest version of every text of a kind, in their order."""
    require_administrator(work)
    rows = work.session.exec(
        select(TextTemplate)
        .where(TextTemplate.kind == kind)
        .order_by(col(TextTemplate.version))
    )
    latest = {(row.key, row.procedure_code): row for row in rows}
    listed = sorted(latest.values(), key=lambda r: (r.procedure_code, r.position))
    return tuple(_shown(work, row, {}) for row in listed)


def show_text(work: Work, template_id: UUID) -> OneText:
    """Return one text with all its versions."""
    require_administrator(work)
    one = work.session.get(TextTemplate, template_id)
    if one is None:
        raise NotFound("template")
    rows = work.session.exec(
        select(TextTemplate)
        .where(
            TextTemplate.kind == one.kind,
            TextTemplate.key == one.key,
            TextTemplate.procedure_code == one.procedure_code,
        )
        .order_by(col(TextTemplate.version).desc())
    ).all()
    people = {p for r in rows for p in (r.written_by_id, r.reviewed_by_id) if p}
    names = names_of(work.session, people) if people else {}
    return OneText(
        versions=tuple(_shown(work, row, names) for row in rows),
        variables=known_for(one.kind, tuple(row.body for row in rows)),
    )


def _shown(work: Work, row: TextTemplate, names: dict[UUID, str]) -> TextShown:
    day = local_day(work.now)
    ended = row.valid_to is not None and row.valid_to < day
    published = row.state is TemplateState.PUBLISHED
    same = ("id", "kind", "key", "procedure_code", "version", "state", "title")
    texts = ("subject", "body", "how_to", "legal_basis", "valid_from", "valid_to")
    return TextShown(
        **{name: getattr(row, name) for name in (*same, *texts)},
        is_in_force=published and row.valid_from <= day and not ended,
        is_own=row.written_by_id == work.actor.account_id,
        written_by=names.get(row.written_by_id, "") if row.written_by_id else "",
        written_at=row.written_at,
        reviewed_by=names.get(row.reviewed_by_id, "") if row.reviewed_by_id else "",
    )
