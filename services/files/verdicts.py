"""What may be said of a file (tệp): its kind, its fault, its limits, its name."""

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import puremagic

MAX_NAME = 120
THUMBNAIL_BYTES = 40 * 1024
DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "clock$", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


class FileKind(StrEnum):
    """The kinds a component may take."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    DOCX = "docx"
    XLSX = "xlsx"


KIND_OF_EXTENSION = {
    "pdf": FileKind.PDF,
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
    "png": FileKind.PNG,
    "heic": FileKind.HEIC,
    "heif": FileKind.HEIC,
    "docx": FileKind.DOCX,
    "xlsx": FileKind.XLSX,
}


# In two halves, so that this file is not itself taken for the test virus.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MARKUP = re.compile(
    rb"<(!doctype\s+html|html|script|svg|\?php|iframe)\b", re.IGNORECASE
)
# What the first bytes must show (UP-1).
MAGIC = {
    FileKind.PDF: {".pdf"},
    FileKind.JPEG: {".jpg", ".jpeg"},
    FileKind.PNG: {".png"},
    FileKind.HEIC: {".heic", ".heif"},
    FileKind.DOCX: {".docx"},
    FileKind.XLSX: {".xlsx"},
}
OFFICE = {  # the part that says what the package is, and its content type
    FileKind.DOCX: ("word/document.xml", "wordprocessingml.document.main+xml"),
    FileKind.XLSX: ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
}


class FileFault(StrEnum):
    """Why a file is refused; each has one sentence in the wording."""

    EMPTY = "empty"  # no bytes, or a document without a page
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"  # this component does not take that extension
    MISLABELLED = "mislabelled"  # the content is not what the extension says
    POLYGLOT = "polyglot"  # a second format hides in the file
    ENCRYPTED = "encrypted"  # needs a password to open, print or copy
    SCRIPTED = "scripted"  # acts by itself: JavaScript, macros, launching
    EMBEDDED_FILE = "embedded_file"  # carries other files
    EXTERNAL_FILE = "external_file"  # reaches for files elsewhere
    DYNAMIC_FORM = "dynamic_form"  # XFA: what is seen depends on the reader
    RICH_MEDIA = "rich_media"  # sound, film or 3D
    TOO_MANY_PAGES = "too_many_pages"
    BROKEN = "broken"  # cut short, or its structure contradicts itself
    BOMB = "bomb"  # unpacks to far more than was sent
    IMAGE_TOO_LARGE = "image_too_large"  # more pixels than an office can open
    TIMEOUT = "timeout"  # reading it takes longer than any honest file
    INFECTED = "infected"


class PageDoubt(StrEnum):
    """What the person is asked about before a photographed page is used."""

    BLANK = "blank"
    BLURRED = "blurred"
    DARK = "dark"


# What a PDF may not hold at any depth (UP-4): keys, and values of keys.
PDF_KEYS = {
    "/JS": FileFault.SCRIPTED,
    "/JavaScript": FileFault.SCRIPTED,
    "/AA": FileFault.SCRIPTED,
    "/XFA": FileFault.DYNAMIC_FORM,
    "/EF": FileFault.EMBEDDED_FILE,
    "/EmbeddedFiles": FileFault.EMBEDDED_FILE,
    "/RichMediaContent": FileFault.RICH_MEDIA,
    "/RichMediaSettings": FileFault.RICH_MEDIA,
}
PDF_ACTIONS = {
    "/JavaScript": FileFault.SCRIPTED,
    "/Launch": FileFault.SCRIPTED,
    "/Rendition": FileFault.SCRIPTED,
    "/RichMediaExecute": FileFault.RICH_MEDIA,
    "/Movie": FileFault.RICH_MEDIA,
    "/Sound": FileFault.RICH_MEDIA,
    "/ImportData": FileFault.EXTERNAL_FILE,
    "/SubmitForm": FileFault.EXTERNAL_FILE,
    "/GoToR": FileFault.EXTERNAL_FILE,
    "/GoToE": FileFault.EMBEDDED_FILE,
}
PDF_SUBTYPES = {
    "/FileAttachment": FileFault.EMBEDDED_FILE,
    "/RichMedia": FileFault.RICH_MEDIA,
    "/3D": FileFault.RICH_MEDIA,
    "/Movie": FileFault.RICH_MEDIA,
    "/Screen": FileFault.RICH_MEDIA,
    "/Sound": FileFault.RICH_MEDIA,
}


OFFICE_PARTS = {
    "vbaproject": FileFault.SCRIPTED,
    "macrosheets/": FileFault.SCRIPTED,
    "activex/": FileFault.SCRIPTED,
    "embeddings/": FileFault.EMBEDDED_FILE,
    "externallinks/": FileFault.EXTERNAL_FILE,
}
# Where a link may lead: the web, or a plain word; never a file.
WEB_LINK = re.compile(r"(https?|mailto|tel):|[^:\\]*\Z", re.IGNORECASE)
PDF_VALUES = {
    "/S": PDF_ACTIONS,
    "/Subtype": PDF_SUBTYPES,
    "/Type": {"/EmbeddedFile": FileFault.EMBEDDED_FILE},
}


class Refused(Exception):
    """The file is refused; raised inside the inspection, never out of it."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class FileLimits:
    """What a component allows (F11), and what reading a file may cost (UP-3)."""

    kinds: frozenset[FileKind] = frozenset(
        {FileKind.PDF, FileKind.JPEG, FileKind.PNG, FileKind.HEIC}
    )
    max_bytes: int = 10 * 1024 * 1024
    max_pages: int = 300
    max_objects: int = 100_000
    max_ratio: int = 50
    max_pixels: int = 64_000_000
    max_side: int = 20_000
    max_scan_pixels: int = 200_000_000  # in a PDF: an A0 drawing at 300 dpi is 140
    max_scan_side: int = 40_000
    seconds: int = 10  # of processor; twice that by the clock on the wall
    memory: int = 1024 * 1024 * 1024  # address space of the inspecting process


