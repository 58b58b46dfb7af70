"""Every variable of the environment is written down, and read in one place."""

import ast
import re
from collections.abc import Iterator

import pytest
from pydantic_settings import BaseSettings

from sandbox.settings import Settings as SandboxSettings
from services import system_settings
from services.settings import Settings
from tests.house.sources import ROOT, modules, told

NAME = re.compile(r"\b(?:DVC|SANDBOX)_[A-Z_]*[A-Z]\b")
# Not for people: a mark on child processes, and prefixes.
INTERNAL = {"DVC_STARTED_BY"} | {
    str(group.model_config["env_prefix"]).rstrip("_")
    for group in vars(system_settings).values()
    if isinstance(group, type) and issubclass(group, BaseSettings)
}
# Kills the process at a named step; tests alone set it, so no example shows it.
FOR_TESTS = {"DVC_FAILPOINT"}
READERS = {"environ", "getenv"}


def variables(kind: type[BaseSettings]) -> Iterator[str]:
    """Yield the variables a settings class reads, those of its groups too."""
    prefix = kind.model_config.get("env_prefix", "")
    for name, field in kind.model_fields.items():
        group = field.annotation
        if isinstance(group, type) and issubclass(group, BaseSettings):
            yield from variables(group)
        else:
            yield f"{prefix}{name}".upper()


def all_variables() -> set[str]:
    """Return what settings classes read, and what commands read by name."""
    named = {
        name
        for _, tree in modules("commands", "manage.py", "rxconfig.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for name in NAME.findall(node.value)
    }
    return {*variables(Settings), *variables(SandboxSettings), *named} - INTERNAL


@pytest.mark.parametrize("document", ["docs/settings.md", ".env.example"])
def test_every_setting_is_documented(document: str) -> None:
    written = set(NAME.findall((ROOT / document).read_text("utf-8")))
    spared = FOR_TESTS if document == ".env.example" else set()
    missing = sorted(all_variables() - written - spared)

    assert not missing, told(f"Describe these in {document}:", missing)


@pytest.mark.parametrize("document", ["docs/settings.md", ".env.example"])
def test_no_setting_is_described_that_nothing_reads(document: str) -> None:
    written = set(NAME.findall((ROOT / document).read_text("utf-8")))
    idle = sorted(written - all_variables() - INTERNAL)

    assert not idle, told(f"Nothing reads these, remove them from {document}:", idle)


def test_only_the_settings_read_the_environment() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules("services", "dvc_app", "sandbox")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in READERS
    ]
    assert not found, told("Ask services.settings instead:", found)
