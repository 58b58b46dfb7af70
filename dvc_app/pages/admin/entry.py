"""Quản trị: the short address; it leads on at once."""

import reflex as rx

from dvc_app.components.admin import admin_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.wording import administration as wording


def entry_page() -> rx.Component:
    """Compose a page that waits to be led on."""
    return admin_shell(rx.el.h1(wording.TABS), skeleton(3), active="")
