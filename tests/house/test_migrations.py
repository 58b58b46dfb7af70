"""The migrations and the models tell the same story (ADR 0006)."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from services.schema import metadata
from tests.house.sources import ROOT


def configured(engine: Engine) -> Config:
    """Return alembic's configuration for this database."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    address = engine.url.render_as_string(hide_password=False)
    config.set_main_option("sqlalchemy.url", address.replace("%", "%%"))
    return config


def test_the_migrations_make_what_the_models_say(scratch_engine: Engine) -> None:
    # Fails with the difference: write a revision (CONTRIBUTING, “a migration”).
    command.check(configured(scratch_engine))


def test_every_table_is_there_after_migrating(scratch_engine: Engine) -> None:
    made = set(inspect(scratch_engine).get_table_names())

    assert set(metadata.tables) <= made, "A models.py is missing from services/schema"


def test_the_revisions_form_one_line(scratch_engine: Engine) -> None:
    heads = ScriptDirectory.from_config(configured(scratch_engine)).get_heads()

    assert len(heads) == 1, f"Put these revisions one after another: {heads}"
