"""Python face of `reception_keys.jsx`: the shortcuts of the reception."""

import reflex as rx

from dvc_app.wording import reception as wording

RECEIVE_ID = "nut-tiep-nhan"
NEXT_ID = "nut-tiep-theo"


class _ReceptionKeys(rx.Component):
    library = "$/public" + rx.asset("reception_keys.jsx", shared=True)
    tag = "ReceptionKeys"
    words: rx.Var[dict[str, str]]
    keys: rx.Var[list[list[str]]]


def reception_keys() -> rx.Component:
    """Return the shortcuts, and the button that explains them."""
    return _ReceptionKeys.create(words=wording.KEYS, keys=wording.KEYS_LIST)
