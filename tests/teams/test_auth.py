"""With an app id: only Teams, only with a token that holds, only from our own tenants."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from pydantic import SecretStr

import bot.teams
from bot.settings import Settings
from bot.teams.cloud import PUBLIC
from tests.fakes import FakeClock
from tests.teams.chat import TENANT, chat_over, i_kanal, med, melding, trykk, uten
from tests.teams.microsoft import APP_ID, microsoft

NAA = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
FREMMED = "33333333-aaaa-4bbb-8ccc-555555555555"


def settings(**changes):
    given = {"app_id": APP_ID, "app_secret": SecretStr("hemmelig"), "tenants": TENANT, **changes}
    return Settings(**given)


@pytest.fixture
async def cloud():
    async with microsoft() as running:
        yield running


@pytest.fixture
async def chat(connector, cloud):
    room = bot.teams.build(
        settings(),
        FakeClock(NAA),
        cloud=replace(
            PUBLIC,
            openid_url=f"{cloud.url}/openid",
            service_hosts=("127.0.0.1",),
            schemes=("http",),
        ),
        fetch_token=lambda: {"access_token": "bot-token", "expires_in": 3600},
        send_seconds=1.5,
    )
    async with chat_over(room, connector) as running:
        running.headers = {"Authorization": f"Bearer {cloud.token(connector.url)}"}
        yield running


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_teams_is_let_in_and_answered_with_the_bots_own_token(chat):
    svar = await chat.send(melding("neste ASU"))
    svart = await chat.connector.next()
    assert (svar.status, svart.text, svart.token) == (200, "Du skrev: neste ASU", "Bearer bot-token")


async def test_without_a_token_nobody_is_let_in(chat):
    chat.headers = {}
    assert (await chat.send(melding("neste ASU"))).status == 401
    assert chat.ekko.seen == []


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer tull", "Bearer a.b.c", "Basic YTpi", "Bearer e30.e30.", "Bearer x y"],
)
async def test_a_header_that_is_no_token_is_refused(chat, header):
    assert (await chat.send(melding("neste ASU"), Authorization=header)).status == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"nbf": int(time.time()) + 3600},
        {"aud": "en-annen-bot"},
        {"aud": ["en-annen-bot"]},
        {"aud": None},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": "https://login.microsoftonline.com/common", "ver": "2.0", "azp": "en-skill"},
        {"iss": None},
        {"serviceurl": "https://smba.trafficmanager.net/teams/"},
        {"serviceurl": None},
    ],
    ids=lambda claims: " ".join(claims),
)
async def test_a_token_for_another_time_place_or_bot_is_refused(chat, cloud, claims):
    token = cloud.token(chat.connector.url, **claims)
    assert (await chat.send(melding("neste ASU"), **bearer(token))).status == 401
    assert chat.ekko.seen == []


async def test_a_token_somebody_else_has_signed_is_refused(chat, cloud):
    cloud.keys["deres"] = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    token = cloud.token(chat.connector.url, kid="k1", signed_by="deres")
    assert (await chat.send(melding("neste ASU"), **bearer(token))).status == 401


async def test_a_token_without_a_signature_or_with_our_public_key_as_secret_is_refused(chat):
    payload = {"iss": "https://api.botframework.com", "aud": APP_ID, "serviceurl": chat.connector.url}
    for token in (
        jwt.encode(payload, None, algorithm="none", headers={"kid": "k1"}),
        jwt.encode(payload, "k" * 32, algorithm="HS256", headers={"kid": "k1"}),
    ):
        assert (await chat.send(melding("neste ASU"), **bearer(token))).status == 401


async def test_a_channel_the_key_does_not_vouch_for_is_refused(chat):
    assert (await chat.send(melding("neste ASU", channelId="directline"))).status == 400
    assert (await chat.send(uten(melding("neste ASU"), "channelId"))).status == 400


async def test_a_rotated_key_is_accepted_at_once(chat, cloud):
    assert (await chat.send(melding("neste ASU"))).status == 200
    cloud.rotate("k2")
    token = cloud.token(chat.connector.url, kid="k2")
    assert (await chat.send(melding("neste PSU"), **bearer(token))).status == 200
    assert (await chat.send(melding("neste ASU"))).status == 200
    assert cloud.fetches == 2


async def test_made_up_key_ids_do_not_send_us_to_microsoft_every_time(chat, cloud):
    await chat.send(melding("neste ASU"))
    for n in range(10):
        token = cloud.token(chat.connector.url, kid=f"funnet-paa-{n}", signed_by="k1")
        assert (await chat.send(melding("neste ASU"), **bearer(token))).status == 401
    assert cloud.fetches == 2


async def test_keys_out_of_reach_is_not_the_callers_fault(chat, cloud):
    cloud.down = True
    assert (await chat.send(melding("neste ASU"))).status == 503
    cloud.down = False
    assert (await chat.send(melding("neste ASU"))).status == 200


@pytest.mark.parametrize(
    "activity",
    [
        med(
            med(melding("hei"), FREMMED, "channelData", "tenant", "id"), FREMMED, "conversation", "tenantId"
        ),
        med(melding("hei"), FREMMED, "channelData", "tenant", "id"),
        med(melding("hei"), FREMMED, "conversation", "tenantId"),
        uten(uten(melding("hei"), "channelData"), "conversation", "tenantId"),
        med(
            med(trykk("lagre", {}), FREMMED, "channelData", "tenant", "id"),
            None,
            "conversation",
            "tenantId",
        ),
    ],
)
async def test_another_tenant_is_refused_whatever_its_token(chat, activity):
    assert (await chat.send(activity)).status == 403
    assert chat.ekko.seen == []


@pytest.mark.parametrize(
    "activity",
    [
        uten(melding("hei"), "channelData"),
        uten(melding("hei"), "conversation", "tenantId"),
        med(melding("hei"), TENANT.upper(), "conversation", "tenantId"),
        i_kanal("{bot} hei"),
    ],
)
async def test_our_own_tenant_is_let_in_wherever_it_is_written(chat, activity):
    assert (await chat.send(activity)).status == 200
    assert chat.sist.conversation.tenant_id.lower() == TENANT


async def test_a_service_address_outside_microsoft_is_refused_before_the_token_is_looked_at(chat, cloud):
    svar = await chat.send({**melding("hei"), "serviceUrl": "http://localhost:9/"})
    assert svar.status == 400
    assert cloud.fetches == 0


async def test_a_client_behind_a_proxy_is_welcome_with_a_token(chat):
    assert (await chat.send(melding("neste ASU"), **{"X-Forwarded-For": "52.112.0.9"})).status == 200


@pytest.mark.parametrize(
    ("skrevet", "gjelder"),
    [
        (NAA - timedelta(minutes=59), NAA - timedelta(minutes=59)),
        (NAA + timedelta(minutes=4), NAA + timedelta(minutes=4)),
        (NAA - timedelta(minutes=61), NAA),
        (NAA + timedelta(minutes=6), NAA),
        (datetime(2024, 4, 10, 7, 0, tzinfo=UTC), NAA),
    ],
)
async def test_a_time_that_cannot_be_is_replaced_by_now(chat, skrevet, gjelder):
    await chat.send(melding("neste ASU", timestamp=skrevet.isoformat()))
    assert chat.sist.at == gjelder


async def test_without_a_token_for_the_bot_the_answer_is_lost_but_not_the_turn(connector, cloud):
    room = bot.teams.build(
        settings(),
        FakeClock(NAA),
        cloud=replace(
            PUBLIC, openid_url=f"{cloud.url}/openid", service_hosts=("127.0.0.1",), schemes=("http",)
        ),
        fetch_token=lambda: {"error": "invalid_client"},
    )
    async with chat_over(room, connector) as chat:
        svar = await chat.send(melding("neste ASU"), **bearer(cloud.token(connector.url)))
    assert (svar.status, len(chat.ekko.seen), connector.caught) == (200, 1, [])


def test_an_app_id_without_tenants_or_secret_is_no_start():
    with pytest.raises(bot.teams.CannotStart, match="HELSEBOT_TENANTS"):
        bot.teams.build(settings(tenants=" , "), FakeClock(NAA))
    with pytest.raises(bot.teams.CannotStart, match="HELSEBOT_APP_SECRET"):
        bot.teams.build(settings(app_secret=SecretStr("")), FakeClock(NAA))
