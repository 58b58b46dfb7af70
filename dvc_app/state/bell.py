"""What the bell of the frame says (C00)."""

from dvc_app import formats
from dvc_app.wording import notifications as wording

MOST_SHOWN = 99


def say_unread(count: int) -> tuple[str, str]:
    """Return the number beside the bell and what a screen reader says of it."""
    if not count:
        return "", wording.ALL_READ
    shown = wording.MANY if count > MOST_SHOWN else formats.number(count)
    return shown, wording.UNREAD.format(count=formats.number(count))
