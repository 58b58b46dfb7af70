"""The local server: it starts in any folder, and again after any death."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from commands.local_postgres import LocalPostgres
from commands.postgres_programs import is_root


@pytest.fixture(autouse=True)
def clusters_are_not_kept(tmp_path: Path) -> Iterator[None]:
    """Forty megabytes each: without its folder a cluster goes at the next start."""
    yield
    shutil.rmtree(tmp_path)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalPostgres]:
    with LocalPostgres(tmp_path) as running:
        yield running


def ask(server: LocalPostgres, query: str, database: str = "dvc") -> list[Any]:
    address = server.url_of(database).replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else []


def test_the_owner_is_no_superuser_and_has_its_database(server: LocalPostgres) -> None:
    [row] = ask(
        server,
        "SELECT current_user, rolsuper, current_setting('fsync'),"
        " current_setting('listen_addresses'), upper('đường'), unaccent('Nguyễn')"
        " FROM pg_roles WHERE rolname = current_user",
    )
    assert row == ("dvc", False, "on", "", "ĐƯỜNG", "Nguyen")


def test_nobody_else_can_reach_the_socket(server: LocalPostgres) -> None:
    assert server.socket.stat().st_mode & 0o777 == 0o700


def test_what_was_committed_outlives_a_killed_server(tmp_path: Path) -> None:
    first = LocalPostgres(tmp_path)
    first.start()
    ask(first, "CREATE TABLE kept AS SELECT 42 AS n")
    assert first.process
    first.process.send_signal(signal.SIGKILL)
    second = LocalPostgres(tmp_path)
    second.start()
    try:
        assert ask(second, "SELECT n FROM kept") == [(42,)]
        assert first.has_ended()
    finally:
        second.stop()


def test_a_server_left_running_is_taken_over(server: LocalPostgres) -> None:
    with LocalPostgres(server.folder) as second:
        assert server.process
        assert server.process.wait(5) == 0
        assert ask(second, "SELECT 1") == [(1,)]


def test_the_number_of_another_program_is_left_alone(tmp_path: Path) -> None:
    server = LocalPostgres(tmp_path)
    server.start()
    pid_file = server.cluster / "postmaster.pid"
    written = pid_file.read_text()
    server.stop()
    pid_file.write_text(written.replace(written.split("\n")[0], str(os.getpid()), 1))
    with server:
        assert ask(server, "SELECT 1") == [(1,)]


def test_a_killed_initdb_is_begun_again(tmp_path: Path) -> None:
    first = LocalPostgres(tmp_path)
    first.start()
    first.stop()
    half = first.cluster.resolve()
    half.rename(half.with_suffix(".partial"))  # what a kill in mid-way leaves
    with LocalPostgres(tmp_path) as server:
        assert ask(server, "SELECT 1") == [(1,)]


def test_a_database_is_copied_from_a_template_and_dropped(
    server: LocalPostgres,
) -> None:
    server.create_database("model")
    ask(server, "CREATE TABLE t AS SELECT 7 AS n", "model")
    address = server.create_database("copy", template="model")
    assert address == server.url_of("copy")
    assert ask(server, "SELECT n FROM t", "copy") == [(7,)]
    with psycopg.connect(address.replace("+psycopg", "")):
        server.drop_database("copy")
    with pytest.raises(psycopg.OperationalError):
        ask(server, "SELECT 1", "copy")


def test_a_deep_folder_is_no_hindrance(tmp_path: Path) -> None:
    with LocalPostgres(tmp_path / ("d" * 100)) as server:
        assert ask(server, "SELECT 1") == [(1,)]


def test_stopping_is_quick(server: LocalPostgres) -> None:
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 5
    assert not server.answers()


def test_a_moved_folder_keeps_its_rows_and_a_copy_has_its_own(tmp_path: Path) -> None:
    with LocalPostgres(tmp_path / "before") as server:
        ask(server, "CREATE TABLE kept AS SELECT 42 AS n")
    (tmp_path / "before").rename(tmp_path / "after")
    with LocalPostgres(tmp_path / "after") as moved:
        assert ask(moved, "SELECT n FROM kept") == [(42,)]
        if not is_root():
            return
        copied = tmp_path / "copy"
        copied.mkdir()
        (copied / "pg").symlink_to((tmp_path / "after" / "pg").readlink())
        with LocalPostgres(copied) as other:
            assert ask(other, "SELECT to_regclass('kept')") == [(None,)]
        assert ask(moved, "SELECT n FROM kept") == [(42,)]
