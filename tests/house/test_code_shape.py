"""Small modules, small functions, names that say what a file is about."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import lines_of, modules, told, tracked

CODE = ("services", "dvc_app", "sandbox", "commands", "manage.py", "rxconfig.py")
LONGEST_MODULE, LONGEST_TEST = 300, 500
LONGEST_FUNCTION, LONGEST_DRAWING = 40, 60
MOST_PARAMETERS = 5
MOST_HANDLERS = 15
# A page is drawn, and a journey told, from top to bottom.
DRAWING = {("dvc_app", "pages"), ("dvc_app", "components"), ("tests", "journeys")}
SAYS_NOTHING = {"service", "utils", "util", "helpers", "helper", "manager"}
SAYS_NOTHING |= {"common", "misc"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield the functions of a module, those inside others too."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Return how many lines a function takes, its decorators aside."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: Function) -> int:
    """Return how many values a caller must think of."""
    given = function.args
    names = [arg.arg for arg in [*given.posonlyargs, *given.args, *given.kwonlyargs]]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def test_a_module_holds_one_subject() -> None:
    found = []
    for path in tracked():
        is_test = path.parts[0] == "tests"
        if path.suffix != ".py" or not (is_test or path.parts[0] in CODE):
            continue
        count = len(lines_of(path))
        if count > (LONGEST_TEST if is_test else LONGEST_MODULE):
            found.append(f"{path}: {count} lines")
    assert not found, told("Split these by verb, they hold two subjects:", found)


def test_a_function_does_one_thing() -> None:
    found = []
    for path, tree in modules(*CODE, "tests"):
        longest = LONGEST_DRAWING if path.parts[:2] in DRAWING else LONGEST_FUNCTION
        for function in functions(tree):
            if length(function) > longest:
                where = f"{path}:{function.lineno}"
                found.append(f"{where}: {function.name}, {length(function)} lines")
    assert not found, told("Take a step out of these into a named function:", found)


def test_a_function_takes_few_parameters() -> None:
    found = [
        f"{path}:{function.lineno}: {function.name}, {parameters(function)}"
        for path, tree in modules(*CODE, "tests")
        for function in functions(tree)
        if parameters(function) > MOST_PARAMETERS
        and not function.name.startswith("test_")
    ]
    assert not found, told("Hand these a small frozen dataclass instead:", found)


def test_a_state_has_few_handlers() -> None:
    found = []
    for path, tree in modules("dvc_app"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef):
                continue
            handlers = [
                part
                for part in node.body
                if isinstance(part, Function) and "rx.event" in decorators(part)
            ]
            if len(handlers) > MOST_HANDLERS:
                found.append(f"{path}: {node.name}, {len(handlers)} handlers")
    assert not found, told("Split these states, as their pages are split:", found)


def decorators(function: Function) -> set[str]:
    """Return the names a function is decorated with, without their arguments."""
    calls = [
        node.func if isinstance(node, ast.Call) else node
        for node in function.decorator_list
    ]
    return {ast.unparse(call) for call in calls}


def test_a_module_says_what_it_is_about() -> None:
    found = [
        str(path)
        for path, tree in modules(*CODE, "tests")
        if (lines := lines_of(path)) and lines[0] and not ast.get_docstring(tree)
    ]
    assert not found, told("Open these with one line that says the subject:", found)


def test_no_file_has_a_name_that_says_nothing() -> None:
    code = {".py", ".jsx", ".sh"}
    found = [
        str(path) for path in tracked() if path.suffix in code and says_nothing(path)
    ]
    assert not found, told("Name these after the verb or the subject inside:", found)


def says_nothing(path: Path) -> bool:
    """Tell whether a file or one of its folders is named after nothing."""
    return bool({path.stem, *path.parts} & SAYS_NOTHING)
