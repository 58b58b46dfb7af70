"""Named places where a test may kill the process, to prove nothing is lost."""

import os
import signal

from services.settings import settings


def failpoint(name: str) -> None:
    """Die here, as a power cut would, if this place was chosen."""
    if settings().failpoint == name:
        os.kill(os.getpid(), signal.SIGKILL)
