"""What the portal asks of the national store of documents (Kho DMQG)."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class StoreQuestion:
    """Whose papers are asked for, by whom, for which procedure."""

    owner_number: str  # 12 digits, of the person the papers belong to
    asker_name: str
    asker_number: str
    procedure: str  # code, or what the answer is used for
    wanted: tuple[tuple[str, str], ...] = ()  # code of the result, number; all if none


@dataclass(frozen=True)
class StoreFile:
    """Where one file of a paper lies: only who holds it knows what the path means."""

    name: str
    issuer: str
    path: str


@dataclass(frozen=True)
class StorePaper:
    """One paper the store knows of."""

    code: str  # MaKetQua
    title: str
    number: str
    issuer: str  # CoQuanChuQuan
    files: tuple[StoreFile, ...]


class DocumentStore(Protocol):
    """The national store; both questions only read, so both may be asked again."""

    def find(self, question: StoreQuestion) -> tuple[StorePaper, ...]:
        """Return the papers of this person; none is an answer too.

        Raises SystemUnavailable when the store does not say.
        """

    def fetch(self, file: StoreFile) -> bytes | None:
        """Return a file, or None when it is not there any more."""
