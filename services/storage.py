"""Where files lie: a local folder, or S3 by address. Keys are opaque."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url


@dataclass(frozen=True)
class Storage:
    """One object store, with durable writes on a local disk."""

    store: ObjectStore
    folder: Path | None  # None when the store is remote and durable by itself

    def put(self, key: str, data: bytes) -> None:
        """Store the bytes; they survive a power cut once this returns."""
        obstore.put(self.store, key, data)
        self._sync(key)

    def join(self, parts: Iterable[str], key: str) -> None:
        """Write the parts as one object, visible only when complete."""
        with obstore.open_writer(
            self.store, key, buffer_size=8 << 20, max_concurrency=1
        ) as whole:
            for part in parts:
                whole.write(obstore.get(self.store, part).bytes())
        self._sync(key)

    def read(self, key: str) -> bytes:
        """Return the whole object."""
        return bytes(obstore.get(self.store, key).bytes())

    def remove(self, keys: Iterable[str]) -> None:
        """Remove objects; what is missing already is no fault."""
        for key in keys:
            try:
                obstore.delete(self.store, key)
            except FileNotFoundError:
                continue

    def _sync(self, key: str) -> None:
        # LocalStore renames into place but never syncs file or folder.
        if self.folder is None:
            return
        path = self.folder / key
        for target in (path, path.parent):
            handle = os.open(target, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def open_storage(url: str, folder: Path) -> Storage:
    """Return the store at the address, or the local folder when it is empty."""
    if url:
        return Storage(from_url(url), None)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = LocalStore(str(folder), automatic_cleanup=True, mkdir=True)
    return Storage(store, folder)
