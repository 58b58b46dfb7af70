"""The Python face of `uploader.jsx`."""

from typing import Any

import reflex as rx

from dvc_app.wording import uploads

rx.asset("uploading.js", shared=True)  # what `uploader.jsx` imports beside it


class _Uploader(rx.Component):
    library = "$/public" + rx.asset("uploader.jsx", shared=True)
    lib_dependencies: list[str] = ["tus-js-client@4.3.1"]
    tag = "Uploader"
    endpoint: rx.Var[str]
    words: rx.Var[dict[str, object]]
    label: rx.Var[str]
    accept: rx.Var[str]
    known: rx.Var[list[str]]
    parts: rx.Var[list[Any]]  # Any: rows of what the server has a part of
    multiple: rx.Var[bool]
    shrinks: rx.Var[bool]
    camera: rx.Var[bool]


class _InFlight(rx.Component):
    library = "$/public" + rx.asset("uploader.jsx", shared=True)
    lib_dependencies: list[str] = ["tus-js-client@4.3.1"]
    tag = "InFlight"
    form: rx.Var[str]
    place: rx.Var[str]
    words: rx.Var[dict[str, object]]


def uploader(
    endpoint: str | rx.Var[str],
    label: str | rx.Var[str],
    known: rx.Var[list[str]],
    multiple: bool = True,
    **more: Any,
) -> rx.Component:
    """Return a button that sends files, and a line for each on its way.

    `known` holds the ids of the files the page itself lists already; `parts` what
    the server has a part of, `accept` the kinds taken, `shrinks` makes photos
    smaller first, `camera` adds a button that opens the camera at once.
    """
    # Any: a Var or a plain value of each of them.
    return _Uploader.create(
        endpoint=endpoint,
        words=uploads.WORDS,
        label=label,
        accept=more.pop("accept", uploads.ACCEPT),
        known=known,
        multiple=multiple,
        **more,
    )


def in_flight(form: str, place: str | rx.Var[str]) -> rx.Component:
    """Return what stops the form while files for that place are on their way."""
    return _InFlight.create(form=form, place=place, words=uploads.WORDS)
