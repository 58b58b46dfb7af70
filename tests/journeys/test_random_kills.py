"""Whatever dies between two actions of a filing, nothing acknowledged is lost."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.journeys.conftest import Open
from tests.journeys.filer import Filer
from tests.journeys.mishaps import KINDS
from tests.journeys.people import a_pdf
from tests.journeys.site import Site
from tests.services.files.photos import jpeg, written_page

SEEDS = (20261, 20262)
ROUNDS = 2  # so often each kind of mishap befalls one filing


@dataclass(frozen=True)
class Act:
    """One thing a person does, and how they see that it is done."""

    name: str
    do: Callable[[], None]
    see: Callable[[], object]


def _acts(filer: Filer, folder: Path) -> Iterator[Act]:
    yield Act("choose the unit", filer.begin, filer.find_draft)
    for field, words in (
        ("submitter_address", "Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên"),
        ("request", "Đăng ký khai sinh cho cháu Nguyễn Thị Ánh Tuyết"),
        ("e.nks_name", "Nguyễn Thị Ánh Tuyết"),
        ("e.nks_birth_date", "01/11/2026"),
    ):
        yield _filled(filer, filer.type, field, words)
    for field, value in (("e.nks_sex", "female"), ("e.nks_birth_kind", "no_father")):
        yield _filled(filer, filer.pick, field, value)
    for field, words in (
        ("e.birth_certificate_number", "GCS-0001/2026"),
        ("e.me_name", "Nguyễn Thị Mai Hương"),
        ("e.me_citizen_id", "999190000001"),
    ):
        yield _filled(filer, filer.type, field, words)
    yield Act("fill in the rest", filer.fill_rest, filer.keep_rest)
    yield _step(filer, "thanh-phan")
    yield from _papers(filer, folder)
    yield _step(filer, "nhan-ket-qua")
    yield Act("choose the post", filer.by_post, filer.await_post)
    yield _filled(filer, filer.type, "recipient_name", "Trần Thị Bích")
    yield Act("pick the commune", filer.pick_commune, filer.keep_commune)
    yield _filled(filer, filer.type, "delivery_address.detail", "Số 7, tổ 3")
    yield _step(filer, "phi")
    yield _step(filer, "xac-nhan")
    yield Act("hand in", filer.hand_in, filer.await_sheet)


def _filled(
    filer: Filer, way: Callable[[str, str], None], field: str, words: str
) -> Act:
    keep = partial(filer.keep, field, words)
    return Act(f"fill in {field}", partial(way, field, words), keep)


def _step(filer: Filer, path: str) -> Act:
    return Act(f"go on to {path}", filer.press_on, partial(filer.arrive, path))


def _papers(filer: Filer, folder: Path) -> Iterator[Act]:
    proof = a_pdf(folder, "giấy chứng sinh.pdf")
    photos = [folder / "trang 1.jpg", folder / "trang 2.jpg"]
    for ink, photo in zip((20, 45), photos, strict=True):
        photo.write_bytes(jpeg(written_page(ink=ink).resize((1240, 1754))))
    send, shoot = (
        partial(filer.send, "KS02", proof),
        partial(filer.send, "KS03", *photos),
    )
    yield Act("send a PDF", send, partial(filer.await_file, "KS02", proof))
    yield Act("send two photos", shoot, partial(filer.await_pages, "KS03"))
    bound = partial(filer.await_bound, "KS03")
    yield Act("gather them", partial(filer.bind, "KS03"), bound)


def _befall(filer: Filer, kind: str) -> None:
    {
        "server": filer.kill_server,
        "network": filer.cut_network,
        "tab": filer.reopen_tab,
        "second tab": filer.edit_elsewhere,
    }[kind]()


@contextmanager
def _saying(told: str) -> Iterator[None]:
    """Say of a failure when it happened."""
    try:
        yield
    except BaseException as error:
        error.add_note(told)
        raise


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_acknowledged_is_lost_and_nothing_is_filed_twice(
    site: Site, open_page: Open, tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    page = open_page(as_kind="citizen", expected=".")  # a dead server is complained of
    filer = Filer(site, page, chance, tmp_path)
    acts = list(_acts(filer, tmp_path))
    kinds = chance.sample(KINDS * ROUNDS, len(KINDS) * ROUNDS)
    plan = dict(zip(chance.sample(range(len(acts)), len(kinds)), kinds, strict=True))
    for at, act in enumerate(acts):
        kind, at_once = plan.get(at, ""), chance.random() < 0.5
        told = f"{act.name}, {kind or 'nothing'}, {at_once=}"
        with _saying(told):
            act.do()
            if kind and at_once:
                _befall(filer, kind)
            act.see()
            if kind and not at_once:
                _befall(filer, kind)
            if at < len(acts) - 1:
                filer.holds()

    _is_filed_once(filer)
    _is_frozen(filer)
    _files_are_whole(filer)


def _is_filed_once(filer: Filer) -> None:
    assert filer.born() == [filer.draft]
    codes = filer.all("select code from dossier where id = :d", d=filer.draft)
    assert [row["code"] for row in codes] == [
        filer.page.locator(".sheet .code").inner_text()
    ]
    entries = "select count(*) from timeline_entry where dossier_id = :d"
    assert filer.ask(entries, d=filer.draft) == 1


def _is_frozen(filer: Filer) -> None:
    frozen = filer.ask("select frozen from dossier where id = :d", d=filer.draft)
    held = {**frozen["typed"], **frozen["form"]["answers"]}
    assert {key: held.get(key) for key in filer.kept} == filer.kept


def _files_are_whole(filer: Filer) -> None:
    query = "select * from stored_file where subject_id = :d and removed_at is null"
    rows = filer.all(query, d=filer.draft)
    for paper, hashes in filer.sent.items():
        own = [row for row in rows if row["slot"] == paper and not row["is_bound"]]
        assert sorted(row["sha256"] for row in own) == sorted(hashes), paper
    made = [row for row in rows if row["is_bound"]]
    assert [(row["slot"], row["pages"]) for row in made] == [("KS03", 2)]
    for row in rows:
        stored = filer.site.folder / "files" / "files" / str(row["id"])
        assert hashlib.sha256(stored.read_bytes()).hexdigest() == row["sha256"]
