"""Keep how many originals and copies were counted at the counter (O04)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert

from services.audit.record import record
from services.dossiers.snapshot import read_snapshot
from services.processing.queries import agency_dossier
from services.processing.reception_models import CopyKind, Medium, ReceivedCopy
from services.work import Role, Work


@dataclass(frozen=True)
class CountedCopies:
    """What lay on the counter of one component; several kinds may lie together."""

    numbers: Mapping[CopyKind, int]
    is_compared: bool = False


def save_counted(work: Work, code: str, counted: Mapping[str, CountedCopies]) -> None:
    """Keep the counts, by component, as they stand on the receipt (Mẫu 01).

    The strongest kind is the paper's own; the others are kept beside it.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    listed = {component.code for component in read_snapshot(dossier).components}
    rows = []
    for component_code, copies in counted.items():
        kinds = [kind for kind in CopyKind if copies.numbers.get(kind, 0) > 0]
        if not kinds or component_code not in listed:
            continue
        rows.append(
            {
                "id": uuid4(),
                "dossier_id": dossier.id,
                "component_code": component_code,
                "medium": Medium.PAPER,
                "kind": kinds[0],
                "count": copies.numbers[kinds[0]],
                "beside": {str(one): copies.numbers[one] for one in kinds[1:]},
                "is_compared": copies.is_compared,
                "by_id": officer_id,
                "at": work.now,
            }
        )
    if not rows:
        return
    work.session.execute(insert(ReceivedCopy).values(rows).on_conflict_do_nothing())
    record(work, "save_copy", dossier.id, papers=len(rows))
