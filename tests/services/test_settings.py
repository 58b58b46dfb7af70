"""Production refuses every value meant for development, one by one, by name."""

import pytest
from pydantic import ValidationError

from services.settings import DEVELOPMENT_SECRET, LARGEST_MESSAGE, Settings
from tests.factories.environment import SYSTEMS_IN_PRODUCTION, UNSAFE_SYSTEMS

SECRET = "k" * 32
SAFE = {
    "DVC_PRODUCTION": "true",
    "DVC_SECRET": SECRET,
    "DVC_DATABASE_URL": "postgresql://portal@database/dvc",
    "DVC_STORAGE_URL": "s3://files/portal",
    "DVC_PUBLIC_URL": "https://dichvucong.example.vn",
} | SYSTEMS_IN_PRODUCTION
UNSAFE = [
    ("DVC_SECRET", ""),
    ("DVC_SECRET", DEVELOPMENT_SECRET),
    ("DVC_SECRET", "k" * 31),
    ("DVC_DATABASE_URL", ""),
    ("DVC_STORAGE_URL", ""),
    ("DVC_PUBLIC_URL", ""),
    ("DVC_PUBLIC_URL", "http://dichvucong.example.vn"),
    ("DVC_FAILPOINT", "submit.1"),
    *UNSAFE_SYSTEMS,
    ("REFLEX_CORS_ALLOWED_ORIGINS", "*"),
    ("REFLEX_BACKEND_HOST", "0.0.0.0"),
    ("REFLEX_BACKEND_HOST", "::"),
    ("REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE", str(LARGEST_MESSAGE + 1)),
    ("REFLEX_STATE_MANAGER_MODE", "disk"),
]


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in {name for name, _ in UNSAFE}:
        monkeypatch.delenv(name, raising=False)
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_production_starts_on_values_of_its_own(
    production: pytest.MonkeyPatch,
) -> None:
    assert Settings().production


@pytest.mark.parametrize(("name", "value"), UNSAFE)
def test_production_refuses_each_unsafe_value_by_name(
    production: pytest.MonkeyPatch, name: str, value: str
) -> None:
    production.setenv(name, value)

    with pytest.raises(ValidationError) as refusal:
        Settings()

    said = refusal.value.errors()[0]["msg"]
    assert said == f"Value error, unsafe in production: {name}"


@pytest.mark.parametrize(("name", "value"), UNSAFE)
def test_development_takes_what_production_refuses(
    production: pytest.MonkeyPatch, name: str, value: str
) -> None:
    production.setenv("DVC_PRODUCTION", "false")
    production.setenv(name, value)

    assert not Settings().production


def test_every_check_of_production_is_tried(production: pytest.MonkeyPatch) -> None:
    for name, value in UNSAFE:
        production.setenv(name, value)

    with pytest.raises(ValidationError) as refusal:
        Settings()

    _, _, names = refusal.value.errors()[0]["msg"].rpartition(": ")
    assert set(names.split(", ")) == {name for name, _ in UNSAFE}


def test_a_refusal_does_not_print_the_secret(production: pytest.MonkeyPatch) -> None:
    production.setenv("DVC_STORAGE_URL", "")

    with pytest.raises(ValidationError) as refusal:
        Settings()

    assert SECRET not in str(refusal.value)
