"""What is wrong with one field by itself: its reason, its choices, its limits."""

import re
from collections.abc import Iterator
from enum import StrEnum

from services.core.text import clean
from services.eform_changes.raw import Raw
from services.eforms.catalogues import catalogues
from services.eforms.definition import FieldKind
from services.eforms.prefill import FACTS

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
FEWEST_WORDS = 6  # of a reason: who reads it and for which decision (R15)
LONGEST_TEXT = 4000
CHOSEN = (FieldKind.CHOICE, FieldKind.TICKS)
NUMBERS = (FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY)
Found = Iterator[tuple[str, "FormFlaw", str]]  # input of the editor, fault, about


class FormFlaw(StrEnum):
    """What may be wrong with a form; one sentence each in the wording."""

    HEAD_MISSING = "eform_head_missing"
    SIZE = "eform_size"
    TITLE = "eform_title"
    EMPTY = "eform_group_empty"
    ROWS = "eform_rows"
    NOUN = "eform_noun"
    CODE_SHAPE = "eform_code_shape"
    CODE_TWICE = "eform_code_twice"
    LABEL = "eform_label"
    REASON = "eform_reason"
    KIND = "eform_kind"
    OPTIONS = "eform_options"
    OPTION_TWICE = "eform_option_twice"
    CATALOGUE = "eform_catalogue"
    PREFILL = "eform_prefill"
    DEFAULT = "eform_default"
    LIMITS = "eform_limits"
    LENGTHS = "eform_lengths"
    NUMBER = "eform_number"
    CONTRACT_TWICE = "eform_contract_twice"
    CONDITION_UNKNOWN = "eform_condition_unknown"
    CONDITION_KIND = "eform_condition_kind"
    CONDITION_ANSWER = "eform_condition_answer"
    CONDITION_LOOP = "eform_condition_loop"
    CONDITION_OFFICE = "eform_condition_office"
    SUM = "eform_sum"
    NAME_UNKNOWN = "eform_name_unknown"
    RELIED = "eform_relied"
    UNREADABLE = "eform_unreadable"


def field_flaws(field: Raw) -> Found:
    """Yield what is wrong with a field, whatever stands around it."""
    if not CODE.fullmatch(str(field.get("code", ""))):
        yield "code", FormFlaw.CODE_SHAPE, str(field.get("code", ""))
    if not clean(str(field.get("label", ""))):
        yield "label", FormFlaw.LABEL, ""
    if len(str(field.get("used_by", "")).split()) < FEWEST_WORDS:
        yield "used_by", FormFlaw.REASON, ""
    if field.get("kind") not in set(FieldKind):
        yield "kind", FormFlaw.KIND, str(field.get("kind"))
        return
    yield from _of_choices(field)
    yield from _of_limits(field)
    for name in field.get("prefill") or ():
        if name not in FACTS:
            yield "prefill_1", FormFlaw.PREFILL, str(name)


def offered(field: Raw) -> set[str] | None:
    """Return the answers that can be given; None: whatever somebody types."""
    if field.get("kind") == FieldKind.TICK:
        return {"yes"}
    if field.get("kind") == FieldKind.CATALOGUE:
        return set(catalogues().get(str(field.get("catalogue")), ()))
    if field.get("kind") in CHOSEN:
        return {str(value) for value, _ in field.get("options") or ()}
    return None


def _of_choices(field: Raw) -> Found:
    options = list(field.get("options") or ())
    if field["kind"] in CHOSEN:
        values = [str(value) for value, _ in options]
        if not options:
            yield "options", FormFlaw.OPTIONS, ""
        elif len(set(values)) < len(values):
            yield "options", FormFlaw.OPTION_TWICE, ""
    named = str(field.get("catalogue", ""))
    if field["kind"] == FieldKind.CATALOGUE and named not in catalogues():
        yield "catalogue", FormFlaw.CATALOGUE, named
        return
    given, known = str(field.get("default", "")), offered(field)
    several = given.split(",") if field["kind"] == FieldKind.TICKS else [given]
    if given and known is not None and not set(several) <= known:
        yield "default", FormFlaw.DEFAULT, given


def _of_limits(field: Raw) -> Found:
    least, most = field.get("least"), field.get("most")
    if least is not None and most is not None and least > most:
        yield "most", FormFlaw.LIMITS, ""
    shortest, longest = field.get("shortest", 0), field.get("longest", 200)
    if not 0 <= shortest <= longest <= LONGEST_TEXT or longest < 1:
        yield "longest", FormFlaw.LENGTHS, ""
