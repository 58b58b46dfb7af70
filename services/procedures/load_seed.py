"""Writes the procedures that come with the portal: seed/*.toml, typed in as facts."""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import select

from services.procedures.facts import (
    CaseFacts,
    ChannelFacts,
    ComponentFacts,
    Facts,
    FeeFacts,
    TimeLimit,
    paper_count,
)
from services.procedures.local_layers import units_beneath, write_beneath
from services.procedures.models import (
    Agency,
    AgencyLevel,
    CaseKind,
    Channel,
    FeeKind,
    OnlineLevel,
    Source,
    TimeUnit,
)
from services.procedures.national_facts import digest
from services.procedures.national_papers import ORDINARY_KINDS
from services.procedures.process import process_of
from services.procedures.version import renew_version
from services.procedures.write_facts import replace_units
from services.work import Work

FOLDER = Path(__file__).parent / "seed"
COMMUNES = "commune"


class Strict(BaseModel):
    """A part of a seed file; a misspelt key is a fault of ours and must be seen."""

    model_config = ConfigDict(extra="forbid")


class SeedAnswer(Strict):
    """An answer of the electronic form: a field, and the answers that count."""

    field: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    any: list[str] = Field(min_length=1)


class SeedPaper(Strict):
    """A paper of the dossier.

    `when` says in words when it is required; `when_answer` and `when_case` say the
    same to the portal, by the electronic form or by the case chosen.
    """

    code: str
    name: str
    original: int = 0
    copies: int = Field(default=0, alias="copy")
    required: bool = False
    when: str = ""
    when_answer: SeedAnswer | None = None
    when_case: str = ""
    note: str = ""
    kinds: tuple[str, ...] = ORDINARY_KINDS
    megabytes: int = Field(default=10, ge=1, le=100)
    form: bool = False
    samples: tuple[str, ...] = ()


class SeedCase(Strict):
    """A case of which a person is in one, with the papers of that case only."""

    name: str
    papers: list[SeedPaper] = []


class SeedFee(Strict):
    """A fee: an amount, or `confirm` where the agency must be asked."""

    kind: FeeKind
    amount: int | None = None
    confirm: bool = False
    channel: Channel | None = None
    note: str = ""


class SeedLimit(Strict):
    """How long it takes."""

    value: float
    unit: TimeUnit
    note: str = ""
    cut_off: str = ""  # received before it: the same day


class SeedCosign(Strict):
    """Who signs beside the submitter; with `field`, only for one of these answers."""

    who: str
    field: str = ""
    any: tuple[str, ...] = ()


class SeedProcedure(Strict):
    """A `[[procedure]]` with the defaults of its file."""

    code: str = Field(pattern=r"^\d\.\d{6}$")
    name: str
    plain: str
    summary: str
    sector: str
    level: list[Literal["province", "commune"]]
    agency: str
    units: list[str]
    channels: list[Channel]
    parties: list[str]
    online: OnlineLevel
    limit: SeedLimit
    results: list[str]
    papers: list[SeedPaper]
    cases: list[SeedCase] = []
    show: list[SeedPaper] = []
    fees: list[SeedFee]
    legal: list[tuple[str, str]]
    steps: list[dict[str, str]]
    requirements: str = ""
    keywords: str = ""
    popularity: int = 0
    filed_here: bool = True
    process: list[dict[str, Any]] | None = None  # Any: name, role, hours
    cosign: SeedCosign | None = None


def read_seed(folder: Path = FOLDER) -> list[SeedProcedure]:
    """Return the procedures of all seed files, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        base = {"sector": raw["sector"], **raw.get("defaults", {})}
        found += [SeedProcedure.model_validate(base | one) for one in raw["procedure"]]
    return found


def load_seed(work: Work) -> int:
    """Write the seed and who receives it; return how many procedures changed.

    The agencies must be there. Loading twice changes nothing, and what an
    administrator published stays as it is (A02).
    """
    seed = read_seed()
    changed = write_beneath(work, [_facts(work, one) for one in seed])
    replace_units(work.session, units_beneath(work.session, _units(work, seed)))
    renew_version(work.session)
    return changed


def _units(work: Work, seed: list[SeedProcedure]) -> dict[str, tuple[str, ...]]:
    """Return procedure code → agency codes: all communes, or agencies by their name."""
    agencies = work.session.exec(select(Agency).order_by(Agency.code)).all()

    def named(unit: str) -> list[str]:
        if unit == COMMUNES:
            return [a.code for a in agencies if a.level is AgencyLevel.COMMUNE]
        return [a.code for a in agencies if a.name.startswith(unit)]

    return {
        one.code: tuple(
            dict.fromkeys(code for unit in one.units for code in named(unit))
        )
        for one in seed
    }


def _facts(work: Work, one: SeedProcedure) -> Facts:
    limit = TimeLimit(one.limit.value, one.limit.unit, one.limit.note)
    groups = [
        ("", CaseKind.SUBMIT, one.papers),
        *((case.name, CaseKind.WHEN, case.papers) for case in one.cases),
        ("", CaseKind.PRESENT, one.show),
    ]
    cases = tuple(
        CaseFacts(name, kind, tuple(_paper(p) for p in papers))
        for name, kind, papers in groups
        if papers or name
    )
    return Facts(
        code=one.code,
        source=Source.SEED,
        origin="seed",
        digest=digest(one.model_dump(mode="json"), work.province),
        values=_values(work, one) | {"paper_count": paper_count(cases)},
        sector=one.sector,
        cases=cases,
        fees=tuple(
            FeeFacts(f.kind, f.amount, f.amount is None or f.confirm, f.channel, f.note)
            for f in one.fees
        ),
        channels=tuple(ChannelFacts(c, limit) for c in one.channels),
    )


def _paper(paper: SeedPaper) -> ComponentFacts:
    return ComponentFacts(
        code=paper.code,
        name=paper.name,
        original_qty=paper.original,
        copy_qty=paper.copies,
        required=paper.required,
        required_when=paper.when,
        required_answer=paper.when_answer.model_dump() if paper.when_answer else {},
        required_case=paper.when_case,
        max_megabytes=paper.megabytes,
        note=paper.note,
        kinds=paper.kinds,
        is_form=paper.form,
        samples=paper.samples,
    )


def _values(work: Work, one: SeedProcedure) -> dict[str, Any]:
    process = one.process
    if process is None:
        process = process_of(work.province, one.limit.value, one.limit.unit)
    return {
        "name": one.name,
        "plain_name": one.plain,
        "summary": one.summary,
        "at_province": "province" in one.level,
        "at_commune": "commune" in one.level,
        "at_ministry": False,
        "executing_agency": one.agency,
        "online_level": one.online,
        "eligible_parties": one.parties,
        "time_limit": one.limit.value,
        "time_limit_unit": one.limit.unit,
        "time_limit_note": one.limit.note,
        "cut_off": one.limit.cut_off,
        "results": one.results,
        "requirements": one.requirements,
        "legal_basis": [{"code": code, "name": name} for code, name in one.legal],
        "steps": one.steps,
        "process": process,
        "is_filed_here": one.filed_here,
        "is_elsewhere": False,
        "keywords": one.keywords,
        "cosign": one.cosign.model_dump(mode="json") if one.cosign else {},
        "popularity": one.popularity,
    }
