"""Serves every stand-in on the loopback address, in one process."""

import asyncio
import signal

from granian.constants import Interfaces
from granian.server.embed import Server

from sandbox.app import build_app
from sandbox.settings import Settings


async def serve(settings: Settings) -> None:
    """Serve until the process is told to end."""
    server = Server(
        build_app(settings),
        address="127.0.0.1",
        port=settings.port,
        interface=Interfaces.ASGI,
        websockets=False,
        log_enabled=False,
    )
    loop = asyncio.get_running_loop()
    for end in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(end, server.stop)
    print(f"Sandbox: http://127.0.0.1:{settings.port}/", flush=True)
    await server.serve()


if __name__ == "__main__":
    asyncio.run(serve(Settings()))
