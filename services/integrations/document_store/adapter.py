"""The national store of documents over the data gateway."""

import base64
import binascii

import httpx

from services.core.errors import SystemUnavailable
from services.core.text import clean
from services.integrations import transport
from services.integrations.document_store import wire
from services.integrations.document_store.port import (
    StoreFile,
    StorePaper,
    StoreQuestion,
)
from services.integrations.gateway import GatewayLogin


class HttpDocumentStore:
    """Asks through the gateway; both questions change nothing."""

    def __init__(self, client: httpx.Client, key: str, secret: str) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client = client

    def find(self, question: StoreQuestion) -> tuple[StorePaper, ...]:
        """Return the papers found; a code other than “0” is no answer."""
        asked = wire.Question(
            SoDinhDanhChuSoHuu=question.owner_number,
            HoTenNguoiYeuCau=clean(question.asker_name),
            KenhThucHien=wire.CHANNEL,
            SoDinhDanhNguoiYeuCau=question.asker_number,
            MaThuTuc=question.procedure,
            DanhSachDanhMucKetQua=[
                wire.Wanted(MaKetQua=code, SoKyHieu=number)
                for code, number in question.wanted
            ],
        )
        answer = transport.post(self._client, wire.FIND, asked, wire.Answer)
        if answer.errorCode != wire.ANSWERED or answer.result is None:
            raise SystemUnavailable(wire.FIND)
        return tuple(_paper(found) for found in answer.result.DanhSachGiayToKetQua)

    def fetch(self, file: StoreFile) -> bytes | None:
        """Return the bytes; what is no base64 is no answer."""
        asked = wire.FileQuestion(CoQuanChuQuan=file.issuer, DuongDan=file.path)
        answer = transport.post(self._client, wire.FETCH, asked, wire.FileAnswer)
        if answer.errorCode == wire.NOT_THERE:
            return None
        try:
            data = base64.b64decode(answer.result, validate=True)
        except binascii.Error:
            raise SystemUnavailable(wire.FETCH) from None
        if answer.errorCode != wire.ANSWERED or not data:
            raise SystemUnavailable(wire.FETCH)
        return data


def _paper(found: wire.Paper) -> StorePaper:
    return StorePaper(
        code=found.MaKetQua,
        title=clean(found.TenGiayTo),
        number=clean(found.SoKyHieu),
        issuer=clean(found.CoQuanChuQuan),
        files=tuple(
            StoreFile(clean(one.TenTep), found.CoQuanChuQuan, one.DuongDan)
            for one in found.DanhSachTepDinhKem
        ),
    )
