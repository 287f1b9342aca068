"""The routes: the endpoint, its descriptions, the page."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import StoreError
from kg.serve import description, media, protocol
from kg.serve.answering import Reply, problem
from kg.serve.examples import examples
from kg.serve.guard import Guard
from kg.serve.pool import BusyError, Pool
from kg.serve.protocol import RefusedError
from kg.serve.settings import Settings

if TYPE_CHECKING:
    from pyoxigraph import Triple

LOG = logging.getLogger(__name__)

ENDPOINT = "/sparql"
_ASSETS = Path(__file__).with_name("assets")
#: How often the server looks whether the store has a new graph, in seconds.
LOOK = 2.0
#: Tells that an answer was cut, and at how many rows, as Virtuoso does.
CUT = "X-SPARQL-MaxRows"


class Server:
    """What the routes share."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings)

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Keep the workers while the server runs, and the graph up to date."""
        await self.pool.open()
        watch = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
            await self.pool.close()

    async def _watch(self) -> None:
        """Open the graph anew when a build has changed it."""
        while not self.settings.source.is_dir():
            await asyncio.sleep(LOOK)
            try:
                if await asyncio.to_thread(_graph_of, self.settings.source) != self.pool.run:
                    await self.pool.renew()
            except (EOFError, OSError) as error:
                LOG.warning("the store cannot be read: %s", error)

    async def sparql(self, request: Request) -> Response:
        """Answer a query, or describe the service where there is none."""
        try:
            parameters = await self._parameters(request)
            if request.method != "POST" and "query" not in parameters:
                return self._described(request)
            accept = ",".join(request.headers.getlist("accept"))
            query = protocol.query_of(parameters, accept, str(request.url.replace(query="")))
            reply = await _unless_gone(request, self.pool.ask(query))
        except RefusedError as error:
            reply = problem(error.status, error.reason)
        except BusyError:
            response = _response(problem(503, "too many queries at once; ask again"))
            response.headers["Retry-After"] = "5"
            return response
        response = _response(reply)
        if reply.cut:
            response.headers[CUT] = str(self.settings.limits.rows)
        return response

    async def _parameters(self, request: Request) -> protocol.Parameters:
        query_string: bytes = request.scope["query_string"]
        if request.method != "POST":
            return protocol.by_get(query_string)
        body = await _body(request, self.settings.limits.body)
        kinds = request.headers.getlist("content-type")
        return protocol.by_post(query_string, kinds[0] if kinds else "", body)

    def _described(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        if media.choose(accept, {**media.TRIPLES, "html": "text/html"}) == "html":
            return RedirectResponse("/", status_code=303)
        return self._service(request)

    def _service(self, request: Request) -> Response:
        endpoint = str(request.url.replace(path=ENDPOINT, query=""))
        return _graph(request, description.service(endpoint, self.pool.triples))

    async def service(self, request: Request) -> Response:
        """Describe the endpoint, to browsers too."""
        return self._service(request)

    async def void(self, request: Request) -> Response:
        """Describe the data."""
        endpoint = str(request.url.replace(path=ENDPOINT, query=""))
        counts = await asyncio.to_thread(_counts_of, self.settings.source)
        return _graph(request, description.void(endpoint, self.pool.triples, counts))


def application(settings: Settings) -> Starlette:
    """Return the server as an ASGI application."""
    server = Server(settings)
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=("GET", "HEAD", "POST", "OPTIONS"),
        allow_headers=("Accept", "Content-Type"),
        expose_headers=(CUT,),
    )
    guard = Middleware(Guard, names=settings.names, origins=settings.origins)
    return Starlette(
        routes=[
            Route(ENDPOINT, server.sparql, methods=["GET", "POST"]),
            Route(f"{ENDPOINT}/", server.sparql, methods=["GET", "POST"]),
            Route(ENDPOINT, _options, methods=["OPTIONS"]),
            Route(f"{ENDPOINT}/", _options, methods=["OPTIONS"]),
            Route("/.well-known/void", server.void),
            Route("/service", server.service),
            Route("/", _page),
            Route("/examples", _examples),
            Mount("/assets", StaticFiles(directory=_ASSETS)),
        ],
        middleware=[guard, cors],
        lifespan=server.lifespan,
    )


def _response(reply: Reply) -> Response:
    headers = {"Cache-Control": "no-cache", "Vary": "Accept"}
    kind = f"{reply.media}; charset=utf-8" if reply.media.startswith("text/") else reply.media
    return Response(reply.text.encode("utf-8", "replace"), reply.status, headers, kind)


def _graph(request: Request, triples: "Iterable[Triple]") -> Response:
    from pyoxigraph import RdfFormat, serialize

    form = media.choose(request.headers.get("accept", ""), media.TRIPLES)
    kind = RdfFormat.from_media_type(media.TRIPLES[form]) if form else None
    if kind is None:
        return _response(problem(406, f"choose one of {', '.join(media.TRIPLES.values())}"))
    prefixes = description.PREFIXES if form == "turtle" else None
    text = (serialize(triples, format=kind, prefixes=prefixes) or b"").decode()
    return _response(Reply(200, media.TRIPLES[form], text))


async def _body(request: Request, most: int) -> bytes:
    """Return the body of a request; one that is too large is not read to its end."""
    found = bytearray()
    try:
        async for part in request.stream():
            found += part
            if len(found) > most:
                raise RefusedError(413, f"the request is larger than {most} bytes")
    except ClientDisconnect:
        raise RefusedError(400, "the request ended early") from None
    return bytes(found)


async def _unless_gone(request: Request, asking: Coroutine[None, None, Reply]) -> Reply:
    """Wait for an answer as long as the client does."""
    answer = asyncio.ensure_future(asking)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait((answer, gone), return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise RefusedError(400, "the client has gone away")
        return answer.result()
    finally:
        for task in (answer, gone):
            task.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    """Wait until the client goes away; the body has been read by then."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _graph_of(source: Path) -> str:
    from kg.store import open_store

    with open_store(source) as store:
        return store.meta().get("graph_id", "")


def _counts_of(source: Path) -> description.Counted | None:
    from kg.store import open_store, streams

    if source.is_dir():
        return None
    with suppress(StoreError), open_store(source) as store:
        relations = dict(streams.triples_by_relation(store))
        return description.Counted(store.counts().entities, relations)
    return None


async def _options(request: Request) -> Response:
    return Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS, POST"})


async def _page(request: Request) -> Response:
    return FileResponse(_ASSETS / "page.html")


async def _examples(request: Request) -> Response:
    return Response(json.dumps(examples()), media_type="application/json")
