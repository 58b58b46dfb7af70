"""Build the pages, only when something they are made of has changed."""

import hashlib
import importlib.metadata
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from commands.places import ROOT

# State defaults and wording come from services and the profile: both are baked in.
SOURCES = ("dvc_app", "services", "profiles", "assets", "rxconfig.py")
LOCK = "reflex.lock"
BAKED = ("DVC_PORT", "DVC_PROFILE", "DVC_PUBLIC_URL")
GENERATED = {"__pycache__", "external"}
STAMP = Path(".web") / "sources.sha256"
PAGES = Path(".web") / "build" / "client" / "index.html"
ENVIRONMENT = {
    "REFLEX_USE_SYSTEM_BUN": "1",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    "REFLEX_TELEMETRY_ENABLED": "false",
}


def files_of(root: Path, names: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files below these names, sorted, without what is generated."""
    for name in names:
        for path in sorted([root / name, *(root / name).rglob("*")]):
            if path.is_file() and not GENERATED & set(path.relative_to(root).parts):
                yield path


def digest_of(root: Path, names: tuple[str, ...]) -> str:
    """Return the digest of names and bytes of all these files."""
    digest = hashlib.sha256()
    for path in files_of(root, names):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root)} {len(content)} ".encode() + content)
    return digest.hexdigest()


def sources_hash(root: Path = ROOT) -> str:
    """Return one value that differs when the built pages would."""
    baked = repr([os.environ.get(name) for name in BAKED])
    parts = importlib.metadata.version("reflex"), baked, digest_of(root, SOURCES)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def expected_stamp(sources: str, root: Path = ROOT) -> str:
    """Return the stamp of a build from these sources and the locked packages."""
    return f"{sources} {digest_of(root, (LOCK,))}\n"


def is_built(root: Path = ROOT) -> bool:
    """Tell whether the pages that lie here were built from what lies here."""
    stamp = root / STAMP
    return (
        stamp.exists()
        and (root / PAGES).exists()
        and stamp.read_text() == expected_stamp(sources_hash(root), root)
    )


def forget(root: Path = ROOT) -> None:
    """Make the next build a real one: somebody else writes where pages are built."""
    (root / STAMP).unlink(missing_ok=True)


def build_environment() -> dict[str, str]:
    """Return the environment in which the framework downloads no tool of its own.

    Bun and Node come from their wheels, first on the path. The packages come
    from the registry this machine's npm is set to use; asking npm saves the
    framework from timing two public ones.
    """
    tools = str(Path(sys.executable).parent)
    path = f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    environment = {**os.environ, **ENVIRONMENT, "PATH": path}
    if not environment.get("NPM_CONFIG_REGISTRY"):
        ask = [f"{tools}/npm", "config", "get", "registry"]
        said = subprocess.run(ask, capture_output=True, env=environment, check=False)
        if said.returncode == 0:
            environment["NPM_CONFIG_REGISTRY"] = said.stdout.decode().strip()
    return environment


def tidy_lock(root: Path) -> None:
    """Write the package list in one form: the framework changes its line breaks."""
    path = root / LOCK / "package.json"
    if path.exists():
        packages = json.loads(path.read_text())
        path.write_text(json.dumps(packages, ensure_ascii=False, indent=2) + "\n")


def build_pages(root: Path = ROOT) -> bool:
    """Build if needed; return whether it was.

    The stamp goes before and comes after, so a killed build is repeated. The
    build may add to the lock, so that part of the stamp is read afterwards.
    """
    if is_built(root):
        return False
    forget(root)
    sources = sources_hash(root)
    export = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    subprocess.run(export, cwd=root, env=build_environment(), check=True)
    tidy_lock(root)
    (root / STAMP).write_text(expected_stamp(sources, root))
    return True


@click.command
def build() -> None:
    """Build the pages if what they are made of changed."""
    try:
        built = build_pages()
    except subprocess.CalledProcessError as error:
        raise click.ClickException("The pages could not be built.") from error
    click.echo("The pages are built." if built else "The pages are up to date.")
