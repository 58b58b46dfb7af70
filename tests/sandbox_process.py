"""A sandbox of the test's own, as a process that can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 90.0  # a busy machine imports slowly


def free_port() -> int:
    """Return a port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class SandboxProcess:
    """`python -m sandbox` over a folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.mail_port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        environment = {
            **os.environ,
            "SANDBOX_PORT": str(self.port),
            "SANDBOX_MAIL_PORT": str(self.mail_port),
            "SANDBOX_DATA": str(self.data),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sandbox"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._is_healthy():
            if time.monotonic() > deadline or self._process.poll() is not None:
                self.kill()
                raise AssertionError("the sandbox did not start")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it the way a power cut does."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> int:
        """Ask it to end, and return how it did."""
        assert self._process is not None
        self._process.terminate()
        code = self._process.wait(PATIENCE_SECONDS)
        self._process = None
        return code

    def inbox(self, to: str | None = None) -> list[dict[str, Any]]:
        """Return the messages on the phones, newest first."""
        answer = httpx.get(f"{self.url}/inbox.json", params={"to": to} if to else {})
        found: list[dict[str, Any]] = answer.raise_for_status().json()
        return found

    def switch(self, system: str, mode: str, seconds: float = 15) -> None:
        """Turn a fault switch."""
        position = {"mode": mode, "seconds": seconds}
        httpx.post(f"{self.url}/faults/{system}", json=position).raise_for_status()

    def mend(self) -> None:
        """Put every fault switch back."""
        faults = httpx.get(f"{self.url}/faults.json").raise_for_status().json()
        for system, fault in faults.items():
            if fault["mode"] != "normal":
                self.switch(system, "normal")

    def _is_healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health").is_success
        except httpx.TransportError:
            return False
