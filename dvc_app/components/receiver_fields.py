"""Who comes for a result, and how that was proved (O08)."""

import reflex as rx

from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.wording import signing as wording


def receiver_fields(problems: rx.vars.ObjectVar[dict[str, str]]) -> list[rx.Component]:
    """Return the fields beside the name of whoever came."""
    return [
        select_field(
            Field("who", wording.WHO, error=problems.get("who", "")),
            [
                rx.el.option(wording.OWNER, value="owner"),
                rx.el.option(wording.AUTHORISED, value="authorised"),
            ],
        ),
        text_field(
            Field("paper", wording.RECEIVER_PAPER, error=problems.get("paper", "")),
            auto_complete="off",
        ),
        text_field(
            Field(
                "relation",
                wording.RELATION,
                hint=wording.RELATION_HINT,
                error=problems.get("relation", ""),
            ),
            auto_complete="off",
        ),
        text_field(
            Field("proof", wording.PROOF, hint=wording.PROOF_HINT), auto_complete="off"
        ),
    ]
