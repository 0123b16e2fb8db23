"""A bare echo bot on the stock SDK: botbuilder-core's own adapter, own JSON, own connector client.

`python -m bench.stock PORT`. The host around it is as small as aiohttp allows.
"""

import asyncio
import sys

from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity
from botframework.connector.auth import BotFrameworkAuthenticationFactory

from bench.processes import listen


def application() -> web.Application:
    adapter = CloudAdapterBase(BotFrameworkAuthenticationFactory.create())

    async def echo(context: TurnContext) -> None:
        await context.send_activity(f"Du skrev: {context.activity.text}")

    async def messages(request: web.Request) -> web.Response:
        activity = Activity().deserialize(await request.json())
        await adapter.process_activity(request.headers.get("Authorization", ""), activity, echo)
        return web.Response(status=201)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app


if __name__ == "__main__":
    asyncio.run(listen(application(), int(sys.argv[1])))
