"""What “Lưu vào kho” draws, as display strings (O09)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import digitising as wording
from services.digitising.models import ReadingState
from services.digitising.offers import Offer, Origin
from services.digitising.open_store import OpenedPaper, PaperLine
from services.digitising.read_form import PaperForm
from services.digitising.save_paper import PaperSaved

MARKED, CALM = "mark mark--look", "mark"
TICK = "ok-"


@dataclass(frozen=True)
class PaperRow:
    """One paper of the list."""

    id: str = ""
    name: str = ""
    file_name: str = ""
    tag: str = ""
    tag_css: str = "tag"
    label: str = ""
    is_open: str = "false"


@dataclass(frozen=True)
class FieldRow:
    """One field of the form: what is offered, from where, how sure."""

    name: str
    label: str
    label_css: str
    hint: str
    value: str
    mark: str
    mark_css: str
    other: str
    offer: str  # the way back to the offered value, once something else is typed
    offer_label: str
    tick: str  # name of its box; empty: nothing to confirm
    tick_label: str
    is_day: bool


@dataclass(frozen=True)
class SavedRow:
    """One line of a paper that is kept."""

    label: str
    value: str


def paper_row(line: PaperLine, opened: str) -> PaperRow:
    """Return a line of the list in words."""
    name = line.name
    if line.is_result:
        name = wording.RESULT_NAME.format(name=name)
    tag = wording.NOT_SAVED if line.is_due else wording.NOT_DUE
    if line.is_saved:
        tag = wording.LINKED if line.is_linked else wording.SAVED
    elif line.is_again:
        tag = wording.SAVE_AGAIN
    file_id = str(line.file_id)
    return PaperRow(
        id=file_id,
        name=name,
        file_name=line.file_name,
        tag=tag,
        tag_css="tag tag--done" if line.is_saved else "tag",
        label=wording.OPEN_NAMED.format(name=name, state=tag),
        is_open="true" if file_id == opened else "false",
    )


def field_row(offer: Offer, is_reading: bool) -> FieldRow:
    """Return a field with the mark of its value in words."""
    is_day = offer.name in wording.DAYS
    is_early = is_reading and offer.must_confirm
    label = wording.LABELS.get(offer.name, offer.name)
    hint = wording.DAY_HINT if is_day else ""
    if offer.name == "owner_number":
        hint = wording.NUMBER_HINT
    return FieldRow(
        name=offer.name,
        label=label,
        label_css="required" if offer.is_required else "",
        hint=hint,
        value=offer.text,
        mark=wording.FROM_DOSSIER_YET if is_early else mark_of(offer),
        mark_css=MARKED if offer.must_confirm and not is_early else CALM,
        other=wording.ON_PAPER.format(text=offer.other) if offer.other else "",
        offer=wording.OFFERED.format(text=offer.text) if offer.text else "",
        offer_label=wording.OFFERED_NAMED.format(label=label, text=offer.text),
        tick=TICK + offer.name if offer.must_confirm else "",
        tick_label=wording.CONFIRM_NAMED.format(label=label.lower()),
        is_day=is_day,
    )


def mark_of(offer: Offer) -> str:
    """Say where a value comes from and how sure it is; colour is never alone."""
    percent = formats.percent(round(offer.confidence * 100), 100)
    if offer.origin is Origin.DOSSIER:
        if offer.other:
            return wording.DIFFERS
        alone = offer.must_confirm
        return wording.FROM_DOSSIER_ALONE if alone else wording.FROM_DOSSIER
    if offer.origin is Origin.TEXT_LAYER:
        return wording.FROM_TEXT
    if offer.origin is Origin.MACHINE:
        words = wording.READ_UNSURE if offer.must_confirm else wording.READ_SURE
        return words.format(percent=percent)
    return ""


def offered_of(offers: tuple[Offer, ...]) -> dict[str, list[str]]:
    """Return each offered value and its mark: what the page fills untouched fields by."""
    return {offer.name: [offer.text, mark_of(offer)] for offer in offers}


def boxes_of(offers: tuple[Offer, ...]) -> dict[str, list[float]]:
    """Return page and box of each value that stands on the paper."""
    return {
        offer.name: [float(offer.page), *offer.box]
        for offer in offers
        if offer.box[2] > offer.box[0]
    }


def pictures_of(opened: OpenedPaper) -> list[str]:
    """Return the addresses of the pages that were read."""
    return [
        routes.fill(routes.API_PAPER_PAGE, file_id=str(opened.file_id), page=str(page))
        for page in range(opened.pages)
    ]


def notice_of(opened: OpenedPaper) -> str:
    """Say what stands in the way of a quick look, if anything does."""
    if opened.saved is not None:
        return ""
    if opened.not_yet:
        return wording.FAULTS[opened.not_yet] + "."
    if opened.is_again:
        return wording.CHANGED_SINCE
    if opened.reading is ReadingState.WAITING:
        return wording.READING
    if opened.reading is ReadingState.UNREADABLE:
        return wording.UNREADABLE.get(opened.fault, wording.UNREADABLE[""])
    return ""


def saved_rows(opened: OpenedPaper) -> list[SavedRow]:
    """Return a kept paper line by line."""
    kept = opened.saved or {}
    return [SavedRow(wording.LABELS.get(n, n), text) for n, text in kept.items()]


def form_of(form: Mapping[str, str | bool], kind: str) -> PaperForm:
    """Return what was sent: values, and the boxes that are ticked."""
    return PaperForm(
        kind=kind,
        values={n: v for n, v in form.items() if isinstance(v, str)},
        confirmed=frozenset(
            name.removeprefix(TICK)
            for name, value in form.items()
            if name.startswith(TICK) and value not in (False, "")
        ),
    )


def say_saved(done: PaperSaved) -> str:
    """Say that it is kept, and where it lies."""
    words = wording.DONE_WAITS if done.waits else wording.DONE
    return (wording.DONE_LINKED if done.is_linked else words).format(name=done.name)
