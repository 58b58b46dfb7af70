"""What reception and processing share: head, papers, viewer, history."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.of_address import of_address
from dvc_app.components.office_page import NAMED
from dvc_app.components.paper_elsewhere import paper_elsewhere
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.dossier_rows import EventRow, FileRow, Head, PaperRow, Person
from dvc_app.wording import delegations, promises
from dvc_app.wording import reception as wording

PDF_VIEW = "#navpanes=0&view=FitH"  # to the browser's own reader: no side panes
Facts = tuple[tuple[str, Any], ...]  # Any: a Var of text


def dossier_page(
    state: Any, title: str, *parts: rx.Component, held: rx.Var[str]
) -> rx.Component:
    """Return the page of one dossier: there, missing, not one's work, on its way.

    `held` is the code of the dossier the state holds: of another nothing is drawn.
    """
    # Any: a state class; the framework's vars have no common type.
    waiting = rx.el.div(rx.el.h1(title), skeleton(), class_name="stack")
    found = rx.el.div(*parts, class_name="stack")
    return desk_shell(
        rx.cond(
            state.missing,
            _refused(
                wording.NOT_FOUND_TITLE,
                wording.NOT_FOUND,
                link(wording.BACK, to=routes.DESK, class_name="button"),
            ),
            rx.cond(
                state.loaded, of_address(held, found, waiting, part=NAMED), waiting
            ),
        ),
        css="frame dossier-desk",
    )


def dossier_head(head: Head, title: str) -> rx.Component:
    """Return code, procedure, status in a sentence and what time is left."""
    return rx.el.header(
        rx.el.p(
            link(wording.BACK, to=routes.DESK), " › ", title, class_name="small crumbs"
        ),
        rx.el.div(
            rx.el.div(
                rx.el.p(
                    rx.el.span(head.code, class_name="num"),
                    " · ",
                    head.filed,
                    class_name="small muted",
                ),
                rx.el.h1(head.procedure),
                rx.cond(head.case != "", rx.el.p(head.case, class_name="small muted")),
                class_name="grow",
            ),
            rx.cond(head.left != "", rx.el.span(head.left, class_name=head.left_css)),
            class_name="row head-row",
        ),
        rx.el.p(
            rx.el.span(head.status, class_name=head.status_css),
            rx.el.span(head.sentence, class_name="muted"),
            role="status",
            class_name="row",
        ),
        class_name="stack-s",
    )


def dossier_refused(title: str, words: str, *ways: rx.Component) -> rx.Component:
    """Return the page of an officer whose work this is not: why, and the ways on."""
    return desk_shell(_refused(title, words, *ways), css="frame dossier-desk")


def facts(*pairs: tuple[str, Any]) -> rx.Component:
    """Return facts by name; an empty one is left out."""
    # Any: a Var of text.
    return rx.el.dl(
        *[
            rx.cond(value != "", rx.fragment(rx.el.dt(name), rx.el.dd(value)))
            for name, value in pairs
        ],
        class_name="facts",
    )


def submitter_facts(person: Person) -> Facts:
    """Return what the person declared of themselves, but birth date and telephone."""
    return (
        (wording.NAME, person.name),
        (delegations.RIGHT, person.acting),
        (wording.PAPER_NUMBER, person.paper_number),
        (wording.EMAIL, person.email),
        (wording.ADDRESS, person.address),
    )


def applicant_facts(person: Person) -> Facts:
    """Return who stands on the papers."""
    return (
        (wording.NAME, person.applicant),
        (delegations.OWNER_BORN, person.applicant_born),
        (delegations.OWNER_NUMBER, person.applicant_number),
        (wording.ADDRESS, person.applicant_address),
    )


def request_facts(person: Person, case: Any) -> Facts:
    """Return what is asked for, and where the result goes."""
    # Any: a Var of text.
    return (
        (wording.REQUEST, person.request),
        (wording.CASE, case),
        (wording.COPIES, person.copies),
        (wording.DELIVERY, person.delivery),
        (wording.COSIGNER, person.cosigner),
    )


def general_cards(*cards: rx.Component) -> rx.Component:
    """Return the first card beside the others."""
    first, *others = cards
    return rx.el.div(
        first, rx.el.div(*others, class_name="stack"), class_name="dossier-grid"
    )


def card(title: str, *children: rx.Component) -> rx.Component:
    """Return a card with its heading."""
    return rx.el.section(rx.el.h2(title), *children, class_name="card stack")


def viewer(file: FileRow) -> rx.Component:
    """Return the file that is being looked at."""
    alone = rx.el.a(
        wording.OPEN_ALONE, href=file.address, target="_blank", rel="noopener"
    )
    return rx.el.section(
        rx.cond(
            file.id == "",
            rx.el.p(wording.CHOOSE_FILE),
            rx.fragment(
                rx.el.div(
                    rx.el.b(file.name, class_name="grow"),
                    rx.el.span(file.details, class_name="small"),
                    rx.cond(file.address != "", alone),
                    class_name="row viewer-bar",
                ),
                rx.match(
                    file.kind,
                    ("pdf", _pdf(file)),
                    ("picture", _picture(file, file.address)),
                    _page_one(file),
                ),
            ),
        ),
        aria_label=wording.VIEWER,
        class_name="viewer",
    )


def file_buttons(files: Any, viewed: FileRow, view: Callable[..., Any]) -> rx.Component:
    """Return the files of a paper; a press shows one in the viewer."""

    # Any: a Var of rows, and an event handler.
    def one(file: FileRow) -> rx.Component:
        return rx.el.li(
            rx.el.button(
                file.name,
                type="button",
                aria_label=file.view_label,
                aria_pressed=rx.cond(viewed.id == file.id, "true", "false"),
                class_name="file-button",
                on_click=view(file.id),
            ),
            rx.el.span(file.details, class_name="small muted"),
            rx.cond(file.fault != "", rx.el.span(file.fault, class_name="small error")),
            key=file.id,
        )

    return rx.el.ul(rx.foreach(files, one), class_name="file-buttons")


def paper_head(paper: PaperRow) -> rx.Component:
    """Return the name of a paper, and whether it is required."""
    return rx.el.div(
        rx.el.h2(paper.name),
        rx.el.span(paper.tag, class_name="small muted"),
        class_name="grow",
    )


def paper_css(paper: PaperRow) -> Any:
    """Return the look of a paper; the words beside it say the same."""
    # Any: a Var of text.
    return rx.cond(
        paper.is_ok, "check is-ok", rx.cond(paper.is_bad, "check is-bad", "check")
    )


def history(events: Any) -> rx.Component:
    """Return what happened, the latest first."""
    # Any: a Var of rows.
    return rx.el.ol(rx.foreach(events, _event), class_name="timeline card")


def why(lines: Any) -> rx.Component:
    """Return why the promised day is this one, line by line."""
    # Any: a Var of sentences.
    return rx.cond(
        lines.length() > 0,
        rx.el.details(
            rx.el.summary(promises.TITLE),
            rx.el.ol(rx.foreach(lines, lambda line: rx.el.li(line)), class_name="why"),
        ),
    )


def _refused(title: str, words: str, *ways: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.h1(title),
        rx.el.p(words),
        rx.el.div(*ways, class_name="row"),
        class_name="stack column",
    )


def _pdf(file: FileRow) -> rx.Component:
    return rx.fragment(
        rx.el.iframe(
            src=file.address + PDF_VIEW,
            title=file.name,
            loading="lazy",
            class_name="only-desk",
        ),
        rx.el.div(_page_one(file), class_name="only-phone"),
    )


def _picture(file: FileRow, address: Any) -> rx.Component:
    # Any: a Var of text.
    return rx.el.a(
        rx.el.img(src=address, alt=file.thumbnail_label, loading="lazy"),
        href=file.address,
        target="_blank",
        rel="noopener",
        class_name="page-picture",
    )


def _page_one(file: FileRow) -> rx.Component:
    return rx.cond(
        file.thumbnail != "",
        _picture(file, file.thumbnail),
        rx.el.p(rx.cond(file.fault != "", file.fault, wording.NO_PREVIEW)),
    )


def _event(event: EventRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(event.title),
        rx.el.p(event.line, class_name="small muted"),
        rx.cond(event.note != "", rx.el.p(event.note, class_name="small")),
        paper_elsewhere(event.link),
        class_name=rx.cond(event.is_now, "is-now", "is-done"),
    )
