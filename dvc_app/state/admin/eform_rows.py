"""An electronic form as administrators see it, as display strings (A03)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.wording import eform_changes as wording
from dvc_app.wording import eform_faults as faults
from dvc_app.wording.faults import spelled
from services.eform_changes.differences import Difference, What
from services.eform_changes.flaws import HEAD, Flaw
from services.eform_changes.list_forms import FormLine
from services.eform_changes.raw import PLACE, Raw, part_at, read_spot
from services.eform_changes.show_form import DraftView, FormView, Standing, VersionView
from services.eform_changes.try_form import DRAFT


@dataclass(frozen=True)
class Tag:
    """A few words in a coloured frame."""

    words: str
    css: str


@dataclass(frozen=True)
class FormRow:
    """One form of the list."""

    href: str
    code: str
    title: str
    number: str
    procedures: list[str]
    version: str
    own: str
    waits: list[Tag] = field(default_factory=list)


@dataclass(frozen=True)
class TabRow:
    """One tab."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Option:
    """One line of a choice."""

    value: str
    words: str


@dataclass(frozen=True)
class VersionRow:
    """One version."""

    id: str
    number: int
    name: str
    since: str
    standing: str
    css: str
    by: list[str]
    reason: str
    hint: str
    may_withdraw: bool
    may_copy: bool


@dataclass(frozen=True)
class FlawRow:
    """One thing to mend, and where."""

    where: str
    words: str


@dataclass(frozen=True)
class ChangeRow:
    """One difference."""

    words: str
    css: str


@dataclass(frozen=True)
class Fact:
    """A label and what is said."""

    label: str
    text: str


def form_row(line: FormLine) -> FormRow:
    """Return a form of the list in words."""
    since = formats.day(line.starts_on)
    version = wording.VERSION_SINCE.format(version=line.version, day=since)
    return FormRow(
        href=routes.fill(routes.ADMIN_EFORM, form=line.code),
        code=line.code,
        title=line.title,
        number=line.form_number,
        procedures=[" ".join(pair).strip() for pair in line.procedures],
        version=version if line.version else wording.NO_VERSION,
        own=wording.OWN_TAG if line.is_own else "",
        waits=_waits(line),
    )


def tab_rows(view: FormView) -> list[TabRow]:
    """Return the tabs; the draft's tells how it stands."""
    note = wording.DRAFTS[view.draft.state][0] if view.draft else ""
    return [
        TabRow("xem", wording.TAB_SHOWN),
        TabRow("soan", wording.TAB_WRITE, note),
        TabRow("ban", wording.TAB_VERSIONS, str(len(view.versions))),
    ]


def which_rows(view: FormView) -> list[Option]:
    """Return what can be looked at and tried: the draft, and every version."""
    draft = [Option(DRAFT, wording.TRY_DRAFT)] if view.draft else []
    words = wording.TRY_VERSION
    numbers = [one.version for one in view.versions]
    return [*draft, *(Option(str(n), words.format(version=n)) for n in numbers)]


def version_rows(view: FormView) -> list[VersionRow]:
    """Return the versions, the newest first."""
    return [_version(one, view) for one in view.versions]


def head_facts(view: FormView) -> list[Fact]:
    """Return what stands above the tabs."""
    facts = [
        Fact(wording.CODE, view.code),
        Fact(wording.FORM_NUMBER, view.form_number or wording.NO_NUMBER),
        Fact(wording.BASIS, view.legal_basis),
        Fact(wording.PROCEDURES, "; ".join(" ".join(p) for p in view.procedures)),
        Fact(wording.COMPONENT, view.component),
    ]
    return [fact for fact in facts if fact.text]


def draft_notices(draft: DraftView, may_write: bool) -> list[str]:
    """Say what an administrator should know before they do anything."""
    found = [wording.SENT_BACK.format(remark=draft.remark)] if draft.remark else []
    if draft.is_overtaken:
        found.append(wording.OVERTAKEN)
    if draft.state == "proposed" and may_write:
        yours = wording.PROPOSED_YOURS
        found.append(yours if draft.may_publish else wording.PROPOSED_WAITS)
    return found


