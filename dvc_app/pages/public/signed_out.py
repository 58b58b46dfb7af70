"""Đã đăng xuất khỏi cổng của tỉnh, còn đăng nhập ở cổng quốc gia."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import leaving_link, link
from dvc_app.components.notice import notice
from dvc_app.wording import identities as wording


def signed_out_page() -> rx.Component:
    """Compose what has ended, what has not, and how to end that as well."""
    return page_shell(
        rx.el.h1(wording.SIGNED_OUT_TITLE),
        rx.el.p(wording.SIGNED_OUT_LEAD),
        notice(wording.SIGNED_OUT_SHARED),
        rx.el.div(
            leaving_link(
                wording.SIGN_OUT_THERE,
                to=routes.API_NATIONAL_SIGN_OUT,
                class_name="button button--long",
            ),
            link(wording.TO_HOME, to=routes.HOME, class_name="button button--quiet"),
            class_name="row",
        ),
        css="frame column stack-l page",
    )
