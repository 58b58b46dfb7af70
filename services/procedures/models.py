"""The catalogue (danh mục thủ tục hành chính): what may be asked for, where, for what."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from services.core.table import Choice, Table, choice, json_column


class AgencyLevel(StrEnum):
    """Where an agency stands in the province."""

    PROVINCE = "province"  # the service centre and the people's committee
    DEPARTMENT = "department"  # sở, ban, ngành
    COMMUNE = "commune"  # xã, phường


class OnlineLevel(StrEnum):
    """How much of a procedure can be done online."""

    FULL = "full"  # toàn trình
    PARTIAL = "partial"  # một phần
    VIEW_ONLY = "view_only"  # chỉ xem


class TimeUnit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MONTH = "month"
    UNCLEAR = "unclear"  # the source does not say it in a way that can be counted


class CaseKind(StrEnum):
    """What a group of components means; the national portal mixes them."""

    SUBMIT = "submit"  # giấy tờ phải nộp
    PRESENT = "present"  # giấy tờ phải xuất trình, shown and given back
    WHEN = "when"  # papers of one case only
    NOTE = "note"  # advice, not papers


class FeeKind(StrEnum):
    """The two sums a state agency may ask for."""

    FEE = "fee"  # phí
    CHARGE = "charge"  # lệ phí


class Channel(StrEnum):
    """How a dossier may be handed in."""

    ONLINE = "online"
    DIRECT = "direct"
    POSTAL = "postal"


class Source(StrEnum):
    """Who wrote the facts that are shown."""

    NATIONAL = "national"
    SEED = "seed"


class Sector(Table, table=True):
    """A field of administration (lĩnh vực)."""

    __tablename__ = "sector"
    code: str = Field(unique=True)  # folded name: two spellings are one sector
    name: str


class Agency(Table, table=True):
    """An agency of the province (cơ quan) and where people find it."""

    __tablename__ = "agency"
    code: str = Field(unique=True)  # H55.242
    name: str
    level: AgencyLevel = choice(AgencyLevel, index=True)
    parent_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    address: str = ""
    phone: str = ""
    hours: str = ""
    is_receiving: bool = True  # has a one-stop desk (bộ phận một cửa)


class Procedure(Table, table=True):
    """An administrative procedure (thủ tục hành chính)."""

    __tablename__ = "procedure"
    __table_args__ = (
        Index(None, "sector_id", "name"),
        Index(
            "ix_procedure_folded_name_trgm",
            "folded_name",
            postgresql_using="gin",
            postgresql_ops={"folded_name": "gin_trgm_ops"},
        ),
    )
    code: str = Field(unique=True)
    name: str
    plain_name: str = ""  # the same in everyday words
    summary: str = ""
    sector_id: UUID | None = Field(default=None, foreign_key="sector.id")
    at_province: bool = False
    at_commune: bool = False
    at_ministry: bool = False
    executing_agency: str = ""
    online_level: OnlineLevel = choice(OnlineLevel, OnlineLevel.VIEW_ONLY, index=True)
    eligible_parties: list[str] = json_column(list)
    time_limit: float | None = None
    time_limit_unit: TimeUnit = choice(TimeUnit, TimeUnit.UNCLEAR)
    time_limit_note: str = ""
    # Received before it, the result is due the same day ("15:00"); empty: none.
    cut_off: str = Field(default="", sa_column_kwargs={"server_default": ""})
    results: list[str] = json_column(list)
    requirements: str = ""
    legal_basis: list[dict[str, str]] = json_column(list)  # code, name
    steps: list[dict[str, str]] = json_column(list)  # name, text
    process: list[dict[str, Any]] = json_column(list)  # name, role, hours
    # Who signs beside the submitter, and when: who, field, any. Empty: nobody must.
    cosign: dict[str, Any] = json_column(
        dict, sa_column_kwargs={"server_default": "{}"}
    )
    source: Source = choice(Source, Source.NATIONAL)
    national_id: str = ""
    national_kind: str = ""  # STANDARD, SPECIFIC, STANDARD_INTERNAL
    national_state: str = ""
    promulgated_by: str = ""
    is_elsewhere: bool = False  # promulgated by another province's committee
    is_suspended: bool = False
    suspended_reason: str = ""
    suspended_since: datetime | None = None
    is_filed_here: bool = False  # false: the national portal takes the dossier
    keywords: str = ""
    popularity: int = 0
    paper_count: int = 0  # papers to hand in or show, advice left out
    folded_name: str = ""
    folded_words: str = ""  # plain name and everyday words, folded
    list_digest: str = ""  # what was last imported; equal means nothing to do
    detail_digest: str = ""
    seed_digest: str = ""
    updated_at: datetime


class ProcedureCase(Table, table=True):
    """A group of components, with what the group means."""

    __tablename__ = "procedure_case"
    __table_args__ = (Index(None, "procedure_id", "position", unique=True),)
    procedure_id: UUID = Field(foreign_key="procedure.id")
    position: int
    name: str = ""
    kind: CaseKind = choice(CaseKind, CaseKind.SUBMIT)


class ProcedureComponent(Table, table=True):
    """A paper of the dossier (thành phần hồ sơ), or a line of advice beside it."""

    __tablename__ = "procedure_component"
    __table_args__ = (Index(None, "procedure_id", "position", unique=True),)
    procedure_id: UUID = Field(foreign_key="procedure.id")
    case_id: UUID = Field(foreign_key="procedure_case.id", index=True)
    position: int
    code: str
    name: str
    original_qty: int = 0
    copy_qty: int = 0
    is_paper: bool = True  # false: the source put a sentence where a paper belongs
    required: bool = False
    required_when: str = ""
    # The same for machines: an answer of the electronic form, {"field", "any"},
    # or the name of the case chosen. Either makes the paper required.
    required_answer: dict[str, Any] = json_column(
        dict, sa_column_kwargs={"server_default": "{}"}
    )
    required_case: str = Field(default="", sa_column_kwargs={"server_default": ""})
    max_megabytes: int = Field(default=10, sa_column_kwargs={"server_default": "10"})
    note: str = ""
    kinds: list[str] = json_column(list)  # file kinds taken, e.g. pdf, jpg
    is_form: bool = False  # filled in on the portal or from a sample
    samples: list[str] = json_column(list)  # names of sample files at the source


class ProcedureChannel(Table, table=True):
    """A way to hand the dossier in, with its own time limit."""

    __tablename__ = "procedure_channel"
    __table_args__ = (Index(None, "procedure_id", "position", unique=True),)
    procedure_id: UUID = Field(foreign_key="procedure.id")
    position: int
    channel: Channel = choice(Channel)
    time_limit: float | None = None
    time_limit_unit: TimeUnit = choice(TimeUnit, TimeUnit.UNCLEAR)
    note: str = ""


class ProcedureFee(Table, table=True):
    """A fee or charge of one channel; without an amount it must be confirmed."""

    __tablename__ = "procedure_fee"
    __table_args__ = (Index(None, "procedure_id", "position", unique=True),)
    procedure_id: UUID = Field(foreign_key="procedure.id")
    position: int
    channel: Channel | None = Field(
        default=None, sa_type=Choice(Channel), nullable=True
    )
    kind: FeeKind = choice(FeeKind)
    amount: int | None = Field(default=None, sa_type=BigInteger)  # đồng
    needs_confirmation: bool = False
    note: str = ""


class ProcedureUnit(Table, table=True):
    """An agency entitled to receive dossiers of the procedure."""

    __tablename__ = "procedure_unit"
    __table_args__ = (Index(None, "procedure_id", "agency_id", unique=True),)
    procedure_id: UUID = Field(foreign_key="procedure.id")
    agency_id: UUID = Field(foreign_key="agency.id", index=True)


class ProcedureLocal(Table, table=True):
    """What lies above and below the facts of a procedure that are shown (A02).

    Local changes go before the seed, the seed before the national record. The
    columns of the procedure hold what is in force; its layers are kept here.
    """

    __tablename__ = "procedure_local"
    procedure_id: UUID = Field(foreign_key="procedure.id", unique=True)
    facts: dict[str, Any] = json_column(dict)  # changed here and in force
    base: dict[str, Any] = json_column(dict)  # what these would be without
    national: dict[str, Any] = json_column(dict)  # what the seed goes before


class ImportRemark(Table, table=True):
    """What the importer found wrong with a record and did not repeat."""

    __tablename__ = "import_remark"
    procedure_code: str = Field(default="", index=True)
    origin: str  # list, details or seed; a file's name for a refused line
    field: str
    reason: str  # key of a sentence in remarks.toml
    value: str = ""  # what the source says
    is_refusal: bool = Field(default=False, index=True)


class CatalogueVersion(Table, table=True):
    """One row: a digest of the catalogue, so that caches know when to renew."""

    __tablename__ = "catalogue_version"
    number: int = Field(default=1, unique=True)
    digest: str
