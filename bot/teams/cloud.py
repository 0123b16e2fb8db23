"""Which addresses the room trusts: Microsoft's own, as data, and loopback while there is no app id."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit


@dataclass(frozen=True)
class Cloud:
    """One Microsoft cloud. An entry that begins with a dot covers every host under it, any other
    is that host alone. A token is issued by, and checked against, one cloud only.
    """

    openid_url: str
    login_url: str
    scope: str
    service_hosts: tuple[str, ...]
    file_hosts: tuple[str, ...]
    schemes: tuple[str, ...] = ("https",)


# Service hosts: those of Microsoft's own Teams SDK for the public cloud and GCC (teams.ts,
# cloud-environment), and the Bot Framework's. `trafficmanager.net` is open to every Azure
# customer, so only two names under it are Microsoft's connector. Sovereign clouds (gov, DoD,
# China) have issuers, keys and scopes of their own and would be another Cloud.
PUBLIC = Cloud(
    openid_url="https://login.botframework.com/v1/.well-known/openidconfiguration",
    login_url="https://login.microsoftonline.com",
    scope="https://api.botframework.com/.default",
    service_hosts=(
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        ".botframework.com",
        ".teams.microsoft.com",
    ),
    file_hosts=(".sharepoint.com", ".svc.ms"),
)


def is_loopback(host: str | None) -> bool:
    """True for localhost, 127.0.0.0/8 and ::1, written as a plain name or address."""
    if host == "localhost":
        return True
    try:
        address = ip_address(host or "")
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def is_among(url: str, hosts: tuple[str, ...], schemes: tuple[str, ...] = ("https",)) -> bool:
    """True where the address goes to one of the hosts, without a name, password or odd port in it."""
    parts = _parts(url)
    if parts is None or parts.scheme not in schemes:
        return False
    if parts.scheme == "https" and parts.port not in (None, 443):
        return False
    return any(_covers(entry, parts.hostname or "") for entry in hosts)


def is_local(url: str) -> bool:
    """True for an http(s) address on this machine."""
    parts = _parts(url)
    return parts is not None and parts.scheme in ("http", "https") and is_loopback(parts.hostname)


def _parts(url: str) -> SplitResult | None:
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return None if parts.username is not None or parts.password is not None else parts


def _covers(entry: str, host: str) -> bool:
    return host.endswith(entry) if entry.startswith(".") else host == entry
