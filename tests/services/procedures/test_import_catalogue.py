"""The importer takes dirty records, says what is wrong, and never stops."""

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from services.core.errors import Forbidden
from services.procedures.import_catalogue import Imported, import_catalogue
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.procedures.models import (
    CaseKind,
    ImportRemark,
    Procedure,
    ProcedureFee,
    TimeUnit,
)
from services.procedures.show_procedure import show_procedure
from services.procedures.version import catalogue_version
from services.work import ANONYMOUS, Work
from tests.services.procedures.catalogue_files import (
    DETAILS,
    LIST,
    with_national_files,
)

TABLES = [
    "sector",
    "procedure",
    "procedure_case",
    "procedure_component",
    "procedure_channel",
    "procedure_fee",
    "procedure_unit",
    "import_remark",
    "catalogue_version",
]


def row(**changes: Any) -> dict[str, Any]:
    record = {
        "id": "a",
        "code": "9.000001",
        "name": "Thủ tục thử",
        "categories": ["Hộ tịch"],
        "departments": ["Ủy ban nhân dân cấp xã"],
        "departmentPromulgate": "Bộ Tư pháp",
        "formalityTargetType": ["Công dân Việt Nam"],
        "state": "ACTIVE",
        "type": "STANDARD",
    }
    return record | changes


def method(*fees: dict[str, Any], **changes: Any) -> dict[str, Any]:
    given = {
        "submissionMethod": "DIRECT",
        "processingTime": 3,
        "processingTimeUnit": "WORKING_DAY",
        "description": "",
        "fees": list(fees),
    }
    return given | changes


def detail(**changes: Any) -> dict[str, Any]:
    data = {
        "id": "a",
        "code": "9.000001",
        "name": "Thủ tục thử",
        "executionMethods": [method()],
        "executionCases": [],
        "categoriesDetails": [{"name": "Hộ tịch"}],
        "isWard": True,
    }
    return {"code": "OK", "message": "OK", "data": data | changes}


def write(folder: Path, *records: object, name: str = "file.jsonl") -> Path:
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    path = folder / name
    path.write_bytes(b"\n".join(lines))
    return path


def run(work: Work, folder: Path, *records: object) -> Imported:
    return import_catalogue(work, [write(folder, *records)])


def reasons(work: Work) -> set[str]:
    found = work.session.exec(
        select(ImportRemark.reason).where(~col(ImportRemark.is_refusal))
    )
    return set(found)


def digest(work: Work) -> list[str]:
    work.session.flush()
    whole = "SELECT md5(string_agg(t::text, '' ORDER BY t.id)) FROM {} t"
    return [
        str(work.session.execute(text(whole.format(table))).scalar_one())
        for table in TABLES
    ]


def test_a_line_that_is_no_record_is_refused_with_its_reason(
    work: Work, tmp_path: Path
) -> None:
    result = run(
        work,
        tmp_path,
        b"{not json",
        b'"a text"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        {"nothing": 1},
        row(code=""),
        row(code="9.000002", name=None),
        {"code": "NOT_FOUND", "message": "no such", "data": None},
        row(),
        row(name="Lần hai"),
        b"   ",
    )

    assert [r.reason for r in result.refused] == [
        "not_json",
        "not_an_object",
        "not_utf8",
        "not_json",
        "not_a_record",
        "code_missing",
        "name_missing",
        "answer_not_ok",
        "code_repeated",
    ]
    assert [r.line for r in result.refused] == [1, 2, 3, 4, 5, 6, 7, 8, 10]
    assert (result.read, result.imported) == (10, 1)


def test_any_value_may_be_of_any_type(work: Work, tmp_path: Path) -> None:
    wrong: list[object] = [None, 7, 1e400, -1.5, True, "\x00x\ud800", [], {}, [[{}]]]
    records = [
        {key: value for key in row()} | {"code": f"9.1{n:05d}", "name": f"Tên {n}"}
        for n, value in enumerate(wrong)
    ]
    keys = detail()["data"]
    records += [
        {
            "code": "OK",
            "data": dict.fromkeys([*keys, "executionSteps", "resultsDetails"], value)
            | {"code": f"9.2{n:05d}", "name": "Tên\x00 dài"},
        }
        for n, value in enumerate(wrong)
    ]

    result = run(work, tmp_path, *records)

    assert result.refused == ()
    assert result.imported == 2 * len(wrong)


def test_missing_sector_agency_and_cases_are_remarked_not_guessed(
    work: Work, tmp_path: Path
) -> None:
    run(work, tmp_path, row(categories=[], departments=[""]))
    path = write(tmp_path, detail(categoriesDetails=[]), name="details.jsonl")
    import_catalogue(work, [path])

    found = show_procedure(work, "9.000001")

    assert found.sector == ""
    assert found.executing_agency == ""
    assert {"sector_missing", "agency_missing", "cases_missing"} <= reasons(work)


