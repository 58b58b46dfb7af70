"""Logs: one JSON line a fact, without anything a person typed or carries (PII-1)."""

import logging
import re
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

OURS = ("dvc_app", "services", "commands", "sandbox")
# These build their messages from payloads, cookies, tokens and job arguments:
# of them only the place in the code is kept.
SILENT = (
    "reflex",
    "socketio",
    "engineio",
    "granian.access",
    "procrastinate",
    "asyncio",
)
# Named here, they are not given handlers of their own when the server is made.
NEVER = ("granian.access", "engineio.server", "socketio.server")
FIELDS = frozenset(
    {"timestamp", "level", "logger", "event", "place", "error", "frames"}
    | {"incident", "outcome", "reason", "host", "path", "status", "milliseconds"}
    | {"correlation_id"}
)
OUR_OWN = ("timestamp", "correlation_id", "place")  # made here, never typed
LONGEST_TEXT, MOST_FRAMES, MOST_CAUSES = 200, 5, 3

SECRETS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[email]"),
    (
        re.compile(
            r"(?i)\b(pass\w*|pwd|mat.?khau|token|cookie|otp|secret|authorization"
            r"|bearer|session|api.?key)\b(\W{1,4})\S+"
        ),
        r"\1\2[secret]",
    ),
    (re.compile(r"(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}|[\w-]{32,}"), "[token]"),
    (re.compile(r"\+?\d(?:[ .-]?\d){5,}"), "[number]"),
)


def configure_logs(stream: TextIO | None = None) -> None:
    """Send every logger of the process through the allow-list and the redactor."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter())
    _take_over()
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in NEVER:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)


def _formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=FIELDS),
        ],
        processors=[
            _describe,
            keep_allowed,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False, default=_kind),
        ],
    )


def _take_over() -> None:
    """Take away the handlers that libraries gave themselves; the root's do it all."""
    for name in list(logging.root.manager.loggerDict):
        known = logging.getLogger(name)
        known.handlers.clear()
        known.propagate = True
    logging.root.handlers = [
        kept
        for kept in logging.root.handlers
        if type(kept) is not logging.StreamHandler
    ]


def redact(text: str) -> str:
    """Return the text without numbers of persons, addresses, secrets and codes."""
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


def keep_allowed(
    logger: WrappedLogger, method: str, event: EventDict
) -> Mapping[str, Any]:
    """Drop what is not on the list; shorten and redact what is (Any: log values)."""
    return {
        name: redact(value[: 2 * LONGEST_TEXT])[:LONGEST_TEXT]
        if isinstance(value, str) and name not in OUR_OWN
        else value
        for name, value in event.items()
        if name in FIELDS
    }


def _describe(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Say where it happened; of an error its kind and place, never its text."""
    record: logging.LogRecord = event["_record"]
    if record.name.startswith(SILENT):
        event["event"] = "framework"
    event["place"] = f"{record.module}:{record.lineno}"
    told = event.pop("exc_info", None)
    error = told[1] if isinstance(told, tuple) else told
    if isinstance(error, BaseException):
        event["error"] = " < ".join(_kinds(error))
        event["frames"] = _frames(error.__traceback__)
    return event


def _kinds(error: BaseException) -> list[str]:
    kinds: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(kinds) < MOST_CAUSES:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    return kinds


def _frames(trace: TracebackType | None) -> list[str]:
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "")
        places.append(f"{module}:{trace.tb_lineno} {code.co_name}"[:90])
        trace = trace.tb_next
    return places[-MOST_FRAMES:]


def _kind(value: object) -> str:
    return type(value).__name__
