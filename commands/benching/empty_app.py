"""The smallest application that answers a press: what the framework itself costs."""

import shutil
from pathlib import Path

from commands.places import ROOT

# It carries the portal's own name, so that the portal's settings serve unchanged.
SOURCE = '''"""One page with a button, an event and the text it brings."""

import reflex as rx


class EmptyState(rx.State):
    presses: int = 0

    @rx.event
    async def press(self) -> None:
        self.presses += 1


def page() -> rx.Component:
    return rx.el.main(
        rx.el.h1("Empty"),
        rx.cond(
            EmptyState.is_hydrated,
            rx.el.button("Press", id="press", on_click=EmptyState.press),
        ),
        rx.el.p(EmptyState.presses, id="answer"),
    )


app = rx.App(html_lang="vi", app_wraps={}, extra_app_wraps={})
app.add_page(page, route="/", title="Empty")
'''
PRESS = "reflex___state____state.dvc_app___dvc_app____empty_state.press"
ANSWER = "presses"


def write_empty_app(folder: Path) -> None:
    """Write the application beside the portal's own settings and locked packages."""
    package = folder / "dvc_app"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("")
    (package / "dvc_app.py").write_text(SOURCE)
    (folder / "assets").mkdir(exist_ok=True)
    shutil.copy(ROOT / "rxconfig.py", folder / "rxconfig.py")
    if not (folder / "reflex.lock").exists():
        shutil.copytree(ROOT / "reflex.lock", folder / "reflex.lock")


def copy_portal(folder: Path) -> None:
    """Copy what the portal is served from: its own build lies beside it untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("dvc_app", "services", "profiles", "assets", "reflex.lock"):
        shutil.rmtree(folder / name, ignore_errors=True)
        ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "rxconfig.py", folder / "rxconfig.py")