def draft_facts(draft: DraftView) -> list[Fact]:
    """Return day and reason of a draft, and its head."""
    raw = draft.definition
    signers = [f"{one['role']}: {one['field']}" for one in raw.get("signer") or ()]
    said = [
        (wording.FORM_TITLE, str(raw.get("title", ""))),
        (wording.NUMBER, str(raw.get("form_number", ""))),
        (wording.BASIS, str(raw.get("legal_basis", ""))),
        (wording.ADDRESSEE, str(raw.get("addressee", ""))),
        (wording.DAY, formats.day(draft.starts_on)),
        (wording.WHY, draft.reason),
        *[(wording.SIGNER.format(number=n), s) for n, s in enumerate(signers, 1)],
    ]
    return [Fact(label, text or wording.NOT_SAID) for label, text in said]


def flaw_rows(draft: DraftView) -> list[FlawRow]:
    """Return what is to be mended, each with the name of where it is."""
    return [
        FlawRow(one.where, _named(draft.definition, one.where, say_flaw(one)))
        for one in draft.flaws
    ]


def change_rows(changes: Sequence[Difference]) -> list[ChangeRow]:
    """Return the differences in words; what touches earlier answers stands out."""
    return [
        ChangeRow(_say_change(one), "eform-warns" if one.warns else "")
        for one in changes
    ]


def say_flaw(flaw: Flaw) -> str:
    """Return the sentence of a flaw, with what it is about."""
    words = faults.FAULTS[flaw.fault]
    return wording.ABOUT.format(words=words, about=flaw.about) if flaw.about else words


def say_faults(problems: Mapping[str, str], raw: Raw) -> dict[str, str]:
    """Return a sentence for each fault; of a group or a field with its name."""
    own = {
        where: _named(raw, where, faults.FAULTS[key])
        for where, key in problems.items()
        if key in faults.FAULTS
    }
    return spelled({f: k for f, k in problems.items() if f not in own}) | own


def name_at(raw: Raw, where: str) -> str:
    """Return the label or title of what stands there."""
    if where == HEAD:
        return wording.HEAD
    part = part_at(raw, read_spot(where))
    return str(part.get("label") or part.get("title") or "")


def _named(raw: Raw, where: str, words: str) -> str:
    if where == HEAD:
        return wording.SAID.format(where=wording.AT_HEAD, words=words)
    if not PLACE.fullmatch(where):
        return words
    at = wording.AT_FIELD if "." in where else wording.AT_GROUP
    return wording.SAID.format(where=at.format(name=name_at(raw, where)), words=words)


def _say_change(one: Difference) -> str:
    lists = (What.HEAD, What.CHANGED, What.GROUP_CHANGED)
    about = [faults.PROPERTIES[part] for part in one.about if one.what in lists]
    joint = " → " if one.what is What.RENAMED else ", "
    said = joint.join(about or one.about)
    return faults.DIFFERENCES[one.what].format(name=one.name, about=said)


def _waits(line: FormLine) -> list[Tag]:
    found = []
    if line.draft:
        found.append(Tag(*wording.DRAFTS[line.draft]))
    if line.coming:
        words = wording.COMING.format(day=formats.day(line.coming))
        found.append(Tag(words, "tag tag--info"))
    if line.is_offered:
        found.append(Tag(wording.OFFERED_TAG, "tag tag--wait"))
    return found


def _version(one: VersionView, view: FormView) -> VersionRow:
    standing, css = wording.STANDINGS[one.standing]
    is_free = view.may_write and view.draft is None
    return VersionRow(
        id=str(one.id),
        number=one.version,
        name=wording.VERSION_NAME.format(version=one.version),
        since=wording.SINCE.format(day=formats.day(one.starts_on)),
        standing=standing,
        css=css,
        by=_made_by(one),
        reason=one.reason,
        hint=wording.OFFERED_HINT if one.standing is Standing.OFFERED else "",
        may_withdraw=view.may_write and one.is_own and one.standing is Standing.COMING,
        may_copy=is_free and one.standing is not Standing.IN_FORCE,
    )


def _made_by(one: VersionView) -> list[str]:
    if not one.is_own:
        return [wording.SHIPPED]
    names = ", ".join(name for name in one.written_by if name)
    found = [wording.WRITTEN.format(names=names)] if names else []
    if one.published_by:
        moment = formats.moment(one.published_at)
        by = wording.PUBLISHED_BY.format(name=one.published_by, moment=moment)
        found.append(by)
    return found
