"""Roots from a file or the sandbox; CRL and OCSP over HTTP."""

import time
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import octets

ROOTS_KEPT = 600.0  # seconds: new roots are taken without a restart
LISTS_KEPT = 3600.0  # at the most, whatever a list says of itself
MOST_LISTS = 64
DEFAULT_PORTS = {"http": 80, "https": 443}
QUESTION = {"Content-Type": "application/ocsp-request", "Accept": "*/*"}


class HttpCertificateAuthorities:
    """Asks only hosts the deployment names: the address is a stranger's (SSRF)."""

    def __init__(
        self, client: httpx.Client, roots: str, hosts: Collection[str]
    ) -> None:
        # `roots` is a PEM file, or the address of one in the sandbox.
        self._client, self._roots = client, roots
        self._hosts = frozenset(host.lower() for host in hosts)
        self._known: tuple[float, tuple[bytes, ...]] = (0.0, ())
        self._lists: dict[str, tuple[float, bytes]] = {}

    def roots(self) -> tuple[bytes, ...]:
        """Return the roots, read anew from time to time."""
        until, found = self._known
        if not found or time.monotonic() > until:
            found = self._read_roots()
            self._known = (time.monotonic() + ROOTS_KEPT, found)
        return found

    def revocation_list(self, address: str) -> bytes:
        """Return the list, kept until it says that the next one is out."""
        self._check(address)
        until, found = self._lists.get(address, (0.0, b""))
        if time.monotonic() < until:
            return found
        content = octets.fetch(self._client, address)
        try:
            is_pem = content.startswith(b"-----")
            load = x509.load_pem_x509_crl if is_pem else x509.load_der_x509_crl
            read = load(content)
        except ValueError:
            raise SystemUnavailable("crl") from None
        found = read.public_bytes(Encoding.DER)
        self._keep(address, read, found)
        return found

    def ask_status(self, address: str, question: bytes) -> bytes:
        """Put the OCSP question; what the answer is worth is not judged here."""
        self._check(address)
        return octets.send(self._client, address, question, QUESTION)

    def _read_roots(self) -> tuple[bytes, ...]:
        try:
            is_address = self._roots.startswith(("http://", "https://"))
            content = (
                octets.fetch(self._client, self._roots)
                if is_address
                else Path(self._roots).read_bytes()
            )
            read = x509.load_pem_x509_certificates(content)
        except (OSError, ValueError):
            raise SystemUnavailable("roots") from None
        return tuple(each.public_bytes(Encoding.DER) for each in read)

    def _check(self, address: str) -> None:
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise SystemUnavailable("address") from None
        usual = DEFAULT_PORTS.get(parts.scheme)
        named = host if port in (None, usual) else f"{host}:{port}"
        if usual is None or "@" in parts.netloc or named not in self._hosts:
            raise SystemUnavailable("address")

    def _keep(
        self, address: str, read: x509.CertificateRevocationList, found: bytes
    ) -> None:
        if read.next_update_utc is None:
            return
        fresh = (read.next_update_utc - clock.now()).total_seconds()
        if len(self._lists) >= MOST_LISTS:
            self._lists.clear()
        self._lists[address] = (time.monotonic() + min(fresh, LISTS_KEPT), found)
