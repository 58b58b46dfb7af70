"""Hostile envelopes (corpus B8): what is sent, and why it goes no further."""

import json
from dataclasses import dataclass
from typing import Any

STATE = "reflex___state____state"
APP = f"{STATE}.dvc_app___state___base____app_state"
TELL = f"{APP}.tell"
DEVICES = f"{APP}.dvc_app___state___citizen___devices____devices_state"
END = f"{DEVICES}.end"
SEARCH = f"{APP}.dvc_app___state___public___home____home_state.search"
STORAGE = f"{STATE}.reflex___state____update_vars_internal_state.update_vars_internal"
HYDRATE = f"{STATE}.hydrate_and_load"
CRASHED = (
    f"{STATE}.reflex___state____frontend_event_exception_state"
    ".handle_frontend_exception"
)
GOOD = {"text": "hostile", "kind": "info"}
HALF = "\ud800"
SECRETS = {  # 30 values that no log may hold
    "password": "cầu-vồng-bảy-sắc-K9",
    "matkhau": "Mat@Khau#2026",
    "otp": "604213",
    "citizen_id": "999190000777",
    "spaced_id": "999 190 000 777",
    "phone": "0900000777",
    "spaced_phone": "0900 000 777",
    "foreign_phone": "+84900000777",
    "email": "bi.mat@example.vn",
    "name": "Vi Thị Bí Mật",
    "address": "Tổ 77 phường Bí Mật",
    "cookie": "dvc=PlantedCookieValue00000000000001",
    "token": "11111111-7777-4777-8777-777777777777",
    "bearer": "Bearer eyJhbGciOiJIUzI1NiJ9.planted.value",
    "card": "9704 0000 0000 0777",
    "account": "190000000777",
    "tax": "4600000777",
    "birth": "07/07/1977",
    "passport": "C7777777",
    "plate": "20A-777.77",
    "dossier": "H55.777-260707-0777",
    "key": "sk_planted_0123456789abcdef",
    "hash": "deadbeefdeadbeefdeadbeefdeadbeef",
    "note": "con tôi bị bệnh bí mật",
    "url": "https://example.vn/?token=planted777",
    "sql": "'; drop table account; --planted",
    "html": "<script>planted</script>",
    "crlf": "planted\r\nlevel=info forged=1",
    "nul": "planted\x00nul",
    "half": f"planted{HALF}half",
}


@dataclass(frozen=True)
class Case:
    """One hostile message, and what it must come to."""

    id: str
    sent: Any  # an envelope, or a whole packet when `is_raw`; Any: hostile
    reason: str = ""  # of the one audit row; "": nothing to write down
    is_raw: bool = False
    ends_socket: bool = False  # that of the sender, nobody else's


def _event(name: Any, payload: Any = None, **more: Any) -> dict[str, Any]:
    return {"name": name, "payload": {} if payload is None else payload} | more


def _route(**route: Any) -> dict[str, Any]:
    return _event(TELL, GOOD, router_data=route)


def _packet(*parts: Any) -> str:
    return "42/_event," + json.dumps(list(parts))


def _deep(depth: int) -> Any:
    value: Any = "deep"
    for _ in range(depth):
        value = [value]
    return value


UNKNOWN, DENIED, SHAPE = "event:unknown", "event:denied", "event:shape"
ENVELOPE, PACKET = "event:envelope", "event:packet"

