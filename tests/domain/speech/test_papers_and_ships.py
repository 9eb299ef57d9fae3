"""Who wrote the paper that is quoted, who is meant beside a ship named after somebody, and women in offices."""

import pytest

from tests.domain.speech.test_quotes import read

_LATER = "Più tardi arriveranno le barriere nuove"

SPEAKERS = [
    # A paper's words are those of who signed it, and of nobody who got it.
    ("it", f"«{_LATER}», si legge nel comunicato firmato dal direttore di gara, Ada Neri.", "Ada Neri"),
    ("it", f"«{_LATER}», si legge nella nota diffusa dalla questura.", "questura"),
    ("it", f"«{_LATER}», si legge nella lettera firmata da Ada Neri e Ugo Ferri.", None),
    ("it", f"«{_LATER}», si legge nella lettera che Ada Neri ha inviato al prefetto.", "Ada Neri"),
    ("it", f"«{_LATER}», si legge nella lettera ricevuta da Ada Neri.", None),
    ("pt", "«Para o ano haverá barreiras», lê-se no comunicado assinado pela diretora, Ana Costa.", "Ana Costa"),
    ("pt", "«Para o ano haverá barreiras», lê-se na carta enviada a Ana Costa.", None),
    ("es", "«El año que viene habrá vallas», se lee en la nota firmada por la directora, Ana Gil.", "Ana Gil"),
    ("es", "«El año que viene habrá vallas», se lee en la carta enviada a Ana Gil.", None),
    ("fr", "« Il y aura des barrières », peut-on lire dans la lettre signée par la directrice, Ada Roux.", "Ada Roux"),
    ("fr", "« Il y aura des barrières », peut-on lire dans le courrier adressé à Ada Roux.", None),
    ("ro", "„La anul vom pune garduri”, se arată în scrisoarea semnată de directoarea Ana Pop.", "Ana Pop"),
    ("ro", "„La anul vom pune garduri”, se arată în scrisoarea trimisă Anei Pop.", None),
    ("uk", "«Нарешті чесність не карають», — ідеться в дописі, який оприлюднила її очільниця Ада Лис.", "Ада Лис"),
    ("uk", "«Нарешті чесність не карають», — ідеться в листі, який отримала Ада Лис.", None),
    ("ru", "«Наконец честность не наказывают», — говорится в письме, которое Ада Лис направила в суд.", "Ада Лис"),
    ("ru", "«Наконец честность не наказывают», — говорится в письме, которое получила Ада Лис.", None),
    # A ship bears a woman's name and is none.
    ("it", "Il traghetto Anna Moro è fermo. C'era Ada Neri.\n\n«Una coperta in due», racconta la donna.", "Ada Neri"),
    ("pt", "O navio Maria da Barra parou. Ia nele Ana Costa.\n\n«Uma manta para dois», conta a mulher.", "Ana Costa"),
    ("ro", "Feribotul Elena Pop a stat. Era acolo Ana Mora.\n\n„O pătură la doi”, povestește femeia.", "Ana Mora"),
    ("es", "El pesquero Ana Gil se hundió. Iba Eva Ruiz.\n\n«Una manta para dos», cuenta la mujer.", "Eva Ruiz"),
    ("it", "Anna Moro sale in barca. Ada Neri tace.\n\n«Una coperta in due», racconta la donna.", "la donna"),
    # A place is no person in any case.
    ("ru", "Паром между Заречьем и Липовым Мысом ходит. Ада Лис рада.\n\n«Я ждала», — сказала пенсионерка.", "Ада Лис"),
    # A woman has an office that is called as a man's is, and a name that may be a man's genitive.
    ("it", "Il sostituto procuratore Ada Neri indaga. «È presto per dirlo», ha detto il magistrato.", "Ada Neri"),
    ("ru", "Глава района Валентина Сухова ждала. «Мы писали в область», — сказала чиновница.", "Валентина Сухова"),
    ("uk", "Голова району Олександра Лис чекала. «Ми писали в область», — сказала посадовиця.", "Олександра Лис"),
    ("uk", "«Ми писали в область», — сказав адвокат Олександри Лис.", "адвокат Олександри Лис"),
    # A noun for the same part is known in every case.
    ("uk", "Журі дискваліфікувало переможницю Аду Лис.\n\n«Я бігла», — сказала спортсменка.", "Аду Лис"),
    ("it", "La giuria ha squalificato la vincitrice Ada Neri.\n\n«Seguivo la moto», ha detto l'atleta.", "Ada Neri"),
    # One person speaks for a body, and a body is named behind the noun for it.
    ("it", "L'opposizione attacca per bocca di Ada Neri: «O riaprite o chiudiamo tutti».", "Ada Neri"),
    ("it", "L'opposizione, attraverso il capogruppo Ugo Ferri, attacca: «O riaprite o chiudiamo».", "Ugo Ferri"),
    ("it", "Ugo Ferri ha saputo tutto attraverso Ada Neri: «O riaprite o chiudiamo tutti».", "Ugo Ferri"),
    ("pt", "A associação, pela voz da presidente, Ana Costa, pede: «Fechem já a fábrica».", "Ana Costa"),
    ("es", "La oposición ataca por boca de Ana Gil: «O reabren o cerramos todos».", "Ana Gil"),
    ("fr", "L'opposition attaque par la voix d'Ada Roux : « Ou vous rouvrez, ou nous fermons. »", "Ada Roux"),
    ("ro", "Opoziția atacă prin vocea Danei Pop: „Ori redeschideți, ori închidem”.", "Danei Pop"),
    ("ru", "Оппозиция устами Ады Лис требует ответа: «Или откройте, или закроемся».", "Ады Лис"),
    ("pt", "A empresa que o vende, a Agrolusa, rejeita: «O produto é seguro para todos».", "Agrolusa"),
    ("it", "L'azienda che lo vende, la Agrolusa, respinge l'accusa: «Il prodotto è sicuro».", "Agrolusa"),
    ("es", "La empresa que lo vende, la Agrolusa, rechaza la acusación: «Es del todo seguro».", "Agrolusa"),
    # A paragraph tells whose view it was; a pronoun behind a noun tells whose husband or wife is named.
    ("it", "La piazza resta chiusa. È il parere di Ugo Ferri, ingegnere.\n\n«Non rischiamo», dice.", "Ugo Ferri"),
    ("fr", "La place reste fermée. C'est l'avis de Luc Roux, ingénieur.\n\n« Nous ne risquons rien. »", "Luc Roux"),
    ("ro", "Ion Mora râde. Soția lui, Ana, e mai rezervată: „Eu tot o fierb pe toată”.", "Ana"),
    # What people are told in a body is that body's.
    ("uk", "В обленерго на закид відповіли, що «усі опори на Поліссі захищені».", "обленерго"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_who_is_meant_speaks(language: str, text: str, speaker: str | None) -> None:
    """Whose words they are told to be is named, and nobody else is."""
    spoken = {who for _, who in read(text, language)} - {None}
    assert spoken == ({speaker} if speaker else set())


def test_whose_group_it_is_may_speak() -> None:
    """A noun for a trade does not mean who was told of above, where another is named whose group it is."""
    text = "«Лист поплыл», — вспоминает Ада Ким.\n\nВид описала группа Хелены Сорсы. «Это ветвь», — сказала генетик."
    assert [who for _, who in read(text, "ru")] == ["Ада Ким", "генетик"]
