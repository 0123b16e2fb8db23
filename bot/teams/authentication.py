"""Who may post: the SDK's own check of a channel's token, without what makes the SDK slow.

Only tokens of the Bot Framework channel are let in. The SDK would also take tokens of its
emulator and of skills, whose keys it fetches with a blocking call that anybody could provoke.
"""

from typing import Any

from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthentication,
    ChannelValidation,
    ClaimsIdentity,
    SimpleCredentialProvider,
)
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor

from bot.teams.fields import Rejected
from bot.teams.keys import KeysUnavailable, OpenIdKeys
from bot.teams.sender import Connector, Sender

ANONYMOUS = AuthenticationConstants.ANONYMOUS_AUTH_TYPE


class ChannelTokens:
    """Checks signature, time, audience and service address of a token."""

    def __init__(self, app_id: str, keys: OpenIdKeys) -> None:
        self._credentials = SimpleCredentialProvider(app_id, "")
        self._extractor = JwtTokenExtractor(
            ChannelValidation.TO_BOT_FROM_CHANNEL_TOKEN_VALIDATION_PARAMETERS,
            AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL,
            AuthenticationConstants.ALLOWED_SIGNING_ALGORITHMS,
        )
        self._extractor.open_id_metadata = keys

    async def check(self, header: str, channel_id: str, service_url: str) -> ClaimsIdentity:
        """Raises Rejected: 401 for a token that does not hold, 503 where the keys are out of reach."""
        try:
            identity = await self._extractor.get_identity_from_auth_header(header, channel_id)
            await ChannelValidation.validate_identity(identity, self._credentials)
        except KeysUnavailable:
            raise Rejected(503, "the signing keys are out of reach") from None
        except Exception as reason:
            # The SDK and PyJWT refuse a token with a dozen types, bare Exception among them.
            raise Rejected(401, "the token does not hold") from reason
        if identity.get_claim_value(AuthenticationConstants.SERVICE_URL_CLAIM) != service_url:
            raise Rejected(401, "the token is for another service address")
        if identity.get_claim_value("exp") is None:  # PyJWT looks at the end of a token only if it has one
            raise Rejected(401, "the token has no end")
        return identity


class RoomAuthentication(BotFrameworkAuthentication):
    """What CloudAdapterBase asks of us. `tokens` None lets everybody in: local clients only."""

    def __init__(self, tokens: ChannelTokens | None, sender: Sender) -> None:
        self._tokens = tokens
        self._factory = Connectors(sender)

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        result = AuthenticateRequestResult()
        result.connector_factory = self._factory
        result.claims_identity = await self._identity(activity, auth_header)
        return result

    async def _identity(self, activity: Activity, header: str) -> ClaimsIdentity:
        if self._tokens is None:
            return ClaimsIdentity({}, True, ANONYMOUS)
        return await self._tokens.check(header, activity.channel_id, activity.service_url)

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        raise PermissionError("Teams does not stream")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return self._factory

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Nobody signs in: the stock client would cost as much as the turn."""


class Connectors(ConnectorFactory):
    """Gives each turn our own connector in place of an msrest client."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def create(self, service_url: str, audience: str) -> Connector:
        return Connector(self._sender, service_url)
