"""The words that this program writes its referater with (`dokument.po`), in both målformer, by what they
mean. A test holds them against the catalogue.
"""

FELT = {
    "utvalg": ("Utvalg", "Utval"),
    "moetested": ("Møtested", "Møtestad"),
    "tid": ("Tid",),
    "arkivsak": ("Arkivsak",),
    "tilstede": ("Til stede", "Til stades"),
    "forfall": ("Forfall",),
    "ubekreftet": ("Frammøte som ikke er bekreftet", "Frammøte som ikkje er stadfesta"),
    "moeteleder": ("Møteleder", "Møteleiar"),
    "referent": ("Referent",),
    "innleder": ("Innleder", "Innleiar"),
}
INNE = {
    "orientering": ("Orientering",),
    "vedtak": ("Vedtak",),
    "konklusjon": ("Konklusjon/oppfølging",),
    "votering": ("Votering",),
    "oppfoelging": ("Oppfølging",),
    "innspill": ("Innspill", "Innspel"),
    "tilfoersel": ("Protokolltilførsel",),
    "unntatt": ("Unntatt offentlighet", "Unnateke offentlegheit"),
    "rettelser": ("Rettelser", "Rettingar"),
}
KOLONNER = {
    "nr": ("Nr.",),
    "sak": ("Sak",),
    "oppgave": ("Oppgave", "Oppgåve"),
    "ansvarlig": ("Ansvarlig", "Ansvarleg"),
    "frist": ("Frist",),
    "forslag": ("Forslag til vedtak", "Framlegg til vedtak"),
    "vedtak": ("Vedtak",),
    "dato": ("Dato",),
    "rettelse": ("Rettelse", "Retting"),
}
OPPGAVER = ("Oppgaver", "Oppgåver")
TILSTAND = ("Utkast – ", "Til godkjenning", "Godkjent", "Offentlig versjon", "Offentleg versjon")
UBEHANDLET = ("Saken ble ikke behandlet i møtet.", "Saka vart ikkje behandla i møtet.")
TITTEL = ("Referat fra ", "Referat frå ")
INGEN = "–"
KULE = "• "


def mening(ord_: dict[str, tuple[str, ...]], tekst: str) -> str | None:
    """What the text, as a whole, means."""
    return next((mening for mening, former in ord_.items() if tekst in former), None)


def sier_bare(tekst: str) -> bool:
    """«Unntatt offentlighet, jf. …» and «Saken ble ikke behandlet» under the title of a sak: they tell of
    the sak and are no text of it.
    """
    return tekst in UBEHANDLET or tekst.startswith(tuple(f"{form}, jf. " for form in INNE["unntatt"]))
