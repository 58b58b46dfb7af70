"""The procedures of a declaration side by side, for those who see it."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.dossiers.models import Dossier
from services.dossiers.show_dossier import Progress, find_visible, progress_of
from services.interlinked.models import BundleLeg, LegState
from services.procedures.models import Procedure
from services.work import Work


@dataclass(frozen=True)
class LegView:
    """One procedure of the bundle: where it stands, or what it waits for."""

    code: str  # of the leg
    name: str
    plain_name: str
    state: LegState
    after: tuple[str, ...]
    dossier_code: str  # empty until its turn has come
    progress: Progress | None


@dataclass(frozen=True)
class BundleView:
    """The declaration and its legs; a dossier of its own has none."""

    declaration_code: str  # of the declaration a leg belongs to; else empty
    legs: tuple[LegView, ...]


NOTHING = BundleView("", ())


def show_bundle(work: Work, code: str) -> BundleView:
    """Return the legs of a declaration, or the declaration a leg belongs to."""
    work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        return NOTHING
    if dossier.declaration_id is not None:
        named = select(Dossier.code).where(Dossier.id == dossier.declaration_id)
        return BundleView(work.session.exec(named).one() or "", ())
    if not dossier.is_bundle:
        return NOTHING
    found = work.session.exec(
        select(BundleLeg, Procedure, Dossier)
        .join(Procedure, col(Procedure.id) == BundleLeg.procedure_id)
        .outerjoin(Dossier, col(Dossier.id) == BundleLeg.dossier_id)
        .where(BundleLeg.declaration_id == dossier.id)
        .order_by(col(BundleLeg.position))
    ).all()
    return BundleView("", tuple(_leg(work, *row) for row in found))


def _leg(
    work: Work, leg: BundleLeg, procedure: Procedure, dossier: Dossier | None
) -> LegView:
    return LegView(
        code=leg.code,
        name=procedure.name,
        plain_name=procedure.plain_name or procedure.name,
        state=leg.state,
        after=tuple(leg.after),
        dossier_code=dossier.code or "" if dossier else "",
        progress=progress_of(work, dossier) if dossier else None,
    )
