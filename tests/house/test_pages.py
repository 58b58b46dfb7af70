"""Every page and every handler is named, open to somebody, and safely made."""

import ast
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

from reflex_base.registry import RegisteredEventHandler, RegistrationContext

import dvc_app.state
from dvc_app import routes
from dvc_app.dvc_app import PAGES
from dvc_app.walls import policy
from tests.house.sources import lines_of, modules, told, tracked

TEXT_FIELDS = {"rx.el.input", "rx.el.textarea", "rx.input", "rx.text_area"}
# What holds no text, or text nobody types.
UNTYPED = {"hidden", "radio", "checkbox", "button", "submit", "reset"}
# A toast needs eval; a script of ours in a string too; the framework's upload
# and shared states know nothing of who may do what (reliability FW-1, FW-7).
UNSAFE = {
    "toast",
    "call_script",
    "run_script",
    "call_function",
    "upload",
    "upload_files",
    "get_upload_dir",
    "get_upload_url",
    "SharedState",
}


def handlers() -> Iterator[tuple[str, RegisteredEventHandler]]:
    """Yield our own event handlers, by the name a browser calls them."""
    for found in pkgutil.walk_packages(dvc_app.state.__path__, "dvc_app.state."):
        importlib.import_module(found.name)
    for name, handler in RegistrationContext.get().event_handlers.items():
        if handler.handler.fn.__module__.startswith("dvc_app"):
            yield name, handler


def elements(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield the text fields a module draws: `rx.el.input` and `rx.el.textarea`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TEXT_FIELDS:
            yield node


def is_bound(element: ast.Call) -> bool:
    """Tell whether the state writes into what a person types."""
    given = {word.arg: word.value for word in element.keywords if word.arg}
    kind = given.get("type")
    is_typed = not isinstance(kind, ast.Constant) or kind.value not in UNTYPED
    return "value" in given and is_typed


def test_every_page_has_a_title() -> None:
    mute = [page.route for page in PAGES if not page.title.strip()]

    assert not mute, told("Give these pages a TITLE in the wording:", mute)


def test_every_page_has_a_route_of_its_own() -> None:
    counted = Counter(page.route for page in PAGES)
    twice = [route for route, count in counted.items() if count > 1]

    assert not twice, told("These routes open two pages:", twice)


def test_every_route_is_written_in_routes() -> None:
    known = {value for name, value in vars(routes).items() if name.isupper()}
    strays = [page.route for page in PAGES if page.route not in known]

    assert not strays, told("Write these paths in dvc_app/routes.py:", strays)


def test_every_handler_says_who_may_call_it() -> None:
    found = dict(handlers())
    mute = [name for name, handler in found.items() if not policy.audience(handler)]

    assert found, "No handler was found: the registry moved"
    assert not mute, told(
        "Put @allow(Who.…) directly under @rx.event, or begin the name with _:", mute
    )


def test_nothing_of_the_framework_is_called_but_what_pages_need() -> None:
    open_to_all = {
        name
        for name, handler in RegistrationContext.get().event_handlers.items()
        if policy.is_framework(name, handler)
    }

    assert {name.rpartition(".")[2] for name in open_to_all} <= policy.FRAMEWORK_EVENTS
    assert not any("setvar" in name for name in open_to_all)


def test_no_text_field_is_bound_to_state() -> None:
    found = [
        f"{path}:{element.lineno}"
        for path, tree in modules("dvc_app")
        for element in elements(tree)
        if is_bound(element)
    ]
    assert not found, told(
        "Use default_value: a bound field spoils Vietnamese typing (R7):", found
    )


def test_the_search_for_bound_fields_sees_one() -> None:
    tree = ast.parse('rx.el.input(value=S.x)\nrx.el.input(type="hidden", value=S.x)')

    assert [is_bound(element) for element in elements(tree)] == [True, False]


def test_unsafe_parts_of_the_framework_are_not_used() -> None:
    found = [
        f"{path}:{node.lineno}: rx.{node.attr}"
        for path, tree in modules("dvc_app")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in UNSAFE
        and getattr(node.value, "id", "") == "rx"
    ]
    assert not found, told(
        "Say it in the live region, send files through our own routes:", found
    )


def test_no_markup_is_made_of_text() -> None:
    found = [
        f"{path}:{number}"
        for path in tracked()
        if path.parts[0] == "dvc_app" and path.suffix in (".py", ".jsx")
        for number, line in enumerate(lines_of(path), 1)
        if "dangerously" in line or "innerHTML" in line or "eval(" in line
    ]
    assert not found, told("Draw these with elements:", found)
