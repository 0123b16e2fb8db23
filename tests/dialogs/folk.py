"""A bot that knows two bodies with members: Anne is ASU's sekretariat, Petter is nobody's."""

from bot.documents import regneark
from bot.domain import medlemsimport, organimport
from tests.dialogs.chat import FELLESSKAP, Chat, kl

ORGANER = f"""\
helsefellesskap;navn;kort
{FELLESSKAP};Administrativt samarbeidsutvalg;ASU
{FELLESSKAP};Politisk samarbeidsutvalg;PSU
"""
MEDLEMMER = """\
organ;navn;rolle;representerer;vara_for;rekkefoelge;epost;aad_id;side
ASU;Anne;sekretær;;;;anne@nord.example;;
ASU;Kari Nes;medlem;Nes kommune;;;kari.nes@nes.example;;kommuner
ASU;Ola Li;leder;Nesdal kommune;;;;;kommuner
ASU;Siv Moe;vara;Nesdal kommune;Ola Li;1;;;kommuner
PSU;Kari Vik;medlem;Vik kommune;;;;;kommuner
PSU;Petter;medlem;Vik kommune;;;;;kommuner
"""
DAG = kl("2024-01-02T09:00").date()


async def legg_inn(chat: Chat, organer: str = ORGANER, medlemmer: str = MEDLEMMER) -> None:
    async with chat.store.turn() as uow:
        tabell = regneark.les(organer.encode())
        await organimport.lagre(uow, organimport.planlegg(await uow.register(), tabell))
        await uow.commit()
    async with chat.store.turn() as uow:
        tabell = regneark.les(medlemmer.encode())
        await medlemsimport.lagre(uow, medlemsimport.planlegg(await uow.register(), tabell, DAG))
        await uow.commit()