@pytest.mark.parametrize("value", [5, 90, 200, 500, 999, -1, 0.5, 10**12])
def test_a_fee_that_cannot_be_dong_has_no_amount(
    work: Work, tmp_path: Path, value: float
) -> None:
    fee = {"type": "FEE", "value": value, "description": ""}
    run(work, tmp_path, detail(executionMethods=[method(fee)]))

    (found,) = work.session.exec(select(ProcedureFee)).all()

    assert found.amount is None
    assert found.needs_confirmation
    assert "fee_not_dong" in reasons(work)


@pytest.mark.parametrize(
    ("fee", "amount"),
    [
        ({"type": "FEE", "value": 8000, "description": "8.000 đồng/bản"}, 8000),
        ({"type": "FEE", "value": 0, "description": ""}, 0),
        ({"type": "FEE", "value": 0, "description": "Miễn lệ phí."}, 0),
        ({"type": "FEE", "value": 0, "description": "Do HĐND tỉnh quy định"}, None),
        ({"type": "FEE", "value": 20, "currencyName": "USD"}, None),
        ({"type": "FEE", "value": 2000, "currencyName": "USD"}, None),
        ({"type": "PRICE_LEVEL", "value": 5000}, None),
        ({"type": "FEE", "value": None}, None),
        ({"type": "FEE", "value": "5000"}, None),
    ],
)
def test_an_amount_is_shown_only_where_the_source_can_be_believed(
    work: Work, tmp_path: Path, fee: dict[str, Any], amount: int | None
) -> None:
    run(work, tmp_path, detail(executionMethods=[method(fee)]))

    (found,) = show_procedure(work, "9.000001").fees

    assert found.amount == amount
    assert found.needs_confirmation == (amount is None)


@pytest.mark.parametrize(
    ("said", "unit", "value", "read"),
    [
        (3, "WORKING_DAY", 3, TimeUnit.WORKING_DAY),
        (16.5, "WORKING_DAY", 16.5, TimeUnit.WORKING_DAY),
        (20, "DAY", 20, TimeUnit.CALENDAR_DAY),
        (2, "HOUR", 2, TimeUnit.HOUR),
        (2, "MONTH", 2, TimeUnit.MONTH),
        (7, "OTHER", None, TimeUnit.UNCLEAR),
        ("Không quá 10 ngày làm việc", "OTHER", None, TimeUnit.UNCLEAR),
        (0, "WORKING_DAY", None, TimeUnit.UNCLEAR),
        (-4, "WORKING_DAY", None, TimeUnit.UNCLEAR),
    ],
)
def test_a_time_limit_is_counted_only_in_a_unit_that_says_what_it_is(
    work: Work,
    tmp_path: Path,
    said: object,
    unit: str,
    value: float | None,
    read: TimeUnit,
) -> None:
    way = method(processingTime=said, processingTimeUnit=unit)
    run(work, tmp_path, detail(executionMethods=[way]))

    limit = show_procedure(work, "9.000001").limit

    assert (limit.value, limit.unit) == (value, read)
    doubted = {"time_unclear", "time_unit_doubtful"} & reasons(work)
    assert bool(doubted) == (read is not TimeUnit.WORKING_DAY)


def test_groups_of_papers_are_told_apart_by_their_meaning(
    work: Work, tmp_path: Path
) -> None:
    def group(name: str, *papers: tuple[str, int]) -> dict[str, Any]:
        parts = [{"name": n, "originalQty": q, "copyQty": 0} for n, q in papers]
        return {"name": name, "profileComponents": parts}

    cases = [
        group("* Lưu ý :", ("Nộp đúng nơi", 0), ("Giấy phải hợp pháp hóa", 1)),
        group("* Giấy tờ phải xuất trình:", ("- Hộ chiếu", 1), ("Nếu có thì thôi", 0)),
        group("Đối với trường hợp mất:", ("Đơn cớ mất", 1)),
        group("", ("- Tờ khai;", 1), ("Văn bản ủy quyền (nếu có)", 1), ("", 1)),
    ]
    run(work, tmp_path, detail(executionCases=cases))

    found = show_procedure(work, "9.000001")

    assert [c.kind for c in found.cases] == [
        CaseKind.SUBMIT,
        CaseKind.PRESENT,
        CaseKind.WHEN,
        CaseKind.NOTE,
    ]
    form, proxy = found.cases[0].components
    assert (form.name, form.required, proxy.required) == ("Tờ khai", True, False)
    assert [c.is_paper for c in found.cases[1].components] == [True, False]
    assert not any(c.is_paper for c in found.cases[3].components)
    assert found.paper_count == 4
    assert {"cases_of_several_kinds", "component_without_name"} <= reasons(work)


