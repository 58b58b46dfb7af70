"""What is known of one procedure, before it is written: national record and seed alike."""

from dataclasses import dataclass, field
from typing import Any

from services.procedures.models import CaseKind, Channel, FeeKind, Source, TimeUnit


@dataclass(frozen=True)
class Remark:
    """A fault of the source: the field, a key of remarks.toml, what it says."""

    field: str
    reason: str
    value: str = ""


@dataclass(frozen=True)
class TimeLimit:
    """How long it may take; without a value it is not said."""

    value: float | None = None
    unit: TimeUnit = TimeUnit.UNCLEAR
    note: str = ""


@dataclass(frozen=True)
class ComponentFacts:
    """A paper, or a sentence of advice."""

    code: str
    name: str
    original_qty: int = 0
    copy_qty: int = 0
    is_paper: bool = True
    required: bool = False
    required_when: str = ""
    note: str = ""
    kinds: tuple[str, ...] = ()
    is_form: bool = False
    samples: tuple[str, ...] = ()
    required_answer: dict[str, Any] = field(default_factory=dict)
    required_case: str = ""
    max_megabytes: int = 10


@dataclass(frozen=True)
class CaseFacts:
    """A group of components and its meaning."""

    name: str
    kind: CaseKind
    components: tuple[ComponentFacts, ...]


@dataclass(frozen=True)
class FeeFacts:
    """A sum in đồng, or the fact that the agency must be asked."""

    kind: FeeKind
    amount: int | None
    needs_confirmation: bool
    channel: Channel | None = None
    note: str = ""


@dataclass(frozen=True)
class ChannelFacts:
    """A way to hand in and its own time limit."""

    channel: Channel
    limit: TimeLimit = TimeLimit()
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """One procedure. `values` are columns; None for children leaves them alone."""

    code: str
    source: Source
    origin: str  # list, details or seed
    digest: str
    values: dict[str, Any]  # Any: column values
    sector: str = ""
    cases: tuple[CaseFacts, ...] | None = None
    fees: tuple[FeeFacts, ...] | None = None
    channels: tuple[ChannelFacts, ...] | None = None
    units: tuple[str, ...] | None = None  # agency codes
    remarks: tuple[Remark, ...] = field(default=())


def paper_count(cases: tuple[CaseFacts, ...]) -> int:
    """Return how many papers a person needs: the longest case, advice left out."""

    def papers(case: CaseFacts) -> int:
        return sum(c.is_paper for c in case.components)

    always = sum(
        papers(c) for c in cases if c.kind in (CaseKind.SUBMIT, CaseKind.PRESENT)
    )
    return always + max(
        (papers(c) for c in cases if c.kind is CaseKind.WHEN), default=0
    )
