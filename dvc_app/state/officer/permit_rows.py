"""A permit in words: its file, its standing, what is wrong with it (O10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.state import eform_rows
from dvc_app.wording import permits as wording
from services.eforms.definition import PREFIX
from services.permits.open_permit import Lack, PermitView
from services.permits.standing import Standing

AGAIN = (Standing.RETURNED, Standing.UNREACHED)


@dataclass(frozen=True)
class FileRow:
    """“File giấy phép”."""

    label: str = ""
    name: str = ""
    address: str = ""
    signature: str = ""
    is_signed: bool = False


@dataclass(frozen=True)
class ToldRow:
    """Where the permit stands with the ministry."""

    label: str = ""
    css: str = "tag"
    sentence: str = ""
    edited: str = ""
    button: str = ""
    may_sync: bool = False
    why_not: str = ""
    their_key: str = ""  # the field their words are about
    their_words: str = ""


def file_row(view: PermitView) -> FileRow:
    """Return the file in words."""
    label = wording.FILES[view.system]
    file = view.file
    if file is None:
        return FileRow(label=label)
    signed = (
        wording.SIGNED_BY.format(signer=file.signer) if file.signer else wording.SIGNED
    )
    return FileRow(
        label=label,
        name=file.name,
        address=routes.fill(routes.API_FILE, file_id=str(file.id)),
        signature=signed if file.is_signed else wording.UNSIGNED,
        is_signed=file.is_signed,
    )


def told_row(view: PermitView) -> ToldRow:
    """Return the standing in words, and what may be done."""
    now = view.standing
    label, css = wording.STANDINGS[now.standing]
    is_again = now.standing in AGAIN and not now.is_edited
    words = _their_words(view)
    sentence = wording.SENTENCES[now.standing].format(
        moment=formats.moment(now.at), number=now.their_number or "–", words=words
    )
    return ToldRow(
        label=label,
        css=css,
        sentence=sentence,
        edited=wording.EDITED if now.is_edited else "",
        button=wording.AGAIN if is_again else wording.SYNC[view.system],
        may_sync=not view.lacks,
        why_not=wording.LACKS[view.lacks[0]] if view.lacks and view.number else "",
        their_key=now.key,
        their_words=wording.THEY_SAY.format(words=words) if now.key else "",
    )


def their_mark(told: ToldRow) -> dict[str, str]:
    """Return their words against our field, until it is mended."""
    is_open = told.their_key != "" and told.edited == ""
    return {told.their_key: told.their_words} if is_open else {}


def cards_title(view: PermitView) -> str:
    """Return what stands above the saved lines."""
    is_sent = Lack.UNDERWAY in view.lacks
    return wording.PREVIEW_SENT if is_sent else wording.PREVIEW


def saved_by(view: PermitView) -> str:
    """Return who saved it and when; nothing before."""
    if not view.number:
        return ""
    moment = formats.moment(view.saved_at)
    return wording.PREVIEW_LEAD.format(name=view.saved_by, moment=moment)


def badges(view: PermitView) -> dict[str, str]:
    """Return where a text comes from that nobody typed here (R14)."""
    return {
        key: wording.BADGES[one.source]
        for key, one in view.filled.items()
        if one.text and one.source in wording.BADGES
    }


def say_faults(view: PermitView, problems: Mapping[str, str]) -> dict[str, str]:
    """Return a sentence for each fault, by name of the field (R10)."""
    known = wording.FAULTS
    own = {key: known[fault] for key, fault in problems.items() if fault in known}
    of_form = {key: fault for key, fault in problems.items() if key not in own}
    return own | eform_rows.say_problems(view.definition, view.names, of_form)


def _their_words(view: PermitView) -> str:
    """Return their words, with the name they have for our field put into ours."""
    now = view.standing
    field = view.names.get(now.key, "") or wording.FILES[view.system]
    if now.is_missing:
        return wording.MISSING.format(field=field if now.key else now.words)
    words = now.words.rstrip(".")
    for one in view.definition.fields():
        if one.contract and now.key == PREFIX + one.code:
            words = words.replace(one.contract, f"“{one.label}”")
    return f"{words}." if words else ""
