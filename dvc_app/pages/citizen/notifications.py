"""Thông báo (C24)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.notification_rows import ChannelChoice, NoticeRow
from dvc_app.state.citizen.notifications import MuteRow, NotificationsState, SortRow
from dvc_app.wording import notifications as wording

State = NotificationsState


def notifications_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        rx.el.h1(wording.TITLE),
        rx.el.p(wording.LEAD, class_name="muted"),
        rx.cond(
            State.is_foreign,
            rx.el.p(wording.FOREIGN_LINK, class_name="notice notice--warn"),
        ),
        rx.cond(
            State.loaded, rx.cond(State.is_empty, _nothing(), _list()), skeleton(6)
        ),
        rx.cond(State.loaded, _muting()),
        active=routes.MY_NOTIFICATIONS,
    )


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.EMPTY),
        rx.el.p(wording.EMPTY_HINT, class_name="muted"),
        link(wording.CHANGE_CHANNELS, to=routes.MY_CONTACTS, class_name="button"),
        class_name="card stack",
    )


def _list() -> rx.Component:
    return rx.fragment(
        rx.el.nav(
            rx.foreach(State.sorts, _sort),
            class_name="row groups",
            aria_label=wording.FILTER,
        ),
        rx.el.div(
            rx.el.p(State.unread_words, role="status"),
            rx.cond(
                State.has_unread,
                rx.el.button(
                    wording.MARK_ALL,
                    type="button",
                    on_click=State.read_all,
                    class_name="button button--quiet button--small",
                ),
            ),
            class_name="row spread",
        ),
        rx.cond(
            State.rows.length() > 0,
            rx.el.ul(rx.foreach(State.rows, _row), class_name="stack notices"),
            rx.el.p(wording.NONE_OF_SORT),
        ),
        _pages(),
    )


def _sort(sort: SortRow) -> rx.Component:
    words = rx.fragment(sort.name, " ", rx.el.b(sort.count))
    return rx.cond(
        sort.is_current,
        link(words, to=sort.address, class_name="chip", aria_current="page"),
        link(words, to=sort.address, class_name="chip"),
    )


def _row(row: NoticeRow) -> rx.Component:
    return rx.el.li(
        rx.cond(row.section != "", rx.el.h2(row.section, class_name="h3")),
        rx.cond(
            row.about + row.procedure != "",
            rx.el.p(
                rx.cond(row.about != "", rx.el.b(row.about, class_name="num")),
                rx.cond(row.procedure != "", long_name(row.procedure)),
                class_name="meta small muted",
            ),
        ),
        rx.el.div(
            _told(row),
            _acts(row),
            class_name=rx.cond(
                row.is_unread, "card dossier-row is-unread", "card dossier-row"
            ),
        ),
        class_name="stack-s",
        key=row.id,
    )


def _told(row: NoticeRow) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.span(row.sort, class_name=row.tag),
            rx.cond(row.step != "", rx.el.span(row.step, class_name="tag")),
            rx.cond(row.is_unread, rx.el.b(wording.NEW, class_name="small")),
            rx.el.span(row.at, class_name="small muted"),
            class_name="row",
        ),
        rx.el.h3(row.title, class_name="h3"),
        rx.el.p(row.sentence),
        rx.cond(row.facts != "", rx.el.p(row.facts, class_name="small")),
        rx.cond(
            row.deliveries.length() > 0,
            rx.el.ul(
                rx.foreach(row.deliveries, lambda said: rx.el.li(said)),
                class_name="small muted",
                aria_label=wording.DELIVERY_LABEL,
            ),
        ),
        class_name="stack-s grow",
    )


def _acts(row: NoticeRow) -> rx.Component:
    return rx.el.div(
        link(
            row.action,
            to=row.path,
            on_click=State.read(row.id),
            class_name="button button--small",
        ),
        rx.cond(
            row.is_unread,
            rx.el.button(
                wording.MARK,
                type="button",
                on_click=State.read(row.id),
                aria_label=row.mark_label,
                class_name="button button--quiet button--small",
            ),
        ),
        rx.cond(row.choices.length() > 0, _again(row)),
        class_name="row-acts",
    )


def _again(row: NoticeRow) -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.AGAIN, class_name="small"),
        rx.foreach(row.choices, lambda choice: _choice(row, choice)),
        class_name="stack-s",
    )


def _choice(row: NoticeRow, choice: ChannelChoice) -> rx.Component:
    return rx.el.button(
        choice.words,
        type="button",
        on_click=State.send_again(row.id, choice.key),
        class_name="button button--text button--small",
    )


def _muting() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.MUTING),
        rx.el.p(wording.MUTING_LEAD, class_name="muted"),
        rx.el.ul(rx.foreach(State.mutes, _mute), class_name="stack-s"),
        link(
            wording.CHANGE_CHANNELS,
            to=routes.MY_CONTACTS,
            class_name="button button--text",
        ),
        class_name="card stack",
    )


def _mute(row: MuteRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(rx.el.b(row.name), " ", rx.el.span(row.state, class_name=row.tag)),
        rx.cond(
            row.toggle != "",
            rx.el.button(
                row.toggle,
                type="button",
                on_click=State.toggle(row.key, ~row.is_muted),
                aria_label=row.label,
                class_name="button button--quiet button--small",
            ),
        ),
        class_name="row spread",
        key=row.key,
    )


def _pages() -> rx.Component:
    quiet = "button button--quiet button--small"
    return rx.el.p(
        rx.el.span(State.total, class_name="small muted"),
        rx.cond(
            State.before != "",
            link(wording.BEFORE, to=State.before, class_name=quiet),
        ),
        rx.el.span(State.pages, class_name="small muted"),
        rx.cond(
            State.after != "", link(wording.AFTER, to=State.after, class_name=quiet)
        ),
        class_name="row",
    )
