"""The Teams app package: valid against Microsoft's own schema, complete in every language, drawn right."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker
from PIL import Image

import manifest

SCHEMAS = Path(__file__).parent / "schema"
APP_ID = "8a1fbb0e-4a0c-4c6e-9a51-0d5b3b9d2f10"


@pytest.fixture(scope="module")
def package():
    return zipfile.ZipFile(io.BytesIO(manifest.package(APP_ID, "bot.sykehuset.no", "1.2.3")))


def _schema(name):
    return Draft4Validator(
        json.loads((SCHEMAS / name).read_text(encoding="utf-8")), format_checker=FormatChecker()
    )


def test_the_manifest_is_valid(package):
    content = json.loads(package.read("manifest.json"))
    assert [e.message for e in _schema("MicrosoftTeams.schema.json").iter_errors(content)] == []
    assert content["bots"][0]["botId"] == content["id"] == APP_ID
    assert content["validDomains"] == ["bot.sykehuset.no"]


def test_a_manifest_with_a_fault_is_not_valid(package):
    content = json.loads(package.read("manifest.json"))
    content["name"]["short"] = "Helsebot" * 5
    assert list(_schema("MicrosoftTeams.schema.json").iter_errors(content))


def test_it_asks_to_be_told_of_meetings_and_for_nothing_that_is_said_in_them(package):
    content = json.loads(package.read("manifest.json"))
    asked = content["authorization"]["permissions"]["resourceSpecific"]
    assert {p["name"] for p in asked} == {
        "OnlineMeeting.ReadBasic.Chat",
        "OnlineMeetingParticipant.Read.Chat",
        "ChatMember.Read.Chat",
    }
    assert {p["type"] for p in asked} == {"Application"}
    assert content["webApplicationInfo"]["id"] == APP_ID
    [bot] = content["bots"]
    assert ("groupChat" in bot["scopes"], bot["supportsFiles"]) == (True, True)


@pytest.mark.parametrize("name", ["nn.json", "en.json"])
def test_each_language_is_valid_and_complete(package, name):
    translated = json.loads(package.read(name))
    assert not list(_schema("MicrosoftTeams.Localization.schema.json").iter_errors(translated))
    commands = json.loads(package.read("manifest.json"))["bots"][0]["commandLists"][0]["commands"]
    for number in range(len(commands)):
        for part in ("title", "description"):
            assert translated[f"bots[0].commandLists[0].commands[{number}].{part}"]


@pytest.mark.parametrize("name", ["name.short", "name.full", "description.short", "description.full"])
def test_translations_hold_the_same_limits(package, name):
    limit = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}[name]
    for language in ("nn.json", "en.json"):
        assert 0 < len(json.loads(package.read(language))[name]) <= limit


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_icons_have_teams_sizes(package, name, size):
    with Image.open(io.BytesIO(package.read(name))) as icon:
        assert icon.size == (size, size)


def test_the_outline_is_white_on_nothing(package):
    with Image.open(io.BytesIO(package.read("outline.png"))) as icon:
        pixels = list(icon.convert("RGBA").get_flattened_data())
    assert {p[:3] for p in pixels if p[3] > 128} == {(255, 255, 255)}
    assert any(p[3] == 0 for p in pixels)


def test_nothing_is_left_unfilled(package):
    for name in package.namelist():
        assert b"{{" not in package.read(name)


@pytest.mark.parametrize("host", ["https://bot.no", "bot", "bot.no/", "", 'a".no'])
def test_a_wrong_host_is_refused(host):
    with pytest.raises(ValueError, match="Vertsnavnet"):
        manifest.manifest(APP_ID, host, "1.0.0")


def test_a_wrong_app_id_is_refused():
    with pytest.raises(ValueError, match="GUID"):
        manifest.manifest("helsebot", "bot.no", "1.0.0")
