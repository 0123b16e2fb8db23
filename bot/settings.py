"""The settings: environment variables that begin with HELSEBOT_, read once, in app.py."""

from datetime import datetime

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Frozen. Lists are written with commas. Without an app id only loopback clients are served."""

    model_config = SettingsConfigDict(env_prefix="HELSEBOT_", frozen=True, extra="ignore")

    database_url: str = "sqlite+aiosqlite:///helsebot.db"
    app_id: str = ""
    app_secret: SecretStr = SecretStr("")
    tenants: str = ""
    admins: str = ""
    helsefellesskap: str = ""
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=0, le=65535)
    clock: datetime | None = None
    keep_phrases: bool = False
    metrics_token: SecretStr = SecretStr("")
    posts_per_second: int = Field(default=20, ge=1)
    late_hours: float = Field(default=24, ge=0, le=168)

    @property
    def allowed_tenants(self) -> frozenset[str]:
        return frozenset(part.strip() for part in self.tenants.split(",") if part.strip())

    @property
    def admin_ids(self) -> frozenset[str]:
        return frozenset(part.strip() for part in self.admins.split(",") if part.strip())

    @property
    def open_access(self) -> bool:
        """Neither an app id nor an administrator: on one's own machine everybody may do everything."""
        return not self.app_id and not self.admin_ids
