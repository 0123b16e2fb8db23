"""What a request must be before anybody acts on it: from whom, to which address, of which tenant."""

from dataclasses import dataclass

from aiohttp import web

from bot.teams.cloud import Cloud, is_among, is_local, is_loopback
from bot.teams.fields import Json, Rejected, identifier, needed
from bot.teams.inbound import tenants

FORWARDED = ("Forwarded", "X-Forwarded-For")
TEAMS = "msteams"


@dataclass(frozen=True)
class Guard:
    """`tenants` are the allowed ones in lower case, or None for local clients only (no app id)."""

    cloud: Cloud
    tenants: frozenset[str] | None

    def admit_peer(self, request: web.Request) -> None:
        """Without an app id nobody shows a token, so only this machine is let in. Raises Rejected (403)."""
        relayed = any(name in request.headers for name in FORWARDED)
        if self.tenants is None and (relayed or not is_loopback(request.remote)):
            raise Rejected(403, "without an app id only local clients are served")

    def admit_address(self, activity: Json) -> None:
        """The address that answers are posted to, with our token. Raises Rejected (400)."""
        url = needed(activity, "serviceUrl")
        if "?" in url or "#" in url or not self.known(url):
            raise Rejected(400, "serviceUrl is not an address that is served")
        if self.tenants is not None and identifier(activity, "channelId") != TEAMS:
            raise Rejected(400, "channelId is not msteams")

    def admit_tenant(self, activity: Json) -> None:
        """Whoever has a token may still be of a strange tenant. Raises Rejected (403)."""
        if self.tenants is None:
            return
        told = {tenant.lower() for tenant in tenants(activity)}
        if len(told) != 1 or not told <= self.tenants:
            raise Rejected(403, "the tenant is not allowed")

    def known(self, url: str) -> bool:
        """Whether it is Teams' own address (this machine's, without an app id): others get no token."""
        if self.tenants is None:
            return is_local(url)
        return is_among(url, self.cloud.service_hosts, self.cloud.schemes)