CASES = (
    # Names
    Case("unknown handler", _event(f"{APP}.no_such", SECRETS), UNKNOWN),
    Case("unknown state", _event("a.b.c", SECRETS), UNKNOWN),
    Case("empty name", _event("", SECRETS), UNKNOWN),
    Case("setvar of the root", _event(f"{STATE}.setvar", ["x", 1]), ENVELOPE),
    Case("setvar of ours", _event(f"{APP}.setvar", {"var_name": "person"}), DENIED),
    Case("setter of a var", _event(f"{APP}.set_person", {"value": "x"}), UNKNOWN),
    Case("private method", _event(f"{APP}._run", {}), UNKNOWN),
    Case("private helper", _event(f"{APP}._actor", {}), UNKNOWN),
    Case("dunder", _event(f"{APP}.__init__", {}), UNKNOWN),
    Case("dunder of a dunder", _event(f"{APP}.__class__.__base__", {}), UNKNOWN),
    Case("framework method", _event(f"{APP}.reset", {}), UNKNOWN),
    Case("framework getter", _event(f"{APP}.get_state", {}), UNKNOWN),
    Case("page's own error", _event(CRASHED, SECRETS), DENIED),
    Case("frontend-only name", _event("_call_function", {"function": "x"}), UNKNOWN),
    Case("name of a list", _event([TELL], GOOD), ENVELOPE),
    Case("name of a number", _event(7, GOOD), ENVELOPE),
    Case("no name", {"payload": GOOD}, ENVELOPE),
    Case("name too long", _event("a" * 5000, GOOD), ENVELOPE),
    Case("name with a half character", _event(TELL + HALF, GOOD), ENVELOPE),
    Case("name with a line break", _event(TELL + "\r\nforged=1", GOOD), UNKNOWN),
    # Arguments
    Case("missing argument", _event(TELL, {"text": "x"}), SHAPE),
    Case("no arguments at all", {"name": TELL}, SHAPE),
    Case("extra argument", _event(TELL, GOOD | {"more": 1}), SHAPE),
    Case("self as an argument", _event(TELL, GOOD | {"self": {}}), SHAPE),
    Case("number for a text", _event(TELL, GOOD | {"text": 7}), SHAPE),
    Case("true for a text", _event(TELL, GOOD | {"text": True}), SHAPE),
    Case("nothing for a text", _event(TELL, GOOD | {"text": None}), SHAPE),
    Case("list for a text", _event(TELL, GOOD | {"text": ["x"]}), SHAPE),
    Case("mapping for a text", _event(TELL, GOOD | {"text": {"x": 1}}), SHAPE),
    Case("NaN for a text", _event(TELL, GOOD | {"text": float("nan")}), SHAPE),
    Case("infinity for a text", _event(TELL, GOOD | {"text": float("inf")}), SHAPE),
    Case("text for a form", _event(SEARCH, {"form": "x"}), SHAPE),
    Case("list for a form", _event(SEARCH, {"form": [["a", "b"]]}), SHAPE),
    Case("number in a form", _event(SEARCH, {"form": {"q": 1}}), SHAPE),
    Case("form in a form", _event(SEARCH, {"form": {"q": {"q": "x"}}}), SHAPE),
    Case(
        "entries that are none",
        _event(SEARCH, {"form": {"__reflex_form_data__": [1, 2]}}),
        SHAPE,
    ),
    Case("half character", _event(TELL, GOOD | {"text": HALF}), SHAPE),
    Case("NUL", _event(TELL, GOOD | {"text": "a\x00b"}), SHAPE),
    Case("turning mark", _event(TELL, GOOD | {"text": "a\u202eb"}), SHAPE),
    Case("long text", _event(TELL, GOOD | {"text": "a" * 10_001}), SHAPE),
    Case(
        "many items", _event(SEARCH, {"form": {str(n): "" for n in range(999)}}), SHAPE
    ),
    Case("depth 7", _event(TELL, GOOD | {"text": _deep(7)}), SHAPE),
    Case("depth 900", _event(TELL, GOOD | {"text": _deep(900)}), SHAPE),
    Case("number too large", _event(TELL, {"text": 2**60, "kind": ""}), SHAPE),
    Case("list for the payload", _event(TELL, ["x", "info"]), ENVELOPE),
    Case("text for the payload", _event(TELL, "x"), ENVELOPE),
    Case("nothing for the payload", {"name": TELL, "payload": None}, ENVELOPE),
    # Storage of the browser, and the framework's own events
    Case("storage of a var", _event(STORAGE, {"vars": "x"}), SHAPE),
    Case("storage without vars", _event(STORAGE, {}), SHAPE),
    Case("storage too deep", _event(STORAGE, {"vars": {"a": _deep(9)}}), SHAPE),
    Case("hydrate with more", _event(HYDRATE, {"state": "x"}), SHAPE),
    Case("hydrate with a half", _event(HYDRATE, {"vars": {"a": HALF}}), SHAPE),
    # The envelope
    Case("string instead of an object", json.dumps(_event(TELL, GOOD)), ENVELOPE),
    Case("list instead of an object", [_event(TELL, GOOD)], ENVELOPE),
    Case("number instead of an object", 7, ENVELOPE),
    Case("nothing instead of an object", None, ENVELOPE),
    Case("text for the route", _event(TELL, GOOD, router_data="x"), ENVELOPE),
    Case("list for the route", _event(TELL, GOOD, router_data=[]), ENVELOPE),
    Case("foreign path", _route(pathname="https://example.net/"), ENVELOPE),
    Case("path of a mapping", _route(pathname={"a": 1}), ENVELOPE),
    Case("path with NUL", _route(pathname="/a\x00"), ENVELOPE),
    Case("query of a list", _route(pathname="/", query=["a"]), ENVELOPE),
    Case("query of numbers", _route(pathname="/", query={"a": 1}), ENVELOPE),
    Case("query with a half", _route(pathname="/", query={"a": HALF}), ENVELOPE),
    Case("forged headers", _route(headers={"cookie": "dvc=x"}), ENVELOPE),
    Case("forged token", _route(token=SECRETS["token"]), ENVELOPE),
    Case("forged address", _route(ip="203.0.113.1"), ENVELOPE),
    # Packets
    Case("packet of another name", _packet("evil", SECRETS), PACKET, True),
    Case("packet named connect", _packet("connect", {"a": 1}, {}), PACKET, True),
    Case("packet named disconnect", _packet("disconnect"), PACKET, True),
    Case("packet without an event", _packet("event"), PACKET, True),
    Case("packet with two events", _packet("event", {}, {}), PACKET, True),
    Case("packet of a number", _packet(7, SECRETS), PACKET, True),
    Case("packet of nothing", _packet(None), PACKET, True),
    Case("packet of a method", _packet("event_", {}), PACKET, True),
    Case("page's own report", _packet("client_error", SECRETS), "", True),
    Case("mapping as a packet", "42/_event," + json.dumps(SECRETS), "", True),
    Case("broken JSON", '42/_event,["event",{"name":', "", True),
    Case("depth 30,000", "42/_event," + "[" * 30_000 + "]" * 30_000, "", True),
    Case("unknown packet type", "49/_event,[]", "", True),
    Case("another namespace", '42/admin,["event",{}]', "", True),
    Case("second connection", '40/_event,{"token":"x"}', "", True),
    Case(
        "64 KB and one", "42/_event," + "a" * (65_537 - 10), "", True, ends_socket=True
    ),
    Case("depth 200,000", "42/_event," + "[" * 200_000, "", True, ends_socket=True),
)
