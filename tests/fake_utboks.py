"""The outbox as FakeUnitOfWork keeps it."""

from collections.abc import Callable, Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.budsjett import Grenser
from bot.domain.conversation import channel_of
from bot.domain.errors import Conflict
from bot.domain.utboks import I_TVIL, Aarsak, Operasjon, Utboksmaal, Utpost, Utposttilstand, Varselslag
from tests.fake_baner import Bane, free, limited, note, open_lanes, take_of_all
from tests.fake_data import Data, Stamped
from tests.fake_session import FakeSession

VENTER, SENDER, SENDT = Utposttilstand.VENTER, Utposttilstand.SENDER, Utposttilstand.SENDT
DOED, UVISS = Utposttilstand.DOED, Utposttilstand.UVISS
ANY = frozenset(Utposttilstand)


class FakeUtboks:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def legg(self, post: Utpost) -> bool:
        data = await self._session.read()
        if _by_key(data, post.noekkel):
            return False
        new = deepcopy(_ordered(data, replace(post, id=self._session.store.new_id())))

        def write(data: Data) -> None:
            # The databases make the second wait for the first, and say False; here it comes again.
            if _by_key(data, post.noekkel):
                raise Conflict
            data.utboks[new.id or 0] = Stamped(new, self._session.store.now())

        await self._session.write(write)
        return True

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        data = await self._session.read()
        return {noekkel for noekkel in noekler if _by_key(data, noekkel)}

    async def doede(self, noekler: Collection[str]) -> set[str]:
        data = await self._session.read()
        found = {noekkel: _by_key(data, noekkel) for noekkel in noekler}
        return {n for n, post in found.items() if post and post.tilstand is DOED}

    async def trekk(self, noekkel: str) -> bool:
        found = _by_key(await self._session.read(), noekkel)
        if found is None or not _untouched(found):
            return False
        taken_back = found.id or 0

        def write(data: Data) -> None:
            if not _untouched(data.utboks[taken_back].value):
                raise Conflict
            del data.utboks[taken_back]

        await self._session.write(write)
        return True

    async def stopp(self, noekkel: str) -> bool:
        found = _by_key(await self._session.read(), noekkel)
        if found is None or not _untouched(found):
            return False

        def write(data: Data) -> None:
            if not _untouched(data.utboks[found.id or 0].value):
                raise Conflict
            _set(data, found.id or 0, tilstand=DOED, melding=None, grunn=Aarsak.STOPPET.value)
            for post_id, stored in list(data.utboks.items()):
                if stored.value.gjelder == noekkel and _untouched(stored.value):
                    del data.utboks[post_id]

        await self._session.write(write)
        return True

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        def waiting(data: Data) -> list[int]:
            return [i for i, stored in data.utboks.items() if _waits_for(stored.value, moete_id, slag)]

        def write(data: Data) -> None:
            keys = {data.utboks.pop(post_id).value.noekkel for post_id in waiting(data)}
            for post_id, stored in list(data.utboks.items()):
                if stored.value.gjelder in keys and _untouched(stored.value):
                    del data.utboks[post_id]

        count = len(waiting(await self._session.read()))
        await self._session.write(write)
        return count

    async def erstatt(self, noekkel: str, melding: dict[str, Any]) -> bool:
        found = _by_key(await self._session.read(), noekkel)
        if found is None or not _untouched(found):
            return False

        def write(data: Data) -> None:
            if not _untouched(data.utboks[found.id or 0].value):
                raise Conflict
            _set(data, found.id or 0, melding=deepcopy(melding))

        await self._session.write(write)
        return True

    async def ret_doed(self, noekkel: str, melding: dict[str, Any] | None) -> bool:
        found = _by_key(await self._session.read(), noekkel)
        if found is None or found.tilstand is not DOED or found.melding is None:
            return False
        await self._session.write(lambda data: _set(data, found.id, melding=deepcopy(melding)))
        return True

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        return sum(
            (p.person_key, p.moete_id) == (person_key, moete_id)
            and p.slag in slag
            and p.tilstand is not DOED
            for p in await self._all()
        )

    async def ved_aktivitet(self, conversation_id: str, aktivitet: str) -> Utpost | None:
        places = {conversation_id, channel_of(conversation_id)}
        return next(
            (
                p
                for p in await self._all()
                if p.aktivitet == aktivitet and p.conversation_id in places and p.operasjon is Operasjon.NY
            ),
            None,
        )

    async def under(self, prefix: str) -> list[Utpost]:
        return [p for p in await self._all() if p.noekkel.startswith(prefix)]

    async def siste(self, conversation_ids: Collection[str], antall: int) -> list[Utpost]:
        found = [
            p
            for p in await self._all()
            if p.conversation_id in conversation_ids
            and p.operasjon is Operasjon.NY
            and p.tilstand is not DOED
        ]
        return sorted(found, key=_place, reverse=True)[:antall]

    async def hent(self, post_id: int) -> Utpost | None:
        return next((p for p in await self._all() if p.id == post_id), None)

    async def ta(
        self, naa: datetime, leie: timedelta, antall: int, grenser: Grenser | None = None
    ) -> list[Utpost]:
        await self._session.line_up("utboks")
        at = self._session.store.now()
        heads = candidates(self._session.data, naa, at)[:antall]
        for post in heads:
            await self._session.write(lambda data, p=post: limited(data, p.conversation_id, at, grenser))
        heads = [p for p in heads if self._session.data.baner[p.conversation_id].neste is None]
        if grenser:
            heads = heads[: take_of_all(self._session.data, len(heads), at, leie, grenser)]
        taken = [_taken(post, at + leie) for post in heads]
        for post in taken:
            await self._session.write(_claim(post, at + leie))
        return deepcopy([self._with_message(post) for post in taken])

    async def sendt(
        self, post_id: int, aktivitet: str | None = None, *, forsoek: int | None = None
    ) -> None:
        told = {"aktivitet": aktivitet} if aktivitet else {}
        await self._result(post_id, ANY, forsoek, tilstand=SENDT, leie=None, **told)

    async def igjen(
        self,
        post_id: int,
        ikke_foer: datetime,
        *,
        forsoek: int | None = None,
        grunn: str | None = None,
        tvil: bool = False,
    ) -> None:
        values = {"tilstand": VENTER, "leie": None, "ikke_foer": ikke_foer.astimezone(UTC), "grunn": grunn}
        await self._result(post_id, {SENDER}, forsoek, doubts=int(tvil), **values)

    async def utsett(self, post_id: int, til: datetime, *, forsoek: int | None = None) -> None:
        due = {"ikke_foer": til.astimezone(UTC), "foerst": til.astimezone(UTC)}
        if not await self._result(post_id, {SENDER}, forsoek, tilstand=VENTER, leie=None, **due):
            return
        post = await self.hent(post_id)
        for change in await self._all():
            waits = change.tilstand is VENTER and change.foerst is not None and change.foerst < til
            if post and waits and change.gjelder == post.noekkel:
                await self._session.write(lambda data, i=change.id: _set(data, i, **due))

    async def doed(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> bool:
        return await self._result(post_id, {SENDER}, forsoek, tilstand=DOED, leie=None, grunn=grunn)

    async def uviss(
        self, post_id: int, grunn: str, *, forsoek: int | None = None, tvil: bool = False
    ) -> bool:
        values = {"tilstand": UVISS, "leie": None, "grunn": grunn}
        return await self._result(post_id, {SENDER}, forsoek, doubts=int(tvil), **values)

    async def steng(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> None:
        at, post = self._session.store.now(), await self.hent(post_id)
        if await self._result(post_id, {SENDER}, forsoek, tilstand=VENTER, leie=None, grunn=grunn) and post:
            where = post.conversation_id

            def write(data: Data) -> None:
                data.baner[where] = replace(data.baner.get(where, Bane()), stengt=at)

            await self._session.write(write)

    async def noter(self, conversation_id: str) -> None:
        at = self._session.store.now()
        await self._session.write(lambda data: note(data, conversation_id, at))

    async def maal(self, naa: datetime) -> Utboksmaal:
        posts = await self._all()
        closed = {where for where, lane in self._session.data.baner.items() if lane.stengt is not None}
        due = [
            p.foerst
            for p in posts
            if p.tilstand is VENTER and p.foerst and p.foerst <= naa and p.conversation_id not in closed
        ]
        count = {t: sum(p.tilstand is t for p in posts) for t in Utposttilstand}
        return Utboksmaal(
            venter=count[VENTER],
            eldste=(naa - min(due)).total_seconds() if due else 0.0,
            sender=count[SENDER],
            sendt=count[SENDT],
            uviss=count[UVISS],
            doede=sum(p.tilstand is DOED and p.grunn != Aarsak.STOPPET for p in posts),
            i_tvil=sum(p.i_tvil > 0 for p in posts),
            forsoek=sum(p.forsoek for p in posts),
            stengte=len(closed),
        )

    async def liste(self, tilstander: Collection[Utposttilstand], antall: int) -> list[Utpost]:
        return sorted((p for p in await self._all() if p.tilstand in tilstander), key=_place)[:antall]

    async def proev_igjen(self, post_id: int, naa: datetime) -> bool:
        post = await self.hent(post_id)
        if post is None or post.tilstand not in (VENTER, DOED, UVISS) or post.melding is None:
            return False
        ny = post.operasjon is Operasjon.NY
        changes = [p for p in await self._all() if p.gjelder == post.noekkel]
        if ny and any(p.operasjon is Operasjon.SLETT for p in changes):
            return False
        at = naa.astimezone(UTC)
        foerst = min(post.foerst or at, at) if post.tilstand is VENTER else at
        said = [p.melding for p in changes if p.operasjon is Operasjon.ENDRE and p.melding]
        placed = _ordered(self._session.data, replace(post, foerst=foerst, ikke_foer=at)).foerst
        due = {"tilstand": VENTER, "ikke_foer": at, "foerst": placed, "siden": at}

        def write(data: Data) -> None:
            melding = said[-1] if ny and said else post.melding
            _set(data, post_id, **due, i_tvil=min(post.i_tvil, I_TVIL), melding=deepcopy(melding))
            for change in changes:
                if change.tilstand is VENTER and change.foerst and change.foerst < foerst:
                    _set(data, change.id, foerst=foerst, ikke_foer=foerst)
            open_lanes(data, post.conversation_id)

        await self._session.write(write)
        return True

    async def _all(self) -> list[Utpost]:
        """In the order they were queued."""
        stored = (await self._session.read()).utboks
        return [stored[i].value for i in sorted(stored)]

    def _with_message(self, post: Utpost) -> Utpost:
        if post.operasjon is Operasjon.NY:
            return post
        original = _by_key(self._session.data, post.gjelder or "")
        return replace(post, aktivitet=original.aktivitet if original else None)

    async def _result(
        self, post_id: int, where: Collection[Utposttilstand], forsoek: int | None, /, **values: Any
    ) -> bool:
        now = self._session.store.now()
        data, doubts = await self._session.read(), values.pop("doubts", 0)

        def counts(data: Data) -> bool:
            post = data.utboks[post_id].value if post_id in data.utboks else None
            right = where is ANY or forsoek is None or (post is not None and post.forsoek == forsoek)
            return post is not None and post.tilstand in where and right

        def write(data: Data) -> None:
            if post_id not in data.utboks:
                return
            post = data.utboks[post_id].value
            if counts(data):
                changed = replace(post, **values, i_tvil=post.i_tvil + doubts)
                data.utboks[post_id] = Stamped(changed, now)
            lane = data.baner.get(post.conversation_id)
            if lane and lane.holder and (forsoek is None or lane.holder == (post_id, forsoek)):
                data.baner[post.conversation_id] = replace(lane, holder=None, leie=now)

        took = counts(data)
        await self._session.write(write)
        return took


def candidates(data: Data, naa: datetime, at: datetime) -> list[Utpost]:
    """The first post of each lane that may be taken."""
    lanes: dict[str, list[Utpost]] = {}
    for stored in data.utboks.values():
        post = stored.value
        if post.tilstand is SENDER or (post.tilstand is VENTER and post.foerst and post.foerst <= naa):
            lanes.setdefault(post.conversation_id, []).append(post)
    heads = [
        min(posts, key=lambda p: (p.tilstand is not SENDER, *_place(p)))
        for where, posts in lanes.items()
        if free(data.baner.get(where), at, naa, min(map(_place, posts))[0])
        and not any(p.tilstand is VENTER and p.ikke_foer > naa for p in posts)
    ]
    return sorted(heads, key=_place)


def _taken(post: Utpost, until: datetime) -> Utpost:
    doubt = post.tilstand is SENDER and post.operasjon is Operasjon.NY
    changed = replace(post, tilstand=SENDER, leie=until, forsoek=post.forsoek + 1)
    return replace(changed, i_tvil=post.i_tvil + int(doubt))


def _claim(post: Utpost, until: datetime) -> Callable[[Data], None]:
    def write(data: Data) -> None:
        number, where = post.id or 0, post.conversation_id
        data.utboks[number] = replace(data.utboks[number], value=post)
        held = replace(data.baner.get(where, Bane()), leie=until, holder=(number, post.forsoek))
        data.baner[where] = held

    return write


def _ordered(data: Data, post: Utpost) -> Utpost:
    foerst = (post.foerst or post.ikke_foer).astimezone(UTC)
    original = _by_key(data, post.gjelder) if post.gjelder else None
    if original and original.foerst:
        foerst = max(foerst, original.foerst)
    due = max(post.ikke_foer.astimezone(UTC), foerst)
    return replace(post, foerst=foerst, ikke_foer=due, siden=post.siden or foerst)


def _set(data: Data, post_id: int | None, **values: Any) -> None:
    stored = data.utboks[post_id or 0]
    data.utboks[post_id or 0] = replace(stored, value=replace(stored.value, **values))


def _place(post: Utpost) -> tuple[datetime, int]:
    return post.foerst or post.ikke_foer, post.id or 0


def _untouched(post: Utpost) -> bool:
    return post.tilstand is VENTER and post.i_tvil == 0


def _by_key(data: Data, noekkel: str) -> Utpost | None:
    return next((s.value for s in data.utboks.values() if s.value.noekkel == noekkel), None)


def _waits_for(post: Utpost, moete_id: int, slag: Sequence[Varselslag]) -> bool:
    of_it = post.moete_id == moete_id and post.slag in slag and post.operasjon is Operasjon.NY
    return of_it and _untouched(post)
