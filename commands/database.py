"""The database a command works on when it runs beside the portal or alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from commands.local_postgres import LocalPostgres
from commands.places import data_folder

VARIABLE = "DVC_DATABASE_URL"


@contextmanager
def database() -> Iterator[str]:
    """Name the database for this process; start the local one if nobody has.

    Enter it before anything asks for the settings, which are read once.
    """
    if url := os.environ.get(VARIABLE):
        yield url
        return
    local = LocalPostgres(data_folder())
    started = not local.answers()
    if started:
        local.start()
    os.environ[VARIABLE] = local.url
    try:
        yield local.url
    finally:
        del os.environ[VARIABLE]
        if started:
            local.stop()
