"""The wiring of the room itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiohttp import web
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botframework.connector.auth import ChannelValidation

from bot.documents.writer import Writer
from bot.domain.ports import Clock
from bot.edges import DocumentWriter, FileFetcher, Listener, Roster
from bot.settings import Settings
from bot.teams.authentication import ChannelTokens, RoomAuthentication
from bot.teams.cloud import PUBLIC, Cloud
from bot.teams.delivery import Delivery
from bot.teams.endpoint import Endpoint
from bot.teams.filereplies import Files
from bot.teams.files import TeamsFiles
from bot.teams.guard import Guard
from bot.teams.http import Http
from bot.teams.inbound import Inbound
from bot.teams.keys import OpenIdKeys
from bot.teams.localfiles import LocalFiles
from bot.teams.poster import TeamsPoster
from bot.teams.roster import TeamsRoster
from bot.teams.sender import SECONDS, Sender
from bot.teams.tokens import Fetch, MsalSource, Tokens
from bot.varsling.poster import CardPoster, Poster

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = structlog.get_logger("helsebot.teams")


class CannotStart(Exception):
    """The settings do not add up. The text is one sentence in Norwegian for who starts the bot."""


@dataclass(frozen=True)
class TeamsRoom:
    """What the rest of the program sees. `fetcher` fetches files dropped in a chat, `poster` sends what
    answers nothing, `cards` what is changed in place, `roster` knows the speaker's e-mail.
    """

    adapter: CloudAdapterBase
    guard: Guard
    inbound: Inbound
    fetcher: FileFetcher
    poster: Poster
    cards: CardPoster
    roster: Roster
    http: Http
    files: Files

    def handler(self, listener: Listener) -> Handler:
        """The aiohttp handler of POST /api/messages."""
        return Endpoint(self.adapter, self.guard, self.inbound, listener, self.files).handle

    def file_handler(self, listener: Listener) -> Handler | None:
        """The aiohttp handler of GET /fil/{token}; None where there is an app id."""
        return self.files.local.handler(listener) if self.files.local else None

    async def close(self) -> None:
        await self.http.close()


def build(
    settings: Settings,
    clock: Clock,
    *,
    cloud: Cloud = PUBLIC,
    fetch_token: Fetch | None = None,
    writer: DocumentWriter | None = None,
    send_seconds: float = SECONDS,
) -> TeamsRoom:
    """The room for these settings. Raises CannotStart.

    The rest is for tests: which hosts are Microsoft's, what asks for a token (MSAL if None), and
    how long a send may take.
    """
    _check(settings)
    http = Http()
    local = not settings.app_id
    if local:
        log.warning("teams.local_only", why="HELSEBOT_APP_ID is not set")
    tokens = None if local else Tokens(fetch_token or _msal(settings, cloud))
    checks = None if local else ChannelTokens(settings.app_id, _keys(cloud, http))
    tenants = None if local else frozenset(t.lower() for t in settings.allowed_tenants)
    sender, guard = Sender(http.session, tokens, send_seconds), Guard(cloud, tenants)
    poster = TeamsPoster(sender, guard, send_seconds)
    writing = writer or Writer()
    return TeamsRoom(
        adapter=CloudAdapterBase(RoomAuthentication(checks, sender)),
        guard=guard,
        inbound=Inbound(clock, trust_time=local),
        fetcher=TeamsFiles(http.session, cloud.file_hosts, local),
        poster=poster,
        cards=poster,
        roster=TeamsRoster(http.session, tokens),
        http=http,
        files=Files(
            Delivery(http.session, writing, cloud.file_hosts, local),
            LocalFiles(writing, guard) if local else None,
        ),
    )


def _check(settings: Settings) -> None:
    if not settings.app_id:
        return
    if not settings.allowed_tenants:
        raise CannotStart("HELSEBOT_TENANTS er tom: oppgi leietakeren (tenant-id) som skal slippes inn.")
    if not settings.app_secret.get_secret_value():
        raise CannotStart("HELSEBOT_APP_SECRET mangler: uten den får ikke boten svart.")


def _msal(settings: Settings, cloud: Cloud) -> MsalSource:
    """New bots are registered in one tenant and get their token there: the first that is allowed."""
    home = next(part.strip() for part in settings.tenants.split(",") if part.strip())
    secret = settings.app_secret.get_secret_value()
    return MsalSource(settings.app_id, secret, f"{cloud.login_url}/{home}", cloud.scope)


def _keys(cloud: Cloud, http: Http) -> OpenIdKeys:
    """The SDK's own setting for the address of the keys is heeded."""
    return OpenIdKeys(ChannelValidation.open_id_metadata_endpoint or cloud.openid_url, http.get_json)
