"""The Teams app package: manifest.json, its translations and its icons, zipped for upload."""

import io
import json
import re
import zipfile
from importlib.resources import files
from typing import Any

PARTS = ("nn.json", "en.json", "color.png", "outline.png")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)


def manifest(app_id: str, host: str, version: str) -> dict[str, Any]:
    """The filled-in manifest. Raises ValueError (in Norwegian) where `app_id` or `host` is none."""
    if not _GUID.fullmatch(app_id):
        raise ValueError("App-id-en må være en GUID, slik den står på botens side i Azure.")
    if not _HOST.fullmatch(host):
        raise ValueError("Vertsnavnet skrives uten https:// og skråstrek, for eksempel bot.sykehuset.no.")
    text = _read("manifest.json").decode()
    for key, value in {"app_id": app_id.lower(), "host": host.lower(), "version": version}.items():
        text = text.replace("{{" + key + "}}", value)
    filled: dict[str, Any] = json.loads(text)
    return filled


def package(app_id: str, host: str, version: str) -> bytes:
    """The zip that is uploaded in Teams' admin centre. Raises ValueError like `manifest`."""
    content = json.dumps(manifest(app_id, host, version), ensure_ascii=False, indent=2)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", content)
        for part in PARTS:
            archive.writestr(part, _read(part))
    return out.getvalue()


def _read(name: str) -> bytes:
    return files(__name__).joinpath(name).read_bytes()
