"""What is committed runs anywhere: no registry, no machine, nothing half written."""

import json
import re
import tomllib

from tests.house.sources import ROOT, lines_of, told, tracked

# Written in pieces, so that this file does not break its own rule.
HOSTS = re.compile(
    "|".join(
        (
            r"py" + r"pi\.org",
            r"python" + r"hosted\.org",
            r"registry\.(npm" + r"js|yarn" + r"pkg)",
            r"npm" + r"mirror",
            r"deb\.deb" + r"ian\.org",
        )
    )
)
PLACES = re.compile(r"(?<![\w.$}-])/(work|farm|root|home/\w+|Users/\w+|tmp/\w+)/")
MIGRATION_IMPORTS = re.compile(r"^\s*(from|import)\s+(services|dvc_app|commands)\b")
LOCKS = ("requirements.lock", "requirements-dev.lock")
LARGEST = 600_000


def lines_like(pattern: re.Pattern[str], *folders: str) -> list[str]:
    """Return where a pattern stands in the files of the repository."""
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path in tracked()
        if not folders or path.parts[: len(folders)] == folders
        for number, line in enumerate(lines_of(path), 1)
        if pattern.search(line)
    ]


def test_no_registry_is_named() -> None:
    found = lines_like(HOSTS)

    assert not found, told(
        "Every machine has its own registry: take these names out:", found
    )


def test_no_path_of_a_machine_is_named() -> None:
    found = lines_like(PLACES)

    assert not found, told("Name these places relative to the project:", found)


def test_the_search_for_machine_paths_sees_one_and_spares_addresses() -> None:
    # Bars stand for slashes, so that this file does not break its own rule.
    assert PLACES.search('open("|home|an|portal")'.replace("|", "/"))
    assert not PLACES.search("xl|work|book.xml https:||a.vn|root|x".replace("|", "/"))


def test_the_locks_name_no_host() -> None:
    locks = [ROOT / name for name in LOCKS]
    locks += [ROOT / path for path in tracked() if path.parts[0] == "reflex.lock"]
    found = [path.name for path in locks if "://" in path.read_text("utf-8")]

    assert len(locks) > len(LOCKS), "reflex.lock/ is missing"
    assert not found, told("Lock again without addresses (make lock):", found)


def test_every_locked_package_has_its_hash() -> None:
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        entries = re.split(r"\n(?=[a-z0-9])", text)
        bare = [entry.split("\n")[0] for entry in entries if "--hash=" not in entry]
        assert not bare, told(f"Lock again (make lock), {name} lacks hashes:", bare)


def test_every_data_file_can_be_read() -> None:
    for path in tracked():
        if path.suffix == ".toml":
            tomllib.loads((ROOT / path).read_text("utf-8"))
        elif path.suffix == ".json":
            json.loads((ROOT / path).read_text("utf-8"))


def test_a_migration_imports_nothing_of_ours() -> None:
    found = lines_like(MIGRATION_IMPORTS, "migrations", "versions")

    assert not found, told("Write the column types out, as they were that day:", found)


def test_nothing_is_left_undone() -> None:
    words = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
    found = [line for line in lines_like(words) if ".lock" not in line]

    assert not found, told("Do these now, or write down why not:", found)


# What the portal cannot read papers without; its licence lies beside it.
NEEDED_LARGE = {"services/digitising/model/vie.traineddata"}


def test_no_file_is_large() -> None:
    found = [
        f"{path}: {size // 1000} kB"
        for path in tracked()
        if (size := (ROOT / path).stat().st_size) > LARGEST
        and str(path) not in NEEDED_LARGE
    ]
    assert not found, told("Keep these out of the repository:", found)
