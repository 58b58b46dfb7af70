"""What of a dossier is digitised, as the scorecard asks (QĐ 766, group 4)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from services.digitising.models import SavedPaper


@dataclass(frozen=True)
class DigitisedFlags:
    """The flags of one dossier and of its files.

    `components`: HoSoCoThanhPhanSoHoa; `files`: DuocSoHoa of each; `from_store`:
    DuocLayTuKhoDMQG; `result`: the result is kept, too.
    """

    files: frozenset[UUID] = frozenset()
    from_store: frozenset[UUID] = frozenset()
    result: bool = False

    @property
    def components(self) -> bool:
        """Say whether any paper that was handed in is digitised."""
        return bool(self.files)

    @property
    def is_whole(self) -> bool:
        """Say whether the dossier counts: parts and result both have files."""
        return self.components and self.result


def flags_of(
    session: Session, dossier_ids: Collection[UUID]
) -> dict[UUID, DigitisedFlags]:
    """Return the flags of many dossiers in one statement; of one without any, none."""
    rows = session.exec(
        select(SavedPaper).where(col(SavedPaper.dossier_id).in_(dossier_ids))
    ).all()
    return {
        dossier_id: _flags([row for row in rows if row.dossier_id == dossier_id])
        for dossier_id in {row.dossier_id for row in rows}
    }


def _flags(rows: list[SavedPaper]) -> DigitisedFlags:
    parts = [row for row in rows if not row.is_result]
    return DigitisedFlags(
        files=frozenset(row.file_id for row in parts),
        from_store=frozenset(row.file_id for row in parts if row.from_store),
        result=len(parts) < len(rows),
    )
