"""The process that reads the pages of a file: its text layer, or what it looks like.

A page that lies on its side is stood upright first. Pictures of the pages come with
the words, so that an officer sees what was read where.
"""

import json
import os
import sys
from base64 import b64encode
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any  # pypdfium2 and tesserocr say little of their types
from unicodedata import normalize

import pypdfium2
from PIL import Image, ImageOps

from services.digitising.words import READOUT, PageRead, Readout, Word, WordSource
from services.files.child import cap
from services.files.images import FORMATS, flat, ready, refuse_size
from services.files.verdicts import FileKind, FileLimits, Refused

MODEL = Path(__file__).parent / "model"
READ_PAGES = 4  # what a paper says of itself stands at its beginning
PICTURE_SIDE = 1400
READ_SIDE = 2480  # about 210 dpi of A4: smaller letters lose their marks
SMALL_SIDE = 1240  # enough to tell which way is up
FEW_WORDS = 4  # a text layer of less is a stamp on a scan
SURE_WAY_UP = 55  # mean confidence from which a page is taken to stand upright
TURNS = (90, 270, 180)


class Reader:
    """Reads one file, page by page."""

    def __init__(self, limits: FileLimits) -> None:
        self.limits = limits
        self.pages: list[PageRead] = []
        self.words: list[Word] = []
        self.pictures: list[bytes] = []
        self.lines = count()
        self._engine: Any = None

    def read(self, data: bytes, kind: FileKind) -> None:
        """Read the first pages of a PDF, or the one page a photo is."""
        if kind is FileKind.PDF:
            self._read_pdf(data)
            return
        ready(kind)
        with Image.open(BytesIO(data), formats=FORMATS[kind]) as picture:
            limits = self.limits
            refuse_size(picture.size, limits.max_pixels, limits.max_side)
            picture.draft("RGB", (READ_SIDE, READ_SIDE))
            page = flat(ImageOps.exif_transpose(picture))
        page.thumbnail((READ_SIDE, READ_SIDE), Image.Resampling.LANCZOS)
        self._look(page)

    def _read_pdf(self, data: bytes) -> None:
        document = pypdfium2.PdfDocument(data)
        for number in range(min(len(document), READ_PAGES)):
            page = document[number]
            longest = max(page.get_size())
            if longest <= 0:
                continue
            picture = page.render(scale=READ_SIDE / longest).to_pil().convert("RGB")
            words = layer_of(page)
            if len(words) < FEW_WORDS:
                self._look(picture)
                continue
            self._keep(picture, WordSource.TEXT_LAYER)
            self._add_layer(words)

    def _add_layer(self, words: list[tuple[str, tuple[float, ...]]]) -> None:
        line, before = next(self.lines), None
        for text, box in words:
            if before is not None and not same_line(before, box):
                line = next(self.lines)
            before = box
            page = len(self.pages) - 1
            self.words.append(Word(text, line, page, (box[0], box[1], box[2], box[3])))

    def _look(self, picture: Image.Image) -> None:
        """Read a picture, turned to the side from which it reads best."""
        engine = self.engine()
        upright, sure = picture, self._sureness(engine, picture)
        if sure < SURE_WAY_UP and (turn := self._way_up(picture, sure)):
            upright = picture.rotate(turn, expand=True)
            self._sureness(engine, upright)
        self._keep(upright, WordSource.MACHINE)
        self._take_words(engine, upright.size)

    def _way_up(self, picture: Image.Image, best: float) -> int:
        small, way = picture.copy(), 0
        small.thumbnail((SMALL_SIDE, SMALL_SIDE))
        for turn in TURNS:
            found = self._sureness(self.engine(), small.rotate(turn, expand=True))
            if found > best:
                best, way = found, turn
            if best >= SURE_WAY_UP:
                break
        return way

    def _sureness(self, engine: Any, picture: Image.Image) -> float:
        engine.SetImage(picture)
        engine.Recognize()
        sure = engine.AllWordConfidences()
        return sum(sure) / len(sure) if len(sure) >= FEW_WORDS else 0.0

    def _take_words(self, engine: Any, size: tuple[int, int]) -> None:
        from tesserocr import RIL, iterate_level

        (width, height), line = size, 0
        found = engine.GetIterator()
        if found is None:
            return
        for place in iterate_level(found, RIL.WORD):
            if place.IsAtBeginningOf(RIL.TEXTLINE):
                line = next(self.lines)
            try:
                text = normalize("NFC", place.GetUTF8Text(RIL.WORD)).strip()
            except RuntimeError:  # an empty page has one word without a text
                continue
            left, top, right, bottom = place.BoundingBox(RIL.WORD)
            if text:
                box = (left / width, top / height, right / width, bottom / height)
                sure = place.Confidence(RIL.WORD) / 100
                self.words.append(Word(text, line, len(self.pages) - 1, box, sure))

    def engine(self) -> Any:
        """Return Tesseract with the Vietnamese model, begun once."""
        if self._engine is None:
            from tesserocr import PSM, PyTessBaseAPI

            self._engine = PyTessBaseAPI(path=str(MODEL), lang="vie", psm=PSM.AUTO)
        return self._engine

    def _keep(self, picture: Image.Image, source: WordSource) -> None:
        self.pages.append(PageRead(*picture.size, source))
        shown, target = picture.copy(), BytesIO()
        shown.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS)
        shown.save(target, "JPEG", quality=72, optimize=True)
        self.pictures.append(target.getvalue())


def layer_of(page: Any) -> list[tuple[str, tuple[float, ...]]]:
    """Return the words of a page's own text with their boxes, top left first."""
    text_page = page.get_textpage()
    width, height = page.get_size()
    words: list[tuple[str, tuple[float, ...]]] = []
    letters, boxes = "", list[tuple[float, ...]]()
    total = min(text_page.count_chars(), 20_000)
    text = text_page.get_text_range(0, total) if total else ""
    if len(text) != total:  # letters outside the base plane: count them singly
        text = "".join(text_page.get_text_range(i, 1)[:1] or " " for i in range(total))
    for place, letter in enumerate([*text, " "]):
        if not letter.isspace() and letter.isprintable():
            letters += letter
            boxes.append(text_page.get_charbox(place))
        elif letters:
            left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
            right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
            box = (left / width, 1 - top / height, right / width, 1 - bottom / height)
            words.append((normalize("NFC", letters), box))
            letters, boxes = "", []
    return words


def same_line(before: tuple[float, ...], box: tuple[float, ...]) -> bool:
    """Say whether a word goes on with the line of the word before."""
    middle = (box[1] + box[3]) / 2
    return before[1] <= middle <= before[3] and box[0] >= before[0]


def main(kind: str, answer_bytes: str, task: str) -> None:
    """Read standard input; answer with words and pictures in JSON."""
    limits = FileLimits(**json.loads(task))
    os.putenv("OMP_THREAD_LIMIT", "1")  # the processor's time is counted
    os.nice(10)  # a person who waits comes first
    cap(limits, int(answer_bytes))
    reader, fault = Reader(limits), ""
    try:
        reader.read(sys.stdin.buffer.read(), FileKind(kind))
    except Refused as refusal:
        fault = str(refusal.fault)
    except Exception:  # noqa: BLE001 - a parser may stumble over it in any way
        fault = "broken"
    found = Readout(tuple(reader.pages), tuple(reader.words), fault)
    pictures = [b64encode(picture).decode() for picture in reader.pictures]
    json.dump({"readout": READOUT.dump_python(found), "pictures": pictures}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
