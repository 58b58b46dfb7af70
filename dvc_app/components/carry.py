"""‹Mang mã này tới quầy›: the QR of one's own draft, to show or to print (N11)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import leaving_link
from dvc_app.wording import counter as wording


def carry_card(draft_id: Any) -> rx.Component:
    """Return the fold with the code. Any: a Var of the draft's id.

    The picture is fetched once the fold is opened: making a key is written down.
    """
    before, _, after = routes.API_CARRY.partition("{draft_id}")
    picture = rx.Var.create(before) + draft_id + after
    return rx.cond(
        draft_id != "",
        rx.el.details(
            rx.el.summary(wording.MY_KEY),
            rx.el.p(wording.MY_KEY_HINT),
            rx.el.img(
                src=picture,
                alt=wording.MY_KEY_ALT,
                loading="lazy",
                width="220",
                height="308",
                class_name="carry-code",
            ),
            leaving_link(wording.MY_KEY_SAVE, to=picture),
            class_name="fold",
        ),
    )