def test_another_provinces_procedure_is_kept_but_cannot_be_filed(
    work: Work, tmp_path: Path
) -> None:
    run(
        work,
        tmp_path,
        row(departmentPromulgate="UBND Thành phố Huế", type="SPECIFIC"),
        row(code="9.000002", departmentPromulgate="UBND tỉnh Thái Nguyên"),
        row(code="9.000003", departmentPromulgate="Bộ Xây dựng"),
    )

    codes = ("9.000001", "9.000002", "9.000003")
    assert [show_procedure(work, c).is_elsewhere for c in codes] == [True, False, False]
    assert not show_procedure(work, "9.000001").can_be_filed
    assert "of_another_province" in reasons(work)


def test_gzip_and_plain_are_read_alike_and_a_cut_file_keeps_what_came(
    work: Work, tmp_path: Path
) -> None:
    lines = b"\n".join(json.dumps(row(code=f"9.3{n:05d}")).encode() for n in range(900))
    packed = tmp_path / "packed.gz"
    packed.write_bytes(gzip.compress(lines)[:-2_000])

    result = import_catalogue(work, [packed])

    assert [r.reason for r in result.refused] == ["file_cut_off"]
    assert 0 < result.imported < 900


def test_importing_twice_gives_the_same_database(work: Work, tmp_path: Path) -> None:
    fee = {"type": "FEE", "value": 5, "description": "x"}
    records = [row(), row(code="9.000002", name=""), row(code="9.000003")]
    details = write(tmp_path, detail(executionMethods=[method(fee)]), name="d.jsonl")
    path = write(tmp_path, *records)
    import_catalogue(work, [path, details])
    first = digest(work)

    again = import_catalogue(work, [path, details])

    assert digest(work) == first
    assert again.changed == 0
    assert again.imported == 3


def test_a_corrected_record_replaces_the_faulty_one(work: Work, tmp_path: Path) -> None:
    fee = {"type": "FEE", "value": 5}
    run(work, tmp_path, detail(executionMethods=[method(fee)]))
    before = catalogue_version(work.session)

    run(work, tmp_path, detail(executionMethods=[method(fee | {"value": 5000})]))

    assert show_procedure(work, "9.000001").fees[0].amount == 5000
    assert "fee_not_dong" not in reasons(work)
    assert catalogue_version(work.session) != before


def test_what_the_province_typed_in_stands_above_the_national_record(
    work: Work, tmp_path: Path
) -> None:
    fee = {"type": "FEE", "value": 77000}
    record = detail(
        code="1.001193", name="Tên khác", executionMethods=[method(fee)], isWard=False
    )
    load_agencies(work)
    load_seed(work)
    seeded = show_procedure(work, "1.001193")

    run(work, tmp_path, record)
    assert show_procedure(work, "1.001193") == seeded
    again = load_seed(work)

    assert again == 0
    assert show_procedure(work, "1.001193") == seeded


def test_seed_and_import_may_come_in_either_order(work: Work, tmp_path: Path) -> None:
    run(work, tmp_path, detail(code="1.001193", name="Tên khác"))
    load_agencies(work)
    load_seed(work)

    found = show_procedure(work, "1.001193")

    assert found.name != "Tên khác"
    assert found.units
    assert found.can_be_filed


def test_only_an_administrator_or_the_system_imports(
    work: Work, tmp_path: Path
) -> None:
    outsider = Work(**(vars(work) | {"actor": ANONYMOUS}))

    with pytest.raises(Forbidden):
        run(outsider, tmp_path, row())


@with_national_files
def test_the_national_files_are_taken_whole_and_twice_alike(work: Work) -> None:
    started = time.monotonic()
    first = import_catalogue(work, [LIST, DETAILS])
    took = time.monotonic() - started
    before = digest(work)

    second = import_catalogue(work, [LIST, DETAILS])

    assert (first.read, first.imported) == (3014, 3014)
    assert first.refused == ()
    assert second.changed == 0
    assert digest(work) == before
    assert took < 30
    count = len(work.session.exec(select(Procedure.id)).all())
    assert count == 2764
    assert {
        "name_too_long",
        "agency_missing",
        "cases_missing",
        "fee_not_dong",
        "fee_in_other_money",
        "time_unclear",
        "time_unit_doubtful",
        "cases_of_several_kinds",
        "code_of_odd_form",
        "of_another_province",
    } <= reasons(work)
    fees = work.session.exec(
        select(ProcedureFee.amount).where(col(ProcedureFee.amount).is_not(None))
    )
    assert all(amount == 0 or amount >= 1000 for amount in fees if amount is not None)
