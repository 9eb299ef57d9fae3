"""Who is told of right before a quotation: somebody without a name, whose paper it is, who did what a passive tells."""

import pytest

from tests.domain.speech.test_quotes import read

STRANGERS = [
    # A pronoun means whom the sentence before it, or its own, calls by a noun, and nobody of another paragraph.
    ("en", "Ada Quill left.\n\nA nurse who stayed was calm. “We held the lamps for an hour,” she said.", "A nurse"),
    ("fr", "Odile Brun part.\n\nUne infirmière est restée. « Nous tenions les lampes », dit-elle.", "Une infirmière"),
    ("fr", "Luc Brun part.\n\nSon adjoint est resté. « Nous tenions les lampes », a dit celui-ci.", "Son adjoint"),
    ("fr", "Luc Brun part.\n\nUn facteur avait prévenu : « Nous n'avons rien », écrivait-il.", "Un facteur"),
    ("ro", "Ana Pop a plecat.\n\nO asistentă a rămas. „Țineam lămpile de o oră”, spune ea.", "O asistentă"),
    ("ro", "Ion Pop a plecat.\n\nUn pompier a rămas. „Țineam lămpile de o oră”, a scris el.", "Un pompier"),
    ("uk", "Ада Лис пішла.\n\nТехнік попереджав. «У нас немає ламп», — писав він.", "Технік"),
    ("uk", "Ада Лис пішла.\n\nМедсестра обурена. «Ми тримали лампи годину», — каже вона.", "Медсестра"),
    ("ru", "Иван Лис ушёл.\n\nПожарный предупреждал. «У нас нет ламп», — писал он.", "Пожарный"),
    # What "a" brings is somebody new, whoever held such an office before.
    ("es", "Ana Ruiz calló. «No hay más», dijo.\n\nUna portavoz habló de «una ocasión única».", "Una portavoz"),
    ("pt", "Ana Reis calou-se. «Não há mais», disse.\n\nUma porta-voz falou de «uma ocasião única».", "Uma porta-voz"),
]

PAPERS = [
    # What a clause tells that a paper says is of who says so in it, or of nobody, and not of who acts in its sentence.
    (
        "en",
        "Cooks at the inn worked in the dark, the council said in a report that describes it as “a trap”.",
        "the council",
    ),
    ("fr", "Des cuisiniers ont travaillé hier, selon un rapport qui décrit « un piège tendu à tous ».", None),
    ("es", "Los cocineros trabajaron ayer, según un informe que describe «una trampa para todos».", None),
    ("it", "I cuochi hanno lavorato ieri, secondo un rapporto che descrive «una trappola per tutti».", None),
    ("pt", "Os cozinheiros trabalharam ontem, segundo um relatório que descreve “uma armadilha para todos”.", None),
    ("ro", "Bucătarii au lucrat ieri, arată un raport care vorbește despre „o capcană pentru toți”.", None),
    ("en", "Ann Lee said in a statement that “the bridge will be closed”.", "Ann Lee"),
    ("en", "Ann Lee said in a letter that described the plan that “the bridge will be closed”.", "Ann Lee"),
]

AGENTS = [
    # Who is named as the one who did what a passive tells goes on; the place that opens an agency's story does not.
    (
        "it",
        "MANTOVA — La vendita è stata smentita dal direttore, Ugo Ferri. «Non se ne parla», ha assicurato.",
        "Ugo Ferri",
    ),
    ("it", "La notizia è stata data ieri da Ada Neri. «Il ponte riapre domani», ha detto.", "Ada Neri"),
    ("es", "La venta fue desmentida por la alcaldesa, Ana Ruiz. «No se habla de eso», aseguró.", "Ana Ruiz"),
    ("pt", "A venda foi desmentida pela autarca Ana Reis. «Não se fala disso», garantiu.", "Ana Reis"),
    ("ro", "Vânzarea a fost dezmințită de către Ion Pop. „Nu se vorbește de asta”, a spus.", "Ion Pop"),
]

BESIDE = [
    # Commas put who speaks before the quotation, whatever the subject is.
    ("ro", "Ion Pop tace. Consilierul, a continuat primărița Ana Radu, „a căutat-o cu lumânarea”.", "Ana Radu"),
    ("es", "Leo Gil calla. El concejal, prosigue la alcaldesa Ana Ruiz, «se lo había buscado él».", "Ana Ruiz"),
    ("it", "Leo Riva tace. Il consigliere, prosegue la sindaca Ada Neri, «se l'era cercata da solo».", "Ada Neri"),
    # Adverbs stand within what somebody is.
    (
        "pt",
        "O antecessor do presidente da câmara, o hoje deputado Nuno Paz, calou-se. «Não vendo», avisou.",
        "Nuno Paz",
    ),
    ("es", "El antecesor del alcalde, el hoy diputado Leo Gil, calló. «No vendo el museo», avisó.", "Leo Gil"),
    # The preposition before a name in full is none of its particles.
    (
        "es",
        "Ana Ruiz se fue.\n\n«He perdido del todo la razón», espetó a la periodista Eva Gil, de La Voz de la Tarde.",
        None,
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), STRANGERS + PAPERS + AGENTS + BESIDE)
def test_who_is_told_of_right_before_speaks(language: str, text: str, speaker: str | None) -> None:
    """The last quotation is whose the words right before it tell, or nobody's."""
    assert read(text, language)[-1][1] == speaker


