"""What was not understood, and what was pressed then, kept for review. Only called where the
virksomhet has turned that on.
"""

from dataclasses import replace

from bot.domain.conversation import Button
from bot.language.gjennomsyn import may_be_kept, one_line
from bot.turn import SAY, Kind, Meaning, Turn

LINJE = "linje"
"""Under this a suggestion's button carries the id of the line it was suggested for."""
INGEN = "ingen"


async def ta_vare_paa(turn: Turn, meaning: Meaning, knapper: list[Button]) -> list[Button]:
    """The buttons of the suggestions, tied to the line where it may be kept.

    Only what the person wrote is kept: a button's words are the bot's. Nothing is, of a conversation
    in which a referat is open: it may be what somebody said in the møte.
    """
    if turn.bok_id is not None or turn.foerer:
        return knapper
    hensikter = [forslag.intent for forslag in meaning.suggestions]
    skrevet = turn.incoming.text if turn.incoming.kind is Kind.MESSAGE else ""
    if not may_be_kept(skrevet, hensikter, _navn(turn), _utvalg(turn)):
        return knapper
    linje_id = await turn.uow.fraser.keep(one_line(skrevet), hensikter)
    return [replace(knapp, data={**knapp.data, LINJE: linje_id}) for knapp in knapper]


async def noter_valget(turn: Turn, knapp: Button | None, meaning: Meaning) -> None:
    """What the pressed suggestion was understood as; pressed again it is the same."""
    linje_id = knapp.data.get(LINJE) if knapp and knapp.verb == SAY else None
    if isinstance(linje_id, str) and meaning.intent != INGEN:
        await turn.uow.fraser.choose(linje_id, meaning.intent)


def uten_linje(knapp: Button) -> Button:
    """The button as it is stored beside the person it was offered to: nothing there may lead from the
    person to the line. So what is pressed on the card is noted, and what is written as «2» is not.
    """
    return replace(knapp, data={navn: verdi for navn, verdi in knapp.data.items() if navn != LINJE})


def _navn(turn: Turn) -> list[str]:
    medlemmer = [m.navn for organ in turn.register.organer for m in organ.medlemmer]
    return [turn.incoming.person.name, *medlemmer]


def _utvalg(turn: Turn) -> list[str]:
    return [n.navn for organ in turn.register.organer for n in organ.navneliste]
