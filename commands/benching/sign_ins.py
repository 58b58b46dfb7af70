"""People who look dossiers up while fifty others sign in: does anybody wait (AU-3)?

Import it only after the database is named.
"""

import asyncio
from collections import Counter
from uuid import uuid4

import httpx
from sqlmodel import select

from commands.benching import sockets
from commands.benching.figures import Timings
from commands.benching.ground import Ground
from commands.benching.visitors import CITIZEN, account_of, cookies_of, some_codes
from dvc_app import routes
from services.accounts.demonstration import demonstration_people
from services.accounts.models import Account
from services.core.clock import now
from services.runtime import run
from services.settings import settings
from services.work import SYSTEM, Work

AT_ONCE = 50
NAME = "bench.{number}@example.vn"
PATIENCE = 60.0  # seconds for one sign-in


async def sign_ins(
    ground: Ground, count: int, seconds: float
) -> tuple[Timings, Timings]:
    """Return the look-ups of others in quiet, and while fifty people sign in at once."""
    password = _make_people()
    cookies, codes = cookies_of(CITIZEN, count), some_codes(100)
    asked = Counter[int]()

    def look_up(who: int) -> sockets.Ask:
        asked[who] += 1
        code = codes[(who * 29 + asked[who]) % len(codes)]
        answer = f'"code": "{code}"'
        return sockets.Ask(sockets.LOAD, routes.LOOK_UP, {"ma": code}, answer)

    async with sockets.tabs(ground.portal.url, routes.LOOK_UP, cookies) as people:
        await sockets.keep_asking(people, 1, look_up)
        quiet = await sockets.keep_asking(people, seconds, look_up)
        signing = asyncio.create_task(_sign_in_again_and_again(ground, password))
        busy = await sockets.keep_asking(people, seconds, look_up)
        signing.cancel()
        await asyncio.gather(signing, return_exceptions=True)
    return quiet, busy


async def _sign_in_again_and_again(ground: Ground, password: str) -> None:
    url = ground.portal.url
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as client:

        async def sign_in(number: int) -> None:
            while True:
                answer = await client.post(
                    routes.API_SIGN_IN,
                    data={"name": NAME.format(number=number), "password": password},
                    headers={
                        "Origin": url,
                        "Accept": "application/json",
                        "Cookie": f"dvc=bench-{number}-{uuid4().hex}",
                    },
                )
                answer.raise_for_status()

        await asyncio.gather(*(sign_in(number) for number in range(AT_ONCE)))


def _make_people() -> str:
    """Give fifty people the demonstration citizen's password, and return it."""
    secret = settings().secret.get_secret_value().encode()
    people = {one.sign_in: one for one in demonstration_people(secret)}

    def make(work: Work) -> None:
        kept = account_of(work.session, CITIZEN).password_hash
        for number in range(AT_ONCE):
            email = NAME.format(number=number)
            known = select(Account.id).where(Account.email == email)
            if work.session.exec(known).first() is None:
                work.session.add(
                    Account(
                        full_name=f"Bench {number}",
                        email=email,
                        password_hash=kept,
                        created_at=now(),
                    )
                )

    run(SYSTEM, make)
    return people[CITIZEN].password
