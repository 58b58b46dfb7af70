"""The key a provider signs with: made once, kept from one start to the next."""

import json
from pathlib import Path

from joserfc.jwk import RSAKey

from sandbox.journal import replace_file

BITS = 2048


def signing_key(path: Path) -> RSAKey:
    """Return the key kept in this file; make it when there is none."""
    if not path.exists():
        made = RSAKey.generate_key(BITS, {"use": "sig", "alg": "RS256"}, auto_kid=True)
        replace_file(path, json.dumps(made.as_dict(private=True)))
        path.chmod(0o600)
    return RSAKey.import_key(json.loads(path.read_text(encoding="utf-8")))
