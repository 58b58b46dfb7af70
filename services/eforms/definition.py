"""What an electronic form asks: groups of fields, conditions, rows, sums.

A definition is data (definitions/*.toml, later the editor of A03). It is read into
these models once, strictly: a misspelt key or an unknown field is a fault of ours.
Keys of answers: `e.<field>`; of a field in a repeated group `e.<group>.<row>.<field>`,
with the order of rows under `e.<group>` as "1,2"; of an address, three parts:
`….commune` (code of the place), `….detail`, `….old` (text of a former address).
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

PREFIX = "e."
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class FieldKind(StrEnum):
    """How a field is drawn, read and written down."""

    TEXT = "text"  # one line
    AREA = "area"  # several lines
    NAME = "name"  # F7
    DATE = "date"  # F1, any day
    PAST_DATE = "past_date"  # F1, not in the future
    BIRTH_DATE = "birth_date"  # F1, not over 120 years ago
    TIME = "time"  # 15:37
    INTEGER = "integer"
    DECIMAL = "decimal"  # area in m², height in m
    MONEY = "money"  # F3, whole đồng
    CHOICE = "choice"  # a few options, as radio buttons
    TICKS = "ticks"  # several of a few options; the answer joins them by commas
    TICK = "tick"  # yes or no; the answer is "yes" or empty
    CATALOGUE = "catalogue"  # one of a named list: ethnic groups, countries …
    ADDRESS = "address"  # F8, in two levels
    PHONE = "phone"  # F4
    EMAIL = "email"
    CITIZEN_ID = "citizen_id"  # F5
    PAPER_NUMBER = "paper_number"  # F5, F6 or a passport
    TAX_CODE = "tax_code"  # F6
    SUM = "sum"  # worked out, never typed


class Part(BaseModel):
    """A part of a definition."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(Part):
    """Holds when the field has one of these answers ("yes" for a tick)."""

    field: Code
    any: tuple[str, ...] = Field(min_length=1)


class FormField(Part):
    """One question, and why it is asked (R15)."""

    code: Code
    label: str = Field(min_length=1)
    kind: FieldKind
    used_by: str = Field(min_length=1)  # who reads it and for which decision
    hint: str = ""
    required: bool = False
    when: Condition | None = None  # asked only then
    required_when: Condition | None = None  # asked always, required only then
    options: tuple[tuple[str, str], ...] = ()  # value, words
    catalogue: str = ""  # name of a list in catalogues.toml
    prefill: tuple[str, ...] = ()  # facts, the first known wins: "submitter.full_name"
    default: str = ""
    unit: str = ""  # m², đồng, tầng
    least: int | None = None
    most: int | None = None
    shortest: int = 0
    longest: int = 200
    sum_of: tuple[str, ...] = ()  # "field" here or "group.field" of a repeated group
    contract: str = ""  # its name in the contract of the ministry's system
    is_wide: bool = False  # takes a whole line of the page

    @model_validator(mode="after")
    def _whole(self) -> Self:
        chosen = self.kind in (FieldKind.CHOICE, FieldKind.TICKS)
        if chosen != bool(self.options):
            raise ValueError(f"{self.code}: options belong to a choice")
        if (self.kind is FieldKind.CATALOGUE) != bool(self.catalogue):
            raise ValueError(f"{self.code}: a catalogue belongs to its kind")
        if (self.kind is FieldKind.SUM) != bool(self.sum_of):
            raise ValueError(f"{self.code}: a sum adds fields")
        return self


class Repeat(Part):
    """How many rows a repeated group takes; one row is called `noun`."""

    noun: str
    least: int = Field(default=0, ge=0)
    most: int = Field(default=10, ge=1, le=50)


class FormGroup(Part):
    """Fields under one heading; repeated where the person may name several."""

    code: Code
    title: str
    hint: str = ""
    when: Condition | None = None
    repeat: Repeat | None = None
    is_office: bool = False  # “phần thông tin điền của cán bộ tiếp nhận”
    field: tuple[FormField, ...] = Field(min_length=1)


class Signer(Part):
    """Who signs the printed form: the words above, and whose name stands below."""

    role: str = Field(min_length=1)
    field: Code  # of a name field


class EformDefinition(Part):
    """One version of one form."""

    code: str = Field(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")  # KS, KT, KH, XD01 …
    version: int = Field(ge=1)
    starts_on: date
    procedures: tuple[str, ...] = Field(min_length=1)
    component: str = ""  # code of the component this form stands for
    title: str  # as printed: TỜ KHAI ĐĂNG KÝ KHAI SINH is kept in sentence case
    form_number: str = ""  # as the law names it
    legal_basis: str
    addressee: str = ""  # Kính gửi; $unit is the receiving unit
    pledge: str = ""  # the words above the signature
    # The applicant (chủ hồ sơ) when the form itself names them: code of a name field.
    applicant: str = ""
    signer: tuple[Signer, ...] = Field(default=(), max_length=2)
    group: tuple[FormGroup, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        codes = [one.code for one in self.fields()]
        groups = [group.code for group in self.group]
        if len({*codes, *groups}) != len(codes) + len(groups):
            raise ValueError(f"{self.code}: a code stands twice")
        named = {c.field for c in self.conditions()} | {self.applicant} - {""}
        named |= {signer.field for signer in self.signer}
        if unknown := named - set(codes):
            raise ValueError(f"{self.code}: unknown fields {sorted(unknown)}")
        return self

    def fields(self) -> tuple[FormField, ...]:
        """Return every field, in the order they are asked."""
        return tuple(field for group in self.group for field in group.field)

    def conditions(self) -> tuple[Condition, ...]:
        """Return every condition of groups and fields."""
        asked = [group.when for group in self.group]
        for field in self.fields():
            asked += [field.when, field.required_when]
        return tuple(condition for condition in asked if condition)


def read_definition(raw: dict[str, Any]) -> EformDefinition:
    """Return the definition; Any: a TOML or JSON document."""
    return EformDefinition.model_validate(raw)
