"""The national portal's two record formats, read leniently: anything may be anything."""

import math
import re
import unicodedata
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

MAX_TEXT = 100_000  # characters; the longest real text has 30,000
MAX_COUNT = 9_999
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Return the text as PostgreSQL and people can read it.

    NUL, lone surrogates and invisible marks go; spaces are single; form is NFC.
    """
    text = text[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "ignore").decode("utf-8")
    text = _INVISIBLE.sub("", _CONTROL.sub(" ", unicodedata.normalize("NFC", text)))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def as_text(value: object) -> str:
    """Return a text, whatever stands there; an object or a list is no text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(value)[:40]


def as_texts(value: object) -> list[str]:
    """Return the texts of a list that say something, each once, in order."""
    found = [as_text(v) for v in value] if isinstance(value, list) else [as_text(value)]
    return list(dict.fromkeys(t for t in found if t))


def as_count(value: object) -> int:
    """Return a number of copies; nonsense counts as none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(min(max(value, 0), MAX_COUNT)) if math.isfinite(value) else 0


def as_number(value: object) -> float | None:
    """Return a finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e15 else None


def as_objects(value: object) -> list[object]:
    """Return the objects of a list; what is no object is left out."""
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def as_flag(value: object) -> bool:
    """Return true only for a plain true."""
    return value is True


Text = Annotated[str, BeforeValidator(as_text)]
Texts = Annotated[list[str], BeforeValidator(as_texts)]
Count = Annotated[int, BeforeValidator(as_count)]
Number = Annotated[float | None, BeforeValidator(as_number)]
Flag = Annotated[bool, BeforeValidator(as_flag)]


class Wire(BaseModel):
    """An object of theirs; unknown keys are theirs to keep."""

    model_config = ConfigDict(alias_generator=to_camel, extra="ignore")


class WireFee(Wire):
    """A fee as they write it: often a number with no unit."""

    type: Text = ""
    value: Number = None
    currency_name: Text = ""
    description: Text = ""


class WireMethod(Wire):
    """A way to hand in; the time is a number or a whole paragraph."""

    submission_method: Text = ""
    processing_time: Text = ""
    processing_time_unit: Text = ""
    description: Text = ""
    fees: Annotated[list[WireFee], BeforeValidator(as_objects)] = Field(
        default_factory=list
    )


class WireFile(Wire):
    """A sample file; only its name is of use."""

    file_name: Text = ""


class WireComponent(Wire):
    """A paper, or a sentence of advice where a paper belongs."""

    code: Text = ""
    name: Text = ""
    original_qty: Count = 0
    copy_qty: Count = 0
    required: Flag = False
    has_electronic_form: Flag = False
    attachments: Annotated[list[WireFile], BeforeValidator(as_objects)] = Field(
        default_factory=list
    )


class WireCase(Wire):
    """A group of papers, whose name tells what the group means."""

    name: Text = ""
    profile_components: Annotated[list[WireComponent], BeforeValidator(as_objects)] = (
        Field(default_factory=list)
    )


class WireNamed(Wire):
    """Anything with a name, sometimes a code."""

    name: Text = ""
    code: Text = ""


class WireStep(Wire):
    """One step of the official text."""

    name: Text = ""
    description: Text = ""


Named = Annotated[list[WireNamed], BeforeValidator(as_objects)]


class WireListRow(Wire):
    """One line of list.jsonl."""

    id: Text = ""
    code: Text = ""
    name: Text = ""
    categories: Texts = Field(default_factory=list)
    departments: Texts = Field(default_factory=list)
    department_promulgate: Text = ""
    formality_target_type: Texts = Field(default_factory=list)
    state: Text = ""
    type: Text = ""


class WireDetail(Wire):
    """The `data` of one line of details.jsonl."""

    id: Text = ""
    code: Text = ""
    name: Text = ""
    execution_steps: Annotated[list[WireStep], BeforeValidator(as_objects)] = Field(
        default_factory=list
    )
    execution_methods: Annotated[list[WireMethod], BeforeValidator(as_objects)] = Field(
        default_factory=list
    )
    execution_cases: Annotated[list[WireCase], BeforeValidator(as_objects)] = Field(
        default_factory=list
    )
    categories_details: Named = Field(default_factory=list)
    results_details: Named = Field(default_factory=list)
    subject_types_details: Named = Field(default_factory=list)
    legal_basises_details: Named = Field(default_factory=list)
    departments_executing: Named = Field(default_factory=list)
    unit_groups_executing: Named = Field(default_factory=list)
    department_promulgate_name: Text = ""
    executing_agencies: Text = ""
    requirements_and_conditions: Text = ""
    keywords: Text = ""
    state: Text = ""
    type: Text = ""
    is_ward: Flag = False
    is_province: Flag = False
    is_ministry: Flag = False
    is_full_process: Flag = False
