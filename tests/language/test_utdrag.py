"""The sentence a text is found by."""

from bot.language.soekeord import spoerreord
from bot.language.utdrag import utdrag

TEKST = "Saken er viktig. Legevakten i nord flyttes til Lia. Legevakten er stengt.\nBer om plan."


def test_the_sentence_with_most_of_the_words():
    assert utdrag(TEKST, spoerreord("legevakt")) == "Legevakten i nord flyttes til Lia."
    assert utdrag(TEKST, spoerreord("stengt legevakt")) == "Legevakten er stengt."
    assert utdrag(TEKST, spoerreord("plan")) == "Ber om plan."


def test_the_first_where_none_has_them():
    assert utdrag(TEKST, spoerreord("kvernstein")) == "Saken er viktig."
    assert utdrag(TEKST, ()) == "Saken er viktig."
    assert utdrag(" \n ", spoerreord("legevakt")) == ""


def test_an_abbreviation_and_a_date_do_not_end_a_sentence():
    tekst = "Møtes 3. juni kl. 12 om legevakt, jf. sak 2. Annet."
    assert utdrag(tekst, spoerreord("legevakt")) == "Møtes 3. juni kl. 12 om legevakt, jf. sak 2."


def test_a_long_one_is_cut_at_a_word():
    kort = utdrag("Legevakten " + "flyttes " * 50, spoerreord("legevakt"), 40)
    assert kort == "Legevakten flyttes flyttes flyttes …"
    assert len(kort) <= 40
