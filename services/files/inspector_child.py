"""The process that reads a hostile file: runs no second longer than it must."""

import binascii
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from io import BytesIO
from typing import Any  # parsed PDF and XML values are of any type
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf import filters as pdf_filters
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from services.files import verdicts as signs
from services.files.child import cap
from services.files.images import draw_page, judge_image, refuse_size
from services.files.verdicts import FileKind, FileLimits, Refused, Verdict, refuse

FREE_BYTES = 4 * 1024 * 1024  # small files may unpack to this much at any ratio
PDF_END = re.compile(rb"startxref\s+(\d{1,10})\s*%%EOF\Z")
PDF_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b")
SPACE = b" \t\r\n\f\0"
HIDDEN_NAMES = re.compile(rb"/(JavaScript|Launch|RichMedia|EmbeddedFiles?)\b")

F = signs.FileFault


def judge(data: bytes, kind: FileKind, limits: FileLimits) -> Verdict:
    """Return the verdict on a file whose name claims this kind."""
    try:
        if signs.EICAR in data:
            raise Refused(F.INFECTED)
        signs.refuse_other_type(data, kind)
        if kind is FileKind.PDF:
            return judge_pdf(data, limits)
        if kind in signs.OFFICE:
            return judge_office(data, kind, limits)
        return judge_image(data, kind, limits)
    except Refused as refusal:
        return refuse(refusal.fault, kind)
    except (MemoryError, LimitReachedError):
        return refuse(F.BOMB, kind)
    except Exception:  # noqa: BLE001 - a parser may stumble over it in any way
        return refuse(F.BROKEN, kind)


def judge_pdf(data: bytes, limits: FileLimits) -> Verdict:
    """Visit every object of the file, then draw page 1."""
    end = PDF_END.search(data.rstrip(SPACE)[-99:])
    if end is None:
        raise Refused(F.POLYGLOT if b"%%EOF" in data else F.BROKEN)
    table = data[int(end[1]) :][:99].lstrip(SPACE)
    if not table.startswith(b"xref") and not PDF_OBJECT.match(table):
        raise Refused(F.BROKEN)
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise Refused(F.ENCRYPTED)
    scan = PdfScan(data, reader, limits)
    scan.visit_all()
    pages = scan.count_pages()
    if hidden := HIDDEN_NAMES.search(data):  # also in what no table names
        carried = hidden[1].startswith(b"Embedded")
        raise Refused(F.EMBEDDED_FILE if carried else F.SCRIPTED)
    picture, signed = draw_page(data), scan.is_signed
    return Verdict(True, FileKind.PDF, pages, is_signed=signed, thumbnail=picture)


class PdfScan:
    """One pass over the objects of a PDF, with what it has cost so far."""

    def __init__(self, data: bytes, reader: PdfReader, limits: FileLimits) -> None:
        self.data = data
        self.reader = reader
        self.limits = limits
        self.is_signed = False
        self.left = max(FREE_BYTES, limits.max_ratio * len(data))
        self.written = {int(m[1]) for m in PDF_OBJECT.finditer(data)}

    def visit_all(self) -> None:
        """Visit the objects of the tables, packed ones after their containers."""
        known = [
            (number, generation)
            for generation, entries in self.reader.xref.items()
            for number in entries
            if generation != 65535
        ]
        packed = [(number, 0) for number in self.reader.xref_objStm]
        if len(known) + len(packed) > self.limits.max_objects:
            raise Refused(F.BOMB)
        self.visit(self.reader.trailer)
        for number, generation in known:
            start = self.reader.xref[generation][number]
            header = PDF_OBJECT.match(self.data[start : start + 99].lstrip(SPACE))
            if header is None or int(header[1]) != number:
                raise Refused(F.BROKEN)
        for number, generation in known + packed:
            reference = IndirectObject(number, generation, self.reader)
            self.visit(self.reader.get_object(reference))

    def visit(self, top: Any) -> None:
        """Look at a value and all it holds, but not at what it refers to."""
        waiting = [top]
        while waiting:
            value = waiting.pop()
            if isinstance(value, IndirectObject):
                self.refuse_hidden(value)
            elif isinstance(value, ArrayObject):
                waiting.extend(value)
            elif isinstance(value, DictionaryObject):
                self.look(value)
                waiting.extend(value.values())
                if isinstance(value, StreamObject):
                    self.unpack(value)

    def refuse_hidden(self, reference: IndirectObject) -> None:
        """Refuse a reference that only a reader which repairs would follow."""
        number, generation = reference.idnum, reference.generation
        known = number in self.reader.xref.get(generation, {})
        if not known and number not in self.reader.xref_objStm:
            free = self.reader.xref_free_entry.get(generation, {}).get(number, False)
            if number in self.written and not free:
                raise Refused(F.BROKEN)

    def look(self, value: DictionaryObject) -> None:
        """Refuse whatever acts, carries files or reaches outside (UP-4)."""
        faults = [signs.PDF_KEYS[key] for key in value if key in signs.PDF_KEYS]
        for key, table in signs.PDF_VALUES.items():
            faults += filter(None, [table.get(str(field(value, key)))])
        if isinstance(value, StreamObject) and "/F" in value:
            faults.append(F.EXTERNAL_FILE)  # its bytes lie in another file
        link = field(value, "/URI")
        if isinstance(link, str | bytes) and not signs.WEB_LINK.match(str(link)):
            faults.append(F.EXTERNAL_FILE)
        opening = field(value, "/OpenAction")
        if isinstance(opening, DictionaryObject) and field(opening, "/S") != "/GoTo":
            faults.append(F.SCRIPTED)  # a place to open at is no action
        if faults:
            raise Refused(faults[0])
        self.is_signed |= "/ByteRange" in value and "/Contents" in value

    def unpack(self, stream: StreamObject) -> None:
        """Count what the stream unpacks to, keeping nothing of it (UP-3)."""
        if field(stream, "/Subtype") == "/Image":
            size = (int(field(stream, "/Width")), int(field(stream, "/Height")))
            refuse_size(size, self.limits.max_scan_pixels, self.limits.max_scan_side)
            # Blank paper packs a thousandfold; pixels bound it instead.
            self.measure(stream, 8 * (size[0] + 8) * size[1] + 4096)
        else:
            self.left -= self.measure(stream, self.left)

    def measure(self, stream: StreamObject, room: int) -> int:
        """Return the unpacked length, or refuse once it passes the room."""
        names = field(stream, "/Filter") or []
        chain = [str(n) for n in (names if isinstance(names, list) else [names])]
        data: bytes = stream._data  # as stored: reading it must not unpack it
        for number, name in enumerate(chain, start=1):
            if name not in UNPACK:  # picture formats: bounded by their pixels
                return 0
            pieces = UNPACK[name](data, room)
            if number == len(chain):
                return sum(len(piece) for piece in pieces)
            data = b"".join(pieces)
        return 0

    def count_pages(self) -> int:
        """Walk the page tree; what it says of itself (/Count) is not believed."""
        waiting = [self.reader.root_object.raw_get("/Pages")]
        seen: set[tuple[int, int]] = set()
        pages = 0
        while waiting:
            node = waiting.pop()
            if isinstance(node, IndirectObject):
                if (node.idnum, node.generation) in seen:
                    raise Refused(F.BROKEN)
                seen.add((node.idnum, node.generation))
                node = node.get_object()
            if not isinstance(node, DictionaryObject):
                raise Refused(F.BROKEN)
            pages += "/Kids" not in node
            if pages > self.limits.max_pages:
                raise Refused(F.TOO_MANY_PAGES)
            waiting.extend(field(node, "/Kids") or [])
        if not pages:
            raise Refused(F.EMPTY)
        return pages


