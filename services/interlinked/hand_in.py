"""Hand in a draft, and open the dossiers an interlinked declaration stands for."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.prove_human import HumanProof
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import Submission, submit_dossier
from services.interlinked.bundles import BundleRule, bundles
from services.interlinked.models import BundleLeg
from services.interlinked.open_leg import open_legs
from services.procedures.models import Procedure
from services.work import Work


def hand_in(
    work: Work, dossier_id: UUID, pledge: bool, proof: HumanProof
) -> Submission:
    """Hand in once, whole: a declaration and its first legs in one transaction.

    Pressed twice, reloaded or tried again, the first answer is shown and no leg
    is opened a second time (R6).
    """
    submission = submit_dossier(work, dossier_id, pledge, proof)
    if submission.submitted is None:
        return submission
    dossier = work.session.get_one(Dossier, dossier_id)
    bundle = bundles().get(read_snapshot(dossier).procedure_code)
    if bundle is None or dossier.is_bundle:
        return submission
    dossier.is_bundle = True
    work.session.add(dossier)
    plan_legs(work, dossier, bundle)
    open_legs(work, dossier)
    return submission


def plan_legs(work: Work, dossier: Dossier, bundle: BundleRule) -> None:
    """Write down the legs this declaration asks for; the wish is frozen with it."""
    form = read_snapshot(dossier).form
    values = form.values if form else {}
    codes = [leg.procedure for leg in bundle.leg]
    found = work.session.exec(
        select(Procedure.code, Procedure.id).where(col(Procedure.code).in_(codes))
    ).all()
    known = dict(found)
    for position, leg in enumerate(bundle.leg):
        if not leg.is_wanted(values):
            continue
        if leg.procedure not in known:
            raise NotFound("procedure")
        work.session.add(
            BundleLeg(
                declaration_id=dossier.id,
                position=position,
                code=leg.code,
                procedure_id=known[leg.procedure],
                after=list(leg.after),
                papers=list(leg.papers),
                groups=list(leg.groups),
                has_office_part=leg.has_office_part,
            )
        )
    work.session.flush()