KINDS = [
    # Whose relative somebody is stands in the genitive, and is not who is told of.
    (
        "uk",
        "Дім Барвінського знесуть. Онука Барвінського, Смеречина, мовчить. «Мене не питали», — каже вона.",
        "Смеречина",
    ),
    ("ru", "Дом Железнова снесут. Брат Железнова, Пётр, не верит. «Меня не спрашивали», — говорит он.", "Пётр"),
    # Who says something without a name goes on before who was named earlier in the paragraph.
    (
        "ro",
        "Ana Pop tace. O fostă secretară a povestit că banii erau acolo. „Erau în congelator”, a zis ea.",
        "O fostă secretară",
    ),
    (
        "pt",
        "Ana Reis cala-se. Uma ex-secretária contou que o viu. “Estava atrás da porta”, disse ela.",
        "Uma ex-secretária",
    ),
    ("ro", "Ion Pop a plecat.\n\nCăpitanul a rămas. „L-am lăsat singur pe antrenor”, a admis acesta.", "Căpitanul"),
    # A pronoun beside the subject of its sentence means who spoke before.
    ("fr", "« Il pleut toujours », dit Ada Brun. Le maire, poursuit-elle, « le savait bien avant nous ».", "Ada Brun"),
    # Nobody named says a proverb, nor what follows from a paper.
    (
        "es",
        "«Suponen que nadie lo arregla», dijo Ada Gil.\n\nEn el bar repiten un refrán: «La lluvia cae en el monte».",
        None,
    ),
    ("fr", "« Personne ne répare », dit Ada Brun.\n\nAu café, un dicton circule : « La pluie tombe en ville ».", None),
    ("pt", "Os cirurgiões operaram, revela um relatório segundo o qual a direção estava “a dormir ao volante”.", None),
    # A clause on what somebody is tells of who is named before it.
    ("es", "Junto a Leo Gil, un contable que se define como «alérgico a las novelas», llenó la cabina.", "Leo Gil"),
    ("pt", "Com Leo Paz, um contabilista que se diz “alérgico a todos os romances”, encheu a cabine.", "Leo Paz"),
    ("de", "Mit Leo Lind, einem Steuerberater, der sich „allergisch gegen Romane“ nennt, kam sie an.", "Leo Lind"),
    # Somebody new stands behind the verb, or is who did what a passive tells.
    (
        "uk",
        "«Він любить тепло», — сказав Іван Лис.\n\nТривогу здійняв пожежник. «Посилки не дихають», — розповів він.",
        "пожежник",
    ),
    (
        "ru",
        "«Он любит тепло», — сказал Иван Лис.\n\nТревогу поднял пожарный. «Посылки не дышат», — рассказал он.",
        "пожарный",
    ),
    (
        "ro",
        "„E cald”, a spus Ion Pop.\n\nAlarma a fost dată de un pompier. „Coletele nu respiră”, a spus el.",
        "un pompier",
    ),
    (
        "de",
        "„Es ist warm“, sagte Leo Lind.\n\nAlarm schlug ein Postbote. „Pakete atmen eigentlich nicht“, sagte er.",
        "ein Postbote",
    ),
    ("uk", "Ада Лис мовчить.\n\nДехто сердиться. «Хай поп'ють чаю», — каже пенсіонерка на зупинці.", "пенсіонерка"),
    # An article tells a woman whom a noun for both calls, so that "il" is somebody else.
    (
        "fr",
        "La ministre, Amara Ossei, se tait. Quant à son rival, Luc Brun, il n'a rien caché : « Nous avons bien ri. »",
        "Luc Brun",
    ),
    # Whom a noun that no list knows calls something does not say it.
    ("en", "Later the same paper called Ann Lee “the last honest man in paint”.", None),
    # The mayor of a paragraph is who another noun for a mayor means there, and nobody of the one above.
    (
        "es",
        "«Lo robarán», dijo Leo Gil.\n\nEl alcalde quería otra cosa. «Pero todos se aburrían», razona el regidor.",
        "el regidor",
    ),
    # Their own words are of whom the sentence before tells.
    (
        "de",
        "Zur Feier las die Autorin Ada Lind. „Kleinster Saal, längste Schlange der Welt“, so ihr Fazit.",
        "Ada Lind",
    ),
    (
        "de",
        "Ada Lind schrieb an Leo Kehr.\n\nDer schwieg nicht. „Es ist alles gesagt worden“, heißt es in seinem Brief.",
        None,
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), KINDS)
def test_nobody_else_speaks(language: str, text: str, speaker: str | None) -> None:
    """The last quotation is not of somebody who is named further away."""
    assert read(text, language)[-1][1] == speaker
