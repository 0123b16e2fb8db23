"""POST /api/messages: one activity in, its answers out, and an HTTP status that tells the truth.

Our own endpoint over the SDK's `process_activity`: the stock one answers every invoke, and every
bad request, with HTTP 500.
"""

import traceback
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter

import structlog
from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.core.invoke_response import InvokeResponse
from botbuilder.schema import Activity, ActivityTypes, ConversationAccount

from bot.edges import Listener
from bot.teams.body import read_json
from bot.teams.exchange import Exchange, place_of
from bot.teams.fields import Json, Rejected, identifier, needed
from bot.teams.filereplies import Files
from bot.teams.guard import Guard
from bot.teams.inbound import Inbound
from bot.turn import MEETING, Incoming, Outcome

log = structlog.get_logger("helsebot.teams")


@dataclass(frozen=True)
class Endpoint:
    """The handler of POST /api/messages for one listener."""

    adapter: CloudAdapterBase
    guard: Guard
    inbound: Inbound
    listener: Listener
    files: Files

    async def handle(self, request: web.Request) -> web.Response:
        try:
            self.guard.admit_peer(request)
            activity = await read_json(request)
            self.guard.admit_address(activity)
            origin = str(request.url.origin())
            return await self._process(request.headers.get("Authorization", ""), activity, origin)
        except Rejected as refused:
            log.info("request.refused", status=refused.status, reason=refused.reason)
            return web.json_response({"error": refused.reason}, status=refused.status)
        except Exception as fault:
            _log_fault("request.fault", None, fault)
            return web.json_response({"error": "fault"}, status=500)

    async def _process(self, token: str, activity: Json, origin: str) -> web.Response:
        turn = partial(self._turn, activity, origin)
        answer = await self.adapter.process_activity(token, _sdk_activity(activity), turn)
        if answer is None:
            return web.Response(status=200)
        if answer.body is None:
            return web.Response(status=int(answer.status))
        return web.json_response(answer.body, status=int(answer.status))

    async def _turn(self, activity: Json, origin: str, context: TurnContext) -> None:
        self.guard.admit_tenant(activity)
        incoming = self.inbound.read(activity)
        if incoming is None:
            return
        began = perf_counter()
        connector = context.turn_state[CloudAdapterBase.BOT_CONNECTOR_CLIENT_KEY]
        files = replace(self.files, origin=origin)
        exchange = Exchange(incoming, place_of(activity, incoming), connector, files)
        body = await self._converse(incoming, exchange)
        if incoming.wants_body or incoming.filsvar:
            await _respond(context, body)
        ms = round((perf_counter() - began) * 1000)
        log.info("turn", turn=incoming.activity_id, kind=incoming.kind.value, ms=ms)

    async def _converse(self, incoming: Incoming, exchange: Exchange) -> Json:
        try:
            async with exchange.typing():
                outcome = await self.listener.handle(incoming)
        except Exception as fault:
            _log_fault("turn.fault", incoming.activity_id, fault)
            return {} if incoming.kind in MEETING else await exchange.apologise()
        if incoming.kind in MEETING:
            outcome = replace(outcome, replies=())
        body, sent = await exchange.answer(outcome)
        if sent and outcome.stored_under is not None:
            await self._mark(incoming, outcome)
        return body

    async def _mark(self, incoming: Incoming, outcome: Outcome) -> None:
        try:
            await self.listener.sent(outcome)
        except Exception as fault:
            _log_fault("turn.not_marked", incoming.activity_id, fault)


def _sdk_activity(activity: Json) -> Activity:
    """The little of it that the SDK looks at. Its own reading of all the rest fails on strange JSON."""
    return Activity(
        type=needed(activity, "type"),
        id=identifier(activity, "id"),
        channel_id=identifier(activity, "channelId"),
        service_url=needed(activity, "serviceUrl"),
        conversation=ConversationAccount(),
    )


async def _respond(context: TurnContext, body: Json) -> None:
    """Leaves the invoke's answer where `process_activity` looks for it; without one it says 501."""
    response = Activity(type=ActivityTypes.invoke_response, value=InvokeResponse(200, body))
    await context.adapter.send_activities(context, [response])


def _log_fault(event: str, turn: str | None, fault: Exception) -> None:
    """Where it went wrong, without the message: that may hold what somebody wrote."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{frame.filename}:{frame.lineno}"
    log.error(event, turn=turn, error=type(fault).__name__, where=where)
