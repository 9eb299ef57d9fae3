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
    # What people are told in a body is that body's.
    ("uk", "В обленерго на закид відповіли, що «усі опори на Поліссі захищені».", "обленерго"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_who_is_meant_speaks(language: str, text: str, speaker: str | None) -> None:
    """Whose words they are told to be is named, and nobody else is."""
    spoken = {who for _, who in read(text, language)} - {None}
    assert spoken == ({speaker} if speaker else set())
