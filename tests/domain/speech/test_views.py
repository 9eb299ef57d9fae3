"""In whose view something is said, where a pronoun tells it: "in his opinion", "according to her"."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

VIEWS = [
    ("uk", "Депутат Іван Гай був проти. За його словами, «можна було ремонтувати поетапно».", "Іван Гай"),
    ("uk", "Депутат Іван Гай був проти. За її словами, «можна було ремонтувати поетапно».", None),
    ("uk", "Іван Гай сперечався з Олегом Лисом. За його словами, «можна було ремонтувати поетапно».", None),
    ("uk", "Іван Гай сперечався з Анною Лис. На її думку, «можна було ремонтувати поетапно».", "Анною Лис"),
    ("uk", "Приїхав Іван Гай. Сусід був проти. За його словами, «можна було ремонтувати поетапно».", None),
    ("ru", "Депутат Иван Гай был против.\n\nПо его словам, «можно было ремонтировать поэтапно».", "Иван Гай"),
    ("ru", "Депутат Иван Гай был против. По его мнению, Олег Лис сказал: «Можно и поэтапно».", "Олег Лис"),
    ("pt", "O vereador Rui Gaio votou contra. Na sua opinião, «era possível fazer por etapas».", "Rui Gaio"),
    ("it", "Il consigliere Dino Gai era contrario. A suo giudizio «si poteva fare a tappe».", "Dino Gai"),
    ("ro", "Consilierul Dinu Gaie a fost împotrivă. În opinia sa, „se putea face în etape”.", "Dinu Gaie"),
    ("ro", "Consilierul Dinu Gaie a fost împotrivă. Potrivit lui, „se putea face în etape”.", "Dinu Gaie"),
    ("pl", "Radny Piotr Gaj był przeciw. Jego zdaniem „można było remontować etapami”.", "Piotr Gaj"),
    ("pl", "Radny Piotr Gaj był przeciw. Według niej „można było remontować etapami”.", None),
    ("nl", "Raadslid Pieter Bos stemde tegen. Volgens hem “kon het ook in stappen gebeuren”.", "Pieter Bos"),
    ("nl", "Raadslid Anna Bos stemde tegen. Volgens haar man “kon het ook in stappen gebeuren”.", "haar man"),
    ("sv", "Rådet Per Lind röstade nej. Enligt honom ”gick det att göra i etapper”.", "Per Lind"),
    ("en", "Dan Bay voted no. According to him, “it could have been done in stages”.", "Dan Bay"),
    ("en", "Dan Bay voted no. According to her, “it could have been done in stages”.", None),
    # A form that may be a man's name in another case is somebody's whose gender nothing tells.
    ("uk", "— Мама не плаче, — каже Мар'яна Стець. За її словами, піч «не врятувати вже».", "Мар'яна Стець"),
    # Marks behind the sentence of a cue are no part of what dashes open.
    ("ro", "— Asfaltăm drumul — promite primarul Ion Pleșa. Potrivit edilului, „banii nu ajung”.", "Ion Pleșa"),
    ("pt", "— Perdi tudo — conta Rita Baião. Segundo ela, «ninguém avisou os donos das lojas».", "Rita Baião"),
    # Who speaks in the paragraph, called by a noun, is one of those who may be meant.
    ("ru", "Решала мэр Алла Дуб.\n\nЭто закон.\n\n«Так тихо», — сказала мэр. По её мнению, «это дешевле».", "Алла Дуб"),
    ("ru", "Решала мэр Алла Дуб.\n\nЭто закон.\n\n«Так тихо», — сказала мэр. По его мнению, «это дешевле».", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), VIEWS)
def test_a_view_is_his_or_hers_who_alone_is_named(language: str, text: str, speaker: str | None) -> None:
    """A quotation in somebody's view is theirs who alone may be meant, and nobody's where two may."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
