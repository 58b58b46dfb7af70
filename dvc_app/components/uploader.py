"""The Python face of `uploader.jsx`."""

import reflex as rx

from dvc_app.wording import uploads


class _Uploader(rx.Component):
    library = "$/public" + rx.asset("uploader.jsx", shared=True)
    lib_dependencies: list[str] = ["tus-js-client@4.3.1"]
    tag = "Uploader"
    endpoint: rx.Var[str]
    words: rx.Var[dict[str, object]]
    label: rx.Var[str]
    accept: rx.Var[str]
    known: rx.Var[list[str]]
    multiple: rx.Var[bool]


def uploader(
    endpoint: str | rx.Var[str],
    label: str | rx.Var[str],
    known: rx.Var[list[str]],
    multiple: bool = True,
) -> rx.Component:
    """Return a button that sends files, and a line for each on its way.

    `known` holds the ids of the files the page itself lists already.
    """
    return _Uploader.create(
        endpoint=endpoint,
        words=uploads.WORDS,
        label=label,
        accept=uploads.ACCEPT,
        known=known,
        multiple=multiple,
    )
