"""Records a ministry lets others read: seeded, moved on by its own clerk, listed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.journal import Journal, Row
from sandbox.pages import is_foreign

HERE = timedelta(hours=7)
DAYS_BACK = 75  # as far as the seeded records go
MOST_SHOWN = 40


@dataclass(frozen=True)
class Words:
    """What the page says of these records."""

    title: str
    lead: str
    path: str
    states: tuple[str, ...]  # what a clerk may make of one


@dataclass(frozen=True)
class Fields:
    """Which fields of a record the page shows, and which one a move changes."""

    code: str
    name: str
    state: str
    line: tuple[str, ...]


class RecordBoard:
    """One ministry's records: invented for each day, then moved by a clerk."""

    def __init__(
        self,
        path: Path,
        seed: Callable[[date], Sequence[Row]],
        fields: Fields,
        words: Words,
    ) -> None:
        self._seed, self._fields, self._words = seed, fields, words
        self._moves = Journal(path)

    def routes(self, templates: Jinja2Templates) -> list[Route]:
        """Return the page, the same as JSON, and what its buttons send."""
        path = self._words.path

        def page(request: Request) -> Response:
            shown = [self._shown(row) for row in self.rows()[:MOST_SHOWN]]
            context = {"rows": shown, "words": self._words}
            return templates.TemplateResponse(request, "record_board.html", context)

        return [
            Route(path, page),
            Route(f"{path}.json", lambda _: JSONResponse(self.rows())),
            Route(f"{path}.move", self._move, methods=["POST"]),
        ]

    def rows(self) -> list[Row]:
        """Return every record as it stands now, the newest first."""
        last = today()
        moved: dict[str, Row] = {}
        for line in list(self._moves.rows):
            moved[line["code"]] = line["changes"]
        found: list[Row] = []
        for back in range(DAYS_BACK):
            for row in self._seed(last - timedelta(days=back)):
                found.append({**row, **moved.get(row[self._fields.code], {})})
        return found

    def _shown(self, row: Row) -> Row:
        fields = self._fields
        line = " · ".join(str(row[name]) for name in fields.line if row.get(name))
        code, name, state = row[fields.code], row[fields.name], row[fields.state]
        return {"code": code, "name": name, "state": state, "line": line}

    async def _move(self, request: Request) -> Response:
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        code, state = str(form.get("code")), str(form.get("state"))
        known = any(row[self._fields.code] == code for row in self.rows())
        if not known or state not in self._words.states:
            return Response("no such record or state", status_code=400)
        changes = {self._fields.state: state, "moved_at": stamp(now())}
        line = {"code": code, "changes": changes}
        key = f"{code}:{state}:{now().isoformat()}"
        await run_in_threadpool(self._moves.append, key, line)
        return RedirectResponse(self._words.path, status_code=303)


def now() -> datetime:
    """Return the moment as clocks there show it."""
    return datetime.now(UTC) + HERE


def today() -> date:
    """Return the day it is there."""
    return now().date()


def stamp(moment: datetime) -> str:
    """Return dd/MM/yyyy HH:mm."""
    return moment.strftime("%d/%m/%Y %H:%M")


def slashed(day: date | None) -> str:
    """Return dd/MM/yyyy, or nothing."""
    return day.strftime("%d/%m/%Y") if day else ""


def read_slashed(text: str | None) -> date | None:
    """Read dd/MM/yyyy."""
    try:
        return datetime.strptime(text or "", "%d/%m/%Y").date()  # noqa: DTZ007
    except ValueError:
        return None
