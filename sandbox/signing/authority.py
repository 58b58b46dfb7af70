"""The certification authority: made once, kept from one start to the next."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from sandbox.journal import replace_file
from sandbox.settings import Settings
from sandbox.signing.holders import Case, Holder, Scenario
from sandbox.signing.issuing import (
    DAY,
    YEAR,
    Key,
    Order,
    Pair,
    authority_name,
    issue,
    issue_authority,
    new_key,
    self_signed,
    subject_of,
)


@dataclass(frozen=True)
class Authority:
    """A root, who issues below it, and every certificate there is."""

    root: Pair
    issuing: Pair
    held: dict[str, Pair]  # key of the holder → what the holder has
    revoked: dict[int, datetime]  # serial number → when

    def knows(self, serial_number: int) -> bool:
        """Tell whether the issuing authority made this certificate."""
        name = self.issuing.certificate.subject
        return any(
            pair.certificate.serial_number == serial_number
            and pair.certificate.issuer == name
            for pair in self.held.values()
        )

    def chain(self) -> list[x509.Certificate]:
        """Return what leads from a certificate to the root."""
        return [self.issuing.certificate, self.root.certificate]


def open_authority(settings: Settings, scenario: Scenario) -> Authority:
    """Read the authority of this folder, or make what is missing.

    Certificates say where their authority answers, so a sandbox that moved to
    another port issues them anew, with the keys and the root it has.
    """
    folder = settings.data / "ca"
    address = f"http://127.0.0.1:{settings.port}/ca"
    root = _kept(folder / "root.pem") or _keep(
        folder / "root.pem", self_signed("Gốc thử nghiệm (Root CA)", new_key(True))
    )
    stranger = self_signed("Nơi cấp không ai biết", new_key(False))
    place = folder / str(settings.port)
    issuing = _kept(place / "issuing.pem") or _keep(
        place / "issuing.pem", _issuing(root, address)
    )
    held = {}
    for holder in scenario.holders:
        path = place / f"{holder.key}.pem"
        issuer = stranger if holder.case is Case.UNKNOWN_AUTHORITY else issuing
        pair = _kept(path) or _keep(path, _issued(holder, issuer, address))
        held[holder.key] = pair
    revoked = {
        held[holder.key].certificate.serial_number: _revoked_at(held[holder.key])
        for holder in scenario.holders
        if holder.case is Case.REVOKED
    }
    return Authority(root, issuing, held, revoked)


def _issuing(root: Pair, address: str) -> Pair:
    now = datetime.now(UTC)
    name = authority_name("Cấp chứng thư thử nghiệm (Issuing CA)")
    order = Order(name, new_key(True), now - DAY, now + 10 * YEAR, address)
    return issue_authority(order, root)


def _issued(holder: Holder, issuer: Pair, address: str) -> Pair:
    now = datetime.now(UTC)
    begins, ends = now - DAY, now + 3 * YEAR
    if holder.case is Case.EXPIRED:
        begins, ends = now - YEAR, now - DAY
    key = new_key(holder.is_rsa)
    order = Order(subject_of(holder), key, begins, ends, address)
    return issue(order, issuer, holder.case)


def _revoked_at(pair: Pair) -> datetime:
    return pair.certificate.not_valid_before_utc


def _keep(path: Path, pair: Pair) -> Pair:
    key = pair.key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    ).decode()
    certificate = pair.certificate.public_bytes(Encoding.PEM).decode()
    replace_file(path, key + certificate)
    path.chmod(0o600)
    return pair


def _kept(path: Path) -> Pair | None:
    if not path.exists():
        return None
    content = path.read_bytes()
    key = cast(Key, load_pem_private_key(content, None))
    return Pair(key, x509.load_pem_x509_certificate(content))
