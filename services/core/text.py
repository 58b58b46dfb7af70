"""One normaliser of Vietnamese text: what is stored, what is searched by."""

import re
import unicodedata

from services.core.faults import Fault, Unreadable

BREAKS = "\t\r\n"
BLANKS = " \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
SPACES = re.compile(f"[{BREAKS}{BLANKS}]+")
SPACES_IN_LINE = re.compile(f"[\t{BLANKS}]+")
MANY_BREAKS = re.compile("\n{3,}")

# Marks without width: they make two names that look the same compare as different.
HIDDEN_RANGES = (
    *((0x200B, 0x200D), (0x2060, 0x2064), (0xFE00, 0xFE0F), (0xE0000, 0xE007F)),
    *((0xE0100, 0xE01EF), (0x115F, 0x1160), (0x17B4, 0x17B5)),
)
HIDDEN = "\u00ad\u034f\u180e\u3164\ufeff\uffa0" + "".join(
    chr(c) for first, last in HIDDEN_RANGES for c in range(first, last + 1)
)
IS_HIDDEN = re.compile(f"[{HIDDEN}]")
AT_ENDS = BREAKS + BLANKS + HIDDEN
AT_ENDS_OF_NOTES = BREAKS + BLANKS + "\u200b\ufeff"
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
IS_DIRECTION = re.compile(f"[{DIRECTION}]")

FORBIDDEN = (
    (Fault.TEXT_BROKEN, re.compile("[\ud800-\udfff]")),
    (Fault.TEXT_CONTROL, re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")),
    (Fault.TEXT_DIRECTION, IS_DIRECTION),
    (Fault.TEXT_HIDDEN, IS_HIDDEN),
)
IN_NO_ROW = re.compile("[\x00\ud800-\udfff]")
# A note is pasted from anywhere and may hold emoji, which are joined by hidden marks.
FORBIDDEN_IN_NOTES = (
    FORBIDDEN[0],
    (Fault.TEXT_CONTROL, re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")),
    FORBIDDEN[2],
)

# Some keyboards send the tone before the hat; NFC alone leaves the two apart.
TONE_BEFORE_HAT = re.compile(
    "(?<![\u0300-\u0314])([\u0300\u0301\u0303\u0309])([\u0302\u0306])(?![\u0300-\u0314])"
)
# The letter with a stroke has no decomposition; Eth and African D are its look-alikes.
STROKED_D = {0x0110: "D", 0x0111: "d", 0x00D0: "D", 0x00F0: "d", 0x0189: "D"}
STROKED_D |= {0x0256: "d"}
LOOK_ALIKES = {0x00D0: "\u0110", 0x0189: "\u0110", 0x0256: "\u0111"}
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d_]")
APOSTROPHES = "'\u2019"
IN_NAMES = {ord(c): "\u2019" for c in "`\u00b4\u02b9\u02bc\u2018\u201b\u2032\uff07"}
IN_NAMES |= {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"}


def clean(text: str, multiline: bool = False) -> str:
    """Return the form that is stored: NFC, trimmed, single spaces; marks untouched."""
    apart = unicodedata.normalize("NFD", text)
    whole = unicodedata.normalize("NFC", TONE_BEFORE_HAT.sub(r"\2\1", apart))
    if not multiline:
        return SPACES.sub(" ", whole.strip(AT_ENDS))
    unified = whole.replace("\r\n", "\n").replace("\r", "\n")
    lines = (SPACES_IN_LINE.sub(" ", line).strip(" ") for line in unified.split("\n"))
    return MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip(AT_ENDS_OF_NOTES)


def reject_reason(text: str, multiline: bool = False) -> Fault | None:
    """Name what no field takes: controls, half characters, hidden or turning marks."""
    for fault, pattern in FORBIDDEN_IN_NOTES if multiline else FORBIDDEN:
        if pattern.search(text):
            return fault
    return None


def without_hidden(text: str) -> str:
    """Drop marks without width, where they can only be an accident of pasting."""
    return IS_HIDDEN.sub("", text)


def without_direction(text: str) -> str:
    """Drop turning marks from a number: contact lists wrap telephone numbers in them."""
    return IS_DIRECTION.sub("", text)


def searched(text: str, longest: int) -> str:
    """Return what a search asks for: cut, without what no row can hold (B13)."""
    return IN_NO_ROW.sub("", text[:longest]).strip()


def strip_marks(text: str) -> str:
    """Take the tones and hats off, and the stroke off the letter d."""
    apart = unicodedata.normalize("NFD", text.translate(STROKED_D))
    bare = "".join(c for c in apart if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", bare)


def fold(text: str) -> str:
    """Return the search key: no marks, no capitals, one width, single spaces."""
    plain = clean(text)
    for _ in range(2):  # lowering and widening can each bring up new marks
        wide = unicodedata.normalize("NFKC", strip_marks(plain.casefold()))
        plain = strip_marks(wide.casefold())
    return SPACES.sub(" ", plain).strip(" ")


def name_key(text: str) -> str:
    """Return the key by which two spellings of one name are the same."""
    plain = fold(text.translate(IN_NAMES))
    for apostrophe in APOSTROPHES:
        plain = plain.replace(apostrophe, "")
    return " ".join(re.sub(r"[-.]", " ", plain).split())


def clean_name(text: str) -> str:
    """Return a name as stored, or refuse characters that would hide in it."""
    name = clean(text).translate(LOOK_ALIKES | IN_NAMES)
    fault = reject_reason(name)
    if fault:
        raise Unreadable(fault)
    return name
