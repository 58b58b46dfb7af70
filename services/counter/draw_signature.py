"""Draw the signature of the citizen screen: strokes come, never a picture."""

import hashlib
import io
import re

from PIL import Image, ImageDraw

from services.core.errors import RuleViolation
from services.dossiers.models import Dossier
from services.files.models import FileState, StoredFile
from services.work import Work

SLOT = "signature"
WIDTH, HEIGHT, PEN = 1000, 400, 5
MOST_POINTS, FEWEST_POINTS = 1000, 6
STROKES = re.compile(r"\d{1,4},\d{1,4}(?:[ ;]\d{1,4},\d{1,4})*")
Point = tuple[int, int]


def keep_signature(work: Work, dossier: Dossier, strokes: str) -> StoredFile:
    """Store the signature as a PNG of the dossier.

    Only points are taken from the tablet, and drawn here: no foreign picture is
    ever decoded in this process.
    """
    data = draw(read_strokes(strokes))
    file = StoredFile(
        owner_id=dossier.account_id,
        subject_id=dossier.id,
        slot=SLOT,
        name="chu-ky.png",
        declared_size=len(data),
        received=len(data),
        state=FileState.ACCEPTED,
        sha256=hashlib.sha256(data).hexdigest(),
        kinds=["png"],
        kind="png",
        pages=1,
        started_at=work.now,
        finished_at=work.now,
    )
    work.storage.put(file.key, data)
    work.session.add(file)
    work.session.flush()
    return file


def read_strokes(text: str) -> list[list[Point]]:
    """Read `x,y x,y;x,y …`, or refuse what is no signature."""
    if len(text) > MOST_POINTS * 10 or not STROKES.fullmatch(text):
        raise RuleViolation({"signature": "signature_missing"})
    strokes = [
        [_point(pair) for pair in stroke.split(" ")] for stroke in text.split(";")
    ]
    if not FEWEST_POINTS <= sum(map(len, strokes)) <= MOST_POINTS:
        raise RuleViolation({"signature": "signature_missing"})
    return strokes


def draw(strokes: list[list[Point]]) -> bytes:
    """Return the PNG."""
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(picture)
    for stroke in strokes:
        if len(stroke) == 1:
            (x, y), half = stroke[0], PEN // 2
            pen.ellipse((x - half, y - half, x + half, y + half), fill=0)
        else:
            pen.line(stroke, fill=0, width=PEN, joint="curve")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _point(pair: str) -> Point:
    x, y = pair.split(",")
    return min(int(x), WIDTH), min(int(y), HEIGHT)
