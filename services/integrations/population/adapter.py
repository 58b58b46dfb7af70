"""The population database over the data gateway."""

from datetime import date

import httpx

from services.core.errors import SystemUnavailable
from services.core.text import clean, fold, strip_marks
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.population import wire
from services.integrations.population.port import (
    PopulationQuestion,
    PopulationRecord,
    Relative,
)

OLD_NUMBER = 9  # digits of a CMND
SEXES = {"1": "male", "nam": "male", "2": "female", "nu": "female"}
FIELDS = {
    "HoVaTen": "full_name",
    "NgayThangNamSinh": "birth_date",
    "SoDinhDanh": "citizen_id",
    "SoCMND": "citizen_id",
}


class HttpPopulation:
    """Asks through the gateway; asking changes nothing, so it may be asked again."""

    def __init__(self, client: httpx.Client, key: str, secret: str, unit: str) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client, self._unit = client, unit

    def find(self, question: PopulationQuestion) -> PopulationRecord | None:
        """Return the one record found; another person's is no answer."""
        asked = self._ask(question, wire.RECORD)
        answer = transport.post(self._client, wire.PATH, asked, wire.RecordAnswer)
        found = answer.Envelope.Body.CongdanCollection.CongDan
        people = found if isinstance(found, list) else [found] if found else []
        if not people:
            return None
        [person, *others] = people
        if others or question.citizen_id not in (person.SoDinhDanh, person.SoCMND):
            raise SystemUnavailable(wire.PATH)
        return _record(person)

    def confirm(self, question: PopulationQuestion) -> tuple[str, ...] | None:
        """Return the names of the fields that differ."""
        asked = self._ask(question, wire.CONFIRM)
        answer = transport.post(self._client, wire.PATH, asked, wire.ConfirmAnswer)
        verdict = answer.Envelope.Body.KetQuaXacNhan
        fields = {FIELDS[name] for name in verdict.TruongSaiLech if name in FIELDS}
        match verdict.KetQua:
            case wire.MATCH:
                return ()
            case wire.MISMATCH if fields:
                return tuple(sorted(fields))
            case wire.NOBODY:
                return None
        raise SystemUnavailable(wire.PATH)

    def _ask(self, question: PopulationQuestion, kind: str) -> wire.Question:
        number = question.citizen_id
        is_old = len(number) == OLD_NUMBER
        born = question.birth_date
        # What is too long is cut: the reference leads to the whole of it with us.
        return wire.Question(
            MaYeuCau=question.reference[:40],
            MaDVC=question.purpose[:20],
            MaTichHop=kind,
            MaDonVi=self._unit[:35],
            MaCanBo=question.officer[:20],
            SoDinhDanh="" if is_old else number,
            SoCMND=number if is_old else "",
            HoVaTen=strip_marks(clean(question.full_name)).upper(),
            NgayThangNamSinh=born.isoformat() if born else "",
        )


def _record(person: wire.Person) -> PopulationRecord:
    home = person.ThuongTru or wire.Address()
    return PopulationRecord(
        citizen_id=person.SoDinhDanh,
        old_id_number=person.SoCMND,
        full_name=_name(person.HoVaTen),
        sex=SEXES.get(fold(person.GioiTinh), ""),
        birth_date=_day(person.NgayThangNamSinh.NgayThangNam),
        permanent_address=clean(home.ChiTiet),
        ethnicity=person.DanToc,
        nationality=person.QuocTich,
        father=_relative(person.Cha),
        mother=_relative(person.Me),
        guardian=_relative(person.NguoiDaiDien),
    )


def _relative(kin: wire.Kin | None) -> Relative | None:
    if kin is None:
        return None
    name, number = _name(kin.HoVaTen), kin.SoDinhDanh or kin.SoCMND
    return Relative(name, number) if name or number else None


def _name(name: wire.Name | str | None) -> str:
    if isinstance(name, wire.Name):
        name = f"{name.Ho} {name.ChuDem} {name.Ten}"
    return clean(name or "")


def _day(written: str) -> date | None:
    """Read yyyyMMdd or yyyy-MM-dd; a year alone is no day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
