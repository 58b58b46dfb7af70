"""What an administrator typed about a form, a group or a field, as a definition."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from services.core.text import clean, fold
from services.eform_changes.field_flaws import CHOSEN, NUMBERS, FormFlaw
from services.eform_changes.raw import Raw, every_field, groups_of
from services.eforms.definition import FieldKind

Typed = Mapping[str, str]
Problems = dict[str, str]  # input of the editor → fault
LONGEST_LINE, LONGEST_NOTE = 300, 2000
MOST_FACTS = 3
LONG_TEXT = (FieldKind.TEXT, FieldKind.AREA)
TICKED = ("on", "1", "true", "True")
HEAD_LINES = ("title", "form_number", "legal_basis", "addressee")


def read_head(typed: Typed, raw: Raw) -> Raw:
    """Return the definition with its head as typed."""
    given = {name: _line(typed, name) for name in HEAD_LINES}
    given["pledge"] = _note(typed, "pledge")
    given["applicant"] = _line(typed, "applicant")
    signers = [
        {"role": _line(typed, f"role_{n}"), "field": _line(typed, f"signer_{n}")}
        for n in (1, 2)
    ]
    kept = [one for one in signers if one["role"] or one["field"]]
    return _lean({**raw, **given, "signer": kept})


def read_group(typed: Typed, before: Raw, raw: Raw) -> tuple[Raw, Problems]:
    """Return a group as typed, with the fields it had."""
    problems: Problems = {}
    title = _line(typed, "title")
    group = {
        "code": _code(typed, title, before, raw),
        "title": title,
        "hint": _note(typed, "hint"),
        "when": read_condition(typed, "when"),
        "is_office": _is_on(typed, "is_office"),
        "repeat": _repeat(typed, problems) if _is_on(typed, "is_repeated") else None,
    }
    return _lean(group) | {"field": before.get("field", [])}, problems


def read_field_form(typed: Typed, before: Raw, raw: Raw) -> tuple[Raw, Problems]:
    """Return a field as typed; what its kind does not have is left out."""
    problems: Problems = {}
    label, kind = _line(typed, "label"), _line(typed, "kind")
    field: Raw = {
        "code": _code(typed, label, before, raw),
        "label": label,
        "kind": kind,
        "used_by": _note(typed, "used_by"),
        "hint": _note(typed, "hint"),
        "when": read_condition(typed, "when"),
        "contract": _line(typed, "contract"),
        "is_wide": _is_on(typed, "is_wide"),
        "unit": _line(typed, "unit"),
    }
    if kind != FieldKind.SUM:
        field |= {
            "required": _is_on(typed, "required"),
            "required_when": read_condition(typed, "required_when"),
            "default": _line(typed, "default"),
            "prefill": _facts(typed),
        }
    return _lean(field | dict(_of_kind(kind, typed, problems))), problems


def read_condition(typed: Typed, name: str) -> Raw | None:
    """Return a condition: its field, and the answers that were ticked."""
    field = _line(typed, f"{name}_field")
    if not field:
        return None
    prefix = f"{name}_any:"
    ticked = [key.removeprefix(prefix) for key in typed if key.startswith(prefix)]
    return {"field": field, "any": [v for v in ticked if _is_on(typed, prefix + v)]}


def read_options(text: str) -> list[list[str]]:
    """Read one choice a line: `male = …`, or words alone, whose code is made."""
    found: list[list[str]] = []
    for line in text[: LONGEST_NOTE * 2].splitlines():
        code, sign, words = line.partition("=")
        said = clean(words if sign else code)
        if said or (sign and clean(code)):
            found.append([slug(code) if sign else slug(said), said or clean(code)])
    return found


def slug(text: str) -> str:
    """Return a code made of words: small letters, digits and low lines."""
    return re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")[:40]


def _of_kind(kind: str, typed: Typed, problems: Problems) -> Iterator[tuple[str, Any]]:
    # Any: JSON.
    if kind in CHOSEN:
        yield "options", _options(typed)
    if kind == FieldKind.CATALOGUE:
        yield "catalogue", _line(typed, "catalogue")
    if kind in NUMBERS:
        yield "least", _number(typed, "least", problems)
        yield "most", _number(typed, "most", problems)
    if kind in LONG_TEXT:
        yield "shortest", _number(typed, "shortest", problems) or 0
        longest = _number(typed, "longest", problems)
        yield "longest", 200 if longest is None else longest
    if kind == FieldKind.SUM:
        prefix = "sum_of:"
        names = [key for key in typed if key.startswith(prefix) and _is_on(typed, key)]
        yield "sum_of", [name.removeprefix(prefix) for name in names]


def _options(typed: Typed) -> list[list[str]]:
    return read_options(str(typed.get("options", "")))


def _facts(typed: Typed) -> list[str]:
    named = (_line(typed, f"prefill_{n}") for n in range(1, MOST_FACTS + 1))
    return list(dict.fromkeys(name for name in named if name))


def _repeat(typed: Typed, problems: Problems) -> Raw:
    least, most = _number(typed, "least", problems), _number(typed, "most", problems)
    return {
        "noun": _line(typed, "noun"),
        "least": least or 0,
        "most": 10 if most is None else most,
    }


def _code(typed: Typed, words: str, before: Raw, raw: Raw) -> str:
    """Return the code as typed; of a new part without one it is made of its words."""
    given = _line(typed, "code") or before.get("code", "")
    if given:
        return str(given)
    made = slug(words)
    made = made if made[:1].isalpha() else f"o_{made}".strip("_")
    taken = {group.get("code") for group in groups_of(raw)}
    taken |= {field.get("code") for _, _, field in every_field(raw)}
    ends = ("", *(f"_{number}" for number in range(2, 300)))
    return next(made[:35] + end for end in ends if made[:35] + end not in taken)


def _number(typed: Typed, name: str, problems: Problems) -> int | None:
    text = _line(typed, name).replace(".", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        problems[name] = FormFlaw.NUMBER
        return None
    return int(text)


def _line(typed: Typed, name: str) -> str:
    return clean(str(typed.get(name) or "")[:LONGEST_LINE])


def _note(typed: Typed, name: str) -> str:
    text = str(typed.get(name) or "")[:LONGEST_NOTE]
    return " ".join(clean(line) for line in text.splitlines() if clean(line))


def _is_on(typed: Typed, name: str) -> bool:
    return str(typed.get(name) or "") in TICKED


def _lean(part: Raw) -> Raw:
    """Leave out what is as it is anyway, as stored definitions do."""
    usual = {"longest": 200, "shortest": 0}
    return {
        name: value
        for name, value in part.items()
        if not _is_usual(value) and usual.get(name) != value
    }


def _is_usual(value: Any) -> bool:
    # Any: JSON; 0 is a limit, not nothing.
    return value is None or value is False or value in ("", [])
