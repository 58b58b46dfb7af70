"""Hear what `signals.tell` told, on a connection of its own."""

from collections.abc import AsyncIterator

import psycopg
from psycopg import sql

from services.calendars.memory import memory
from services.runtime import connection_address
from services.signals import CHANNEL

CHECK_EVERY = 30  # seconds; shows a connection that died in silence


async def listen_once() -> AsyncIterator[str]:
    """Yield topics until the connection breaks; "" first, since some were missed."""
    try:
        async with await psycopg.AsyncConnection.connect(
            connection_address(),
            autocommit=True,
            connect_timeout=5,
        ) as connection:
            await connection.execute(
                sql.SQL("listen {}").format(sql.Identifier(CHANNEL))
            )
            memory.hear("")
            yield ""
            while True:
                async for message in connection.notifies(timeout=CHECK_EVERY):
                    memory.hear(message.payload)
                    yield message.payload
                await connection.execute("select 1")
    except psycopg.OperationalError:
        return
    finally:
        memory.deafen()