def field(value: DictionaryObject, key: str) -> Any:
    """Return what the key leads to, through a reference if need be."""
    held = value.get(key)
    return held.get_object() if isinstance(held, IndirectObject) else held


def inflate(data: bytes, room: int) -> Iterator[bytes]:
    """Unpack in pieces, so that a bomb is met before it has grown."""
    machine = zlib.decompressobj()
    while data and not machine.eof:
        piece = machine.decompress(data, 1 << 20)
        room -= len(piece)
        if room < 0:
            raise Refused(F.BOMB)
        data = machine.unconsumed_tail
        yield piece


def decode(name: str) -> Callable[[bytes, int], Iterator[bytes]]:
    """Return pypdf's decoder of that name, held to the room."""

    def unpack(data: bytes, room: int) -> Iterator[bytes]:
        whole: bytes = getattr(pdf_filters, name).decode(data)
        if len(whole) > room:
            raise Refused(F.BOMB)
        yield whole

    return unpack


UNPACK = {
    "/FlateDecode": inflate,
    "/LZWDecode": decode("LZWDecode"),
    "/ASCII85Decode": decode("ASCII85Decode"),
    "/ASCIIHexDecode": decode("ASCIIHexDecode"),
    "/RunLengthDecode": decode("RunLengthDecode"),
}


def judge_office(data: bytes, kind: FileKind, limits: FileLimits) -> Verdict:
    """Look at every part of a DOCX or XLSX; macros and foreign parts are refused."""
    package = zipfile.ZipFile(BytesIO(data))
    left = max(FREE_BYTES, limits.max_ratio * len(data))
    names = package.namelist()
    if len(set(names)) < len(names):
        raise Refused(F.BROKEN)
    for part in package.infolist():
        left -= look_at_part(package, part, left)
    main, content_type = signs.OFFICE[kind]
    types = package.read("[Content_Types].xml").decode()
    if main not in names or content_type not in types:
        raise Refused(F.SCRIPTED if "macroEnabled" in types else F.MISLABELLED)
    return Verdict(True, kind)


def look_at_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> int:
    """Return how much a part unpacks to, or refuse it."""
    name = part.filename.lower()
    if part.flag_bits & 1:
        raise Refused(F.ENCRYPTED)
    for mark, fault in signs.OFFICE_PARTS.items():
        if mark in name:
            raise Refused(fault)
    with package.open(part) as stream:  # the length it declares is not believed
        content = stream.read(room + 1)
    if len(content) > room:
        raise Refused(F.BOMB)
    if signs.EICAR in content:
        raise Refused(F.INFECTED)
    if name.endswith((".xml", ".rels")):
        refuse_markup(content)
    return len(content)


def refuse_markup(content: bytes) -> None:
    """Refuse entities, fields that start programs, and links to other files."""
    if b"<!DOCTYPE" in content:
        raise Refused(F.BROKEN)
    for node in ElementTree.fromstring(content).iter():
        if node.tag.endswith("}instrText") and "DDE" in (node.text or "").upper():
            raise Refused(F.SCRIPTED)
        if node.get("TargetMode") == "External" and not (
            node.get("Type", "").endswith("/hyperlink")
            and signs.WEB_LINK.match(node.get("Target", ""))
        ):
            raise Refused(F.EXTERNAL_FILE)


def main(kind: str, answer_bytes: str, task: str) -> None:
    """Judge standard input and answer in JSON on standard output."""
    limits = FileLimits(**json.loads(task))
    cap(limits, int(answer_bytes))
    verdict = judge(sys.stdin.buffer.read(), FileKind(kind), limits)
    picture = binascii.b2a_base64(verdict.thumbnail or b"", newline=False)
    json.dump(asdict(verdict) | {"thumbnail": picture.decode()}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
