"""Sessions and codes used wrongly (corpus B12): 28 cases, and what must come of each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CookieCase:
    """A cookie header made of a good value and another's, and whether it is heard."""

    name: str
    header: str  # {good}, {other}, {hash}, {planted}
    is_in: bool = False


@dataclass(frozen=True)
class SessionCase:
    """Something that happens to a session before its cookie comes again."""

    name: str


@dataclass(frozen=True)
class CodeCase:
    """How a code is typed, and what happened before; whether it opens anything."""

    name: str
    typed: str = "{code}"
    before: str = ""  # see test_sessions_and_codes.BEFORE
    opens: bool = False


COOKIES = (
    CookieCase("as it was set", "dvc={good}", is_in=True),
    CookieCase("among others", "a=1; dvc={good}; b=2", is_in=True),
    CookieCase("planted before signing in", "dvc={planted}"),
    CookieCase("its hash, read from the database", "dvc={hash}"),
    CookieCase("given twice, good first", "dvc={good}; dvc={other}"),
    CookieCase("given twice, good last", "dvc={other}; dvc={good}"),
    CookieCase("given twice, the same", "dvc={good}; dvc={good}"),
    CookieCase("one letter more", "dvc={good}A"),
    CookieCase("cut short", "dvc={cut}"),
    CookieCase("in other case", "dvc={swapped}"),
    CookieCase("under the name of another deployment", "__Host-dvc={good}"),
    CookieCase("name in capitals", "DVC={good}"),
    CookieCase("empty", "dvc="),
    CookieCase("with a broken letter", "dvc={good}\udc80"),
)
SESSIONS = (
    SessionCase("ended"),
    SessionCase("idle"),
    SessionCase("past twelve hours"),
    SessionCase("account closed"),
    SessionCase("used with somebody else's tab"),
)
CODES = (
    CodeCase("with spaces and dashes", " {a} - {b} ", opens=True),
    CodeCase("in Arabic digits", "{arabic}"),
    CodeCase("with a letter for a digit", "O{tail}"),
    CodeCase("of five minutes ago", before="expired"),
    CodeCase("used already", before="used"),
    CodeCase("of another purpose", before="purpose"),
    CodeCase("of another wish", before="wish"),
    CodeCase("from another browser", before="browser"),
    CodeCase("at the sixth try", before="tried"),
)
