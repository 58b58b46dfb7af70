"""Liên kết tài khoản Cổng Dịch vụ công quốc gia, of an account without one (C07)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.post_button import post_button
from dvc_app.wording import errors
from dvc_app.wording import profile as wording


def national_link() -> rx.Component:
    """Draw the way there; the answer may first ask for a proof (AU-10)."""
    return rx.el.section(
        rx.el.h2(wording.LINK_NATIONAL),
        rx.el.p(wording.LINK_NATIONAL_LEAD),
        PostForm.create(
            rx.el.input(type="hidden", name="muc", value="lien-ket"),
            rx.el.input(type="hidden", name="tiep", value=routes.PROFILE),
            post_button(wording.LINK_NATIONAL_ACT, wording.LINK_NATIONAL_BUSY),
            action=routes.API_NATIONAL,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        id="lien-ket",
        class_name="card stack",
    )
