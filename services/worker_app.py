"""The worker's app, and how often a job that failed is begun again."""

import procrastinate

from services.core.errors import SystemUnavailable
from services.files.inspect import InspectorFailed
from services.runtime import connection_address

AGAIN = procrastinate.RetryStrategy(
    max_attempts=5,
    exponential_wait=2,
    retry_exceptions=[SystemUnavailable, InspectorFailed],
)

# What an owner must know is worth hours of trying: 5 s, 25 s, 2 min … 4 hours.
PATIENTLY = procrastinate.RetryStrategy(
    max_attempts=7, exponential_wait=5, retry_exceptions=[SystemUnavailable]
)

app = procrastinate.App(
    connector=procrastinate.PsycopgConnector(conninfo=connection_address())
)
