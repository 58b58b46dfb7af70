"""What a draft changes against a version, and what that means for earlier answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from services.eform_changes.raw import Raw, every_field, groups_of

Homes = dict[str, tuple[Raw, Raw]]  # group and field, by code of the field
HEAD = (
    "title",
    "form_number",
    "legal_basis",
    "addressee",
    "pledge",
    "applicant",
    "signer",
)
GROUP = ("title", "hint", "when", "repeat", "is_office")
FIELD = (
    "label",
    "kind",
    "used_by",
    "hint",
    "required",
    "when",
    "required_when",
    "options",
    "catalogue",
    "prefill",
    "default",
    "unit",
    "least",
    "most",
    "shortest",
    "longest",
    "sum_of",
    "contract",
    "is_wide",
)


class What(StrEnum):
    """One kind of change; the later ones touch answers that people gave before."""

    HEAD = "head"
    GROUP_ADDED = "group_added"
    GROUP_REMOVED = "group_removed"
    GROUP_CHANGED = "group_changed"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"  # the same question under another code
    REMOVED = "removed"
    RETYPED = "retyped"
    OPTION_GONE = "option_gone"
    CONTRACT_GONE = "contract_gone"  # the ministry's system waits for this name


WARNS = {
    What.RENAMED,
    What.REMOVED,
    What.RETYPED,
    What.OPTION_GONE,
    What.CONTRACT_GONE,
    What.GROUP_REMOVED,
}


@dataclass(frozen=True)
class Difference:
    """One change: of what, and which of its properties."""

    what: What
    name: str  # label or title
    about: tuple[str, ...] = ()

    @property
    def warns(self) -> bool:
        """Say whether answers of earlier dossiers are no longer filled in."""
        return self.what in WARNS


def differences(before: Raw, after: Raw) -> tuple[Difference, ...]:
    """Return every change, what touches earlier answers first."""
    found = [
        *_of_head(before, after),
        *_of_groups(before, after),
        *_of_fields(before, after),
        *_of_contracts(before, after),
    ]
    return tuple(sorted(found, key=lambda one: not one.warns))


def _of_head(before: Raw, after: Raw) -> Iterator[Difference]:
    changed = _changed(before, after, HEAD)
    if changed:
        yield Difference(What.HEAD, str(after.get("title", "")), changed)


def _of_groups(before: Raw, after: Raw) -> Iterator[Difference]:
    old = {str(group.get("code")): group for group in groups_of(before)}
    new = {str(group.get("code")): group for group in groups_of(after)}
    for code in old.keys() - new.keys():
        yield Difference(What.GROUP_REMOVED, str(old[code].get("title")))
    for code, group in new.items():
        title = str(group.get("title"))
        if code not in old:
            yield Difference(What.GROUP_ADDED, title)
        elif changed := _changed(old[code], group, GROUP):
            yield Difference(What.GROUP_CHANGED, title, changed)
    if [code for code in old if code in new] != [code for code in new if code in old]:
        yield Difference(What.MOVED, "")


def _of_fields(before: Raw, after: Raw) -> Iterator[Difference]:
    old = {str(field.get("code")): (g, field) for _, g, field in every_field(before)}
    new = {str(field.get("code")): (g, field) for _, g, field in every_field(after)}
    renamed = _renamed(old, new)
    for code in old:
        label = str(old[code][1].get("label"))
        if code in renamed:
            yield Difference(What.RENAMED, label, (code, renamed[code]))
        elif code not in new:
            yield Difference(What.REMOVED, label)
    for code, (group, field) in new.items():
        if code in old:
            yield from _of_field(old[code], (group, field))
        elif code not in renamed.values():
            yield Difference(What.ADDED, str(field.get("label")))
    if _order(old, new) != _order(new, old):
        yield Difference(What.MOVED, "")


def _of_field(before: tuple[Raw, Raw], after: tuple[Raw, Raw]) -> Iterator[Difference]:
    (_, was), (_, field) = before, after
    label = str(field.get("label"))
    changed = _changed(was, field, FIELD)
    is_retyped = "kind" in changed
    # Answers in rows have other keys than answers outside them.
    is_rekeyed = _rows_of(before[0]) != _rows_of(after[0])
    if is_retyped or is_rekeyed:
        yield Difference(What.RETYPED, label)
    elif changed:
        yield Difference(What.CHANGED, label, changed)
    known = {value for value, _ in field.get("options") or ()}
    gone = [words for v, words in was.get("options") or () if v not in known]
    if gone and not is_retyped:
        yield Difference(What.OPTION_GONE, label, tuple(gone))


def _of_contracts(before: Raw, after: Raw) -> Iterator[Difference]:
    named = {field.get("contract") for _, _, field in every_field(after)}
    for _, _, field in every_field(before):
        if field.get("contract") and field["contract"] not in named:
            label = str(field.get("label"))
            yield Difference(What.CONTRACT_GONE, label, (str(field["contract"]),))


def _renamed(old: Homes, new: Homes) -> dict[str, str]:
    """Return new codes by the old: a question with the same words, under another."""
    fresh = {
        (field.get("label"), field.get("kind")): code
        for code, (_, field) in new.items()
        if code not in old
    }
    return {
        code: fresh[field.get("label"), field.get("kind")]
        for code, (_, field) in old.items()
        if code not in new and (field.get("label"), field.get("kind")) in fresh
    }


def _changed(before: Raw, after: Raw, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if _lean(before, name) != _lean(after, name))


def _lean(part: Raw, name: str) -> object:
    """Return a property; one left out is the same as the usual one."""
    value = part.get(name)
    if name == "repeat" and value:
        return (value.get("noun"), value.get("least", 0), value.get("most", 10))
    usual = {"longest": 200, "shortest": 0}.get(name)
    return usual if value in (None, "", []) or value is False else value


def _rows_of(group: Raw) -> str:
    return str(group.get("code")) if group.get("repeat") else ""


def _order(of: Homes, among: Homes) -> list[tuple[str, str]]:
    """Return the fields both have, in the order of one, with their groups."""
    return [
        (code, str(group.get("code")))
        for code, (group, _) in of.items()
        if code in among
    ]
