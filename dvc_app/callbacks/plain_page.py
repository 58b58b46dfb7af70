"""Pages that need no script and no socket (R36): one frame of words for all."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dvc_app.wording import frame, province

TEMPLATES = Path(__file__).parent / "templates"


def draw(template: str, **given: Any) -> str:
    """Return the page; every value is escaped. Any: what its template shows."""
    about = {
        "brand": province.brand(),
        "owner": province.owner(),
        "hotline": province.hotline(),
        "frame": frame,
    }
    return _environment().get_template(template).render(**about, **given)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
