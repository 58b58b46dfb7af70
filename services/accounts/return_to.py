"""Where a person goes after signing in: only ever a path of this portal."""

import re

# A path of the portal and its query: no backslash, fragment or control character,
# each of which has led browsers elsewhere.
LOCAL = re.compile(r"/[A-Za-z0-9._~%@:,;=+&!$'()*/-]*(?:\?[^\s\\#<>\"`]*)?")
HOME = "/"
LONGEST = 500


def local_path(text: str) -> str:
    """Return the path if it stays on this portal, or the home page (FW-9)."""
    if len(text) > LONGEST or not text.isascii() or not text.isprintable():
        return HOME
    path = text.partition("?")[0].lower()
    leads_out = ".." in path or "%2f" in path or "%5c" in path or "%2e" in path
    if leads_out or "//" in path or not LOCAL.fullmatch(text):
        return HOME
    return text
