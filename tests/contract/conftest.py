"""The sandbox that adapters are put before, one process for the whole run."""

from collections.abc import Iterator

import pytest

from tests.sandbox_process import SandboxProcess


@pytest.fixture(scope="session")
def running_sandbox(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[SandboxProcess]:
    """Start the sandbox on a free port."""
    process = SandboxProcess(tmp_path_factory.mktemp("sandbox"))
    process.start()
    yield process
    process.kill()


@pytest.fixture
def sandbox(running_sandbox: SandboxProcess) -> Iterator[SandboxProcess]:
    """Return the sandbox with every fault switched off, before and after."""
    running_sandbox.mend()
    yield running_sandbox
    running_sandbox.mend()