@dataclass(frozen=True)
class Verdict:
    """What the inspection found. Facts are kept on a refusal where known."""

    accepted: bool
    kind: FileKind | None = None
    pages: int | None = None
    fault: FileFault | None = None
    width: int | None = None
    height: int | None = None
    is_signed: bool = False
    thumbnail: bytes | None = None
    doubts: tuple[PageDoubt, ...] = ()  # of a photograph; never a reason to refuse


def refuse(fault: FileFault, kind: FileKind | None = None) -> Verdict:
    """Return the verdict on a file that is not taken."""
    return Verdict(accepted=False, kind=kind, fault=fault)


def refuse_other_type(data: bytes, kind: FileKind) -> None:
    """Refuse content that is not what the name says, or is two things at once."""
    if kind in OFFICE and data.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused(FileFault.ENCRYPTED if locked else FileFault.MISLABELLED)
    try:
        found = {match.extension for match in puremagic.magic_string(data)}
    except puremagic.PureError:
        found = set()
    if not found & MAGIC[kind]:
        raise Refused(FileFault.MISLABELLED)
    if kind in OFFICE:
        return
    edges = data[:1024] + data[-1024:]
    other = kind is not FileKind.PDF and b"%PDF-" in edges
    if other or MARKUP.search(edges) or zipfile.is_zipfile(BytesIO(data)):
        raise Refused(FileFault.POLYGLOT)


def kind_of_name(name: str) -> FileKind | None:
    """Return the kind the extension claims, or None when it is none of ours."""
    stem, _, extension = display_name(name).rpartition(".")
    return KIND_OF_EXTENSION.get(extension.lower()) if stem else None


def display_name(raw: str) -> str:
    """Tidy a name for showing (UP-7); any letters and accents stay (R18).

    Characters that are not seen are dropped: controls, and the direction marks
    that make “hoso\\u202efdp.exe” look like a PDF. What is left without a name,
    or with that of a device, is led by an underscore.
    """
    seen = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", raw)
        if char.isspace() or not unicodedata.category(char).startswith("C")
    )
    last = seen.replace("\\", "/").rpartition("/")[2]
    name = " ".join(last.split()).rstrip(". ").lstrip(" ")
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        stem, dot, extension = name, "", ""
    stem = stem.strip(". ")
    if not stem or stem.partition(".")[0].strip().lower() in DEVICE_NAMES:
        stem = f"_{stem}"
    room = MAX_NAME - len(dot) - len(extension)
    return f"{stem[:room].rstrip('. ')}{dot}{extension}"
