"""Write somebody's data as one ZIP archive."""

from collections.abc import Mapping
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from services.profiles.my_data import MyData
from services.work import Work

DOCUMENT = "data.json"


def write_archive(
    work: Work, data: MyData, target: IO[bytes], words: Mapping[str, str]
) -> None:
    """Write the document, these pages of words, and the files one by one.

    The database is not asked, so that a long archive holds nothing of it.
    """
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in words.items():
            archive.writestr(name, text)
        archive.writestr(DOCUMENT, data.document)
        for file in data.files:
            if file.is_packed:
                content = work.storage.read(file.key)
                archive.writestr(file.path, content, ZIP_STORED)
