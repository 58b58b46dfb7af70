"""Readies what the first person would otherwise wait for."""

import asyncio
import logging

from services.procedures.index import warm_index
from services.runtime import run
from services.work import SYSTEM

logger = logging.getLogger(__name__)


async def warm_search() -> None:
    """Read the catalogue into memory beside the start.

    The start needs no database: whoever searches first reads it then.
    """
    try:
        await asyncio.to_thread(run, SYSTEM, warm_index)
    except Exception:
        logger.warning("search_not_warmed", exc_info=True)
