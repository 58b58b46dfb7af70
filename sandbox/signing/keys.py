"""Signs with the keys that tokens, phones and the remote service hold."""

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import (
    PKCS7Options,
    PKCS7SignatureBuilder,
)

from sandbox.signing.authority import Authority
from sandbox.signing.issuing import Pair

PLAIN = [PKCS7Options.DetachedSignature, PKCS7Options.NoAttributes, PKCS7Options.Binary]


def sign(pair: Pair, data: bytes) -> bytes:
    """Sign the whole data: PKCS #1 v1.5 or ECDSA, with SHA-256."""
    return _sign(pair, data, SHA256())


def sign_hash(pair: Pair, digest: bytes) -> bytes:
    """Sign a hash that somebody else made."""
    return _sign(pair, digest, Prehashed(SHA256()))


def sign_as_cms(pair: Pair, data: bytes, authority: Authority) -> bytes:
    """Return a signature with its certificates, without signed attributes."""
    builder = PKCS7SignatureBuilder().set_data(data)
    builder = builder.add_signer(pair.certificate, pair.key, SHA256())
    for above in authority.chain():
        builder = builder.add_certificate(above)
    return builder.sign(Encoding.DER, PLAIN)


def _sign(pair: Pair, data: bytes, how: HashAlgorithm | Prehashed) -> bytes:
    if isinstance(pair.key, rsa.RSAPrivateKey):
        return pair.key.sign(data, padding.PKCS1v15(), how)
    return pair.key.sign(data, ec.ECDSA(how))
