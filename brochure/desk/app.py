"""The web server's side: its requests to an `Ask`, an `Answer` to its responses. Nothing else.

The gate stands before the table of routes, and every answer has its headers.
"""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route as ServerRoute

from brochure._startup.records import replace
from brochure.desk.exchange import Answer, Ask, AskError, said
from brochure.desk.gate import ALWAYS, Need, host_refusal, refusal
from brochure.desk.office import Office
from brochure.desk.pages import enter_page, plain_page
from brochure.desk.routes import ROUTES, Route, find, of_method

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]

BODY_SECONDS = 20.0
"""How long a body may take to arrive."""
LOOK_EVERY, WAIT_MOST = 0.25, 25.0
"""Seconds between two looks of a route that waits, and until it answers that nothing changed."""
FOLDER_EVERY = 1.5
"""Seconds between two looks at the folder while a page is open."""
TRY_SECONDS = 0.3
"""How long handouts are tried at each look."""
PAGE_SECONDS = 60.0
"""A page that has not been heard of for so long is closed."""


class Desk:
    """The application: one endpoint for every path."""

    def __init__(
        self,
        office: Office,
        hosts: frozenset[str],
        routes: Sequence[Route] = ROUTES,
        *,
        body_seconds: float = BODY_SECONDS,
        wait_most: float = WAIT_MOST,
    ) -> None:
        """Take what all requests share, and the names that this machine is asked by."""
        self.office = office
        self.hosts = hosts
        self.routes = routes
        self.body_seconds = body_seconds
        self.wait_most = wait_most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        ask = ask_of(request)
        with suppress(ClientDisconnect):
            answer = await self.answer(ask, request)
            await response(answer, ask.method)(scope, receive, send)

    async def answer(self, ask: Ask, request: Request) -> Answer:
        """Return the answer to a request: refusals and faults are answers, too."""
        try:
            return await self._answer(ask, request)
        except AskError as error:
            return refused(ask, error, self.office)
        except ClientDisconnect:
            raise
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return refused(ask, AskError(500, "fault"), self.office)

    async def _answer(self, ask: Ask, request: Request) -> Answer:
        found = host_refusal(ask, self.hosts)
        if found:
            raise AskError(found.status, found.key)
        rights = self.office.door.rights(ask.cookie(self.office.door.cookie))
        routes = find(ask.path, self.routes)
        pair = of_method(routes, ask.method)
        route, parts = pair or (None, {})
        need = route.need if route else Need()
        found = refusal(ask, need, rights)
        if found and (route or found.status == 401):
            raise AskError(found.status, found.key)
        if route is None:
            raise AskError(405 if routes else 404, "not-found")
        body = await self._body(request, need.limit) if route.method == "POST" else b""
        ask = replace(ask, body=body, parts=parts, rights=rights)
        return await self._waited(route, ask) if route.waits else await self._run(route, ask)

    async def _run(self, route: Route, ask: Ask) -> Answer:
        answer = await run_in_threadpool(route.handler, self.office, ask)
        return answer or said({})

    async def _waited(self, route: Route, ask: Ask) -> Answer:
        """Ask a waiting route again and again, without a thread, until it has an answer."""
        left = self.wait_most
        while left > 0:
            answer = route.handler(self.office, ask)
            if answer:
                return answer
            await asyncio.sleep(LOOK_EVERY)
            left -= LOOK_EVERY
        return said({"version": self.office.library.version, "closing": False})

    async def _body(self, request: Request, limit: int) -> bytes:
        """Return the body; raise AskError if it is larger than its route allows, or too slow."""
        chunks, size = [], 0
        try:
            async with asyncio.timeout(self.body_seconds):
                async for chunk in request.stream():
                    size += len(chunk)
                    if size > limit:
                        raise AskError(413, "too-large")
                    chunks.append(chunk)
        except TimeoutError:
            raise AskError(408, "too-slow") from None
        return b"".join(chunks)


def ask_of(request: Request) -> Ask:
    """Return a request's facts, its body not yet read."""
    headers = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in request.scope["headers"]
    )
    address = request.client.host if request.client else ""
    query = dict(request.query_params)
    return Ask(request.method, request.scope["path"], headers, query, address=address)


def refused(ask: Ask, error: AskError, office: Office) -> Answer:
    """Return a refusal: a page to who opened one, else its key and facts in JSON."""
    if "text/html" in ask.header("accept") and not ask.path.startswith("/api/"):
        if error.status == 401 and office.network:
            return enter_page(ask)
        return plain_page(
            ask, error.key, error.status, "no-key-help" if error.status == 401 else ""
        )
    return said({"error": error.key, **error.facts}, error.status)


def response(answer: Answer, method: str) -> Response:
    """Return the server's response: the body of a HEAD is left out, its length stays."""
    headers = dict(ALWAYS)
    headers |= {"Content-Type": answer.kind, "Cache-Control": answer.keep, **dict(answer.headers)}
    if method == "HEAD":
        return Response(None, answer.status, {**headers, "Content-Length": f"{len(answer.body)}"})
    return Response(answer.body, answer.status, headers)


def application(desk: Desk) -> Starlette:
    """Return the application that a server runs; it looks after the folder while it does."""

    @asynccontextmanager
    async def watching(app: Starlette) -> AsyncIterator[None]:
        del app
        task = asyncio.create_task(look_after(desk.office))
        yield
        desk.office.closing.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    route = ServerRoute("/{path:path}", endpoint=desk)
    return Starlette(routes=[route], lifespan=watching)


async def look_after(office: Office) -> None:
    """Look at the folder while a page is open, so that it hears of changes."""
    while True:
        if office.idle() < PAGE_SECONDS:
            await run_in_threadpool(office.look, TRY_SECONDS)
        await asyncio.sleep(FOLDER_EVERY)
