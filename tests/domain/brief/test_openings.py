"""Whether a summary begins with the news where the article begins with a scene."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.summaries.habits import habits_of
from bot.domain.brief.summaries.pointers import calls_back, leads_to_pronoun, pointer_in
from bot.domain.language import languages
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

SCENES = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))["scenes"]


@pytest.mark.parametrize("scene", SCENES, ids=[scene["title"] for scene in SCENES])
def test_an_anecdote_does_not_open_a_summary(scene: dict[str, str]) -> None:
    """A summary begins with the paragraph that tells the news, not with the scene before it."""
    article = Article(scene["text"].strip(), title=scene["title"], language=scene["language"])
    assert write_draft(article, Wish()).sentences[0].text.startswith(scene["news"])


def test_a_person_of_the_headline_opens_the_news() -> None:
    """Who is named in the headline makes no scene of the first sentence."""
    text = (
        "Ada Brook won the 400 metres in record time.\n\nThe runner had missed the last season with a broken foot.\n\n"
        "On Sunday she will run the relay for the Northern club."
    )
    draft = write_draft(Article(text, title="Brook wins 400 metres", language="en"), Wish())
    assert draft.sentences[0].text.startswith("Ada Brook won")


PLAIN = [
    (
        "de",
        "",
        (
            "Nach dem Brand im Hallenbad von Ostrau bleibt das Gebäude zwei Jahre geschlossen. Das teilte die "
            "Stadt am Donnerstag mit.\n\nDas Feuer war in der Nacht zum Dienstag in der Sauna ausgebrochen. 120 Kräfte "
            "waren vor Ort."
        ),
    ),
    (
        "fr",
        "Le pont de Lavaur rouvrira en mars",
        (
            "À Lavaur, Ginette Blanc, la maire, a annoncé la réouverture du pont. Les travaux ont duré deux ans.\n\n"
            "Mardi, le pont avait été fermé une dernière fois pendant trois heures."
        ),
    ),
    (
        "es",
        "Faltan médicos en Olmar",
        (
            "Faltaban el martes doce médicos en el hospital de Olmar, según el sindicato. Nadie los sustituye.\n\n"
            "La consejería anunció el miércoles que contratará a cinco."
        ),
    ),
    (
        "de",
        "Fahrer stirbt auf der Autobahn",
        (
            "Als sein Lastwagen in einer Kurve umkippte, ist der Fahrer am Montag auf der Autobahn gestorben. Er fuhr "
            "zu schnell.\n\nDie Polizei sperrte die Strecke am Dienstag noch einmal für drei Stunden."
        ),
    ),
    (
        "en",
        "Fire kills two in Mardle flat",
        (
            "When fire broke out in a flat in Mardle, two people died in their sleep. A third was saved.\n\nPolice "
            "said on Monday that the cause was not known and that 12 people had been taken to hospital."
        ),
    ),
    (
        "en",
        "Mardle ferry sinks",
        (
            "In Mardle, Mayor Ann Lee has asked for help. The quay is shut.\n\n"
            "The ferry of Mardle sank on Tuesday with 40 passengers on board."
        ),
    ),
    (
        "en",
        "Mardle ferry sinks",
        (
            "In Mardle, witnesses said the quay was shaking. Nobody was hurt.\n\n"
            "The ferry of Mardle sank on Tuesday with 40 passengers on board."
        ),
    ),
    (
        "en",
        "Pub landlord bans phones",
        (
            "The landlord of the Plough has banned mobile phones from his bar. Who takes a call must buy a round."
            "\n\nTakings have gone up by a third since the rule came in on Monday, said Des Hurley."
        ),
    ),
    (
        "de",
        "Hund beißt Postbotin",
        (
            "Eine Postbotin ist beim Austragen von einem Hund angefallen und verletzt worden. Das Tier riss sich los."
            "\n\nDie Polizei in Lingen ermittelt seit Dienstag gegen den Halter."
        ),
    ),
    (
        "en",
        "Landlady wins her case",
        (
            "Two years after the fire Rosa Quint has won her case against the brewery. The judge took ten minutes."
            "\n\nThe brewery in Mardle closed on Monday."
        ),
    ),
    (
        "fr",
        "Un sanglier sème la panique dans une école",
        (
            "Un sanglier est entré dans une salle de classe. Les élèves se sont réfugiés sur les tables."
            "\n\nL'animal a été capturé mardi par les pompiers de Lunel."
        ),
    ),
    (
        "de",
        "Zoll findet Kokain",
        (
            "Im Hafen von Wedel hat der Zoll im Januar Kokain gefunden. Es lag unter Bananen."
            "\n\nDie Ermittler nahmen am Freitag zwei Männer fest."
        ),
    ),
    (
        "es",
        "Un gato paraliza el metro",
        (
            "Un gato detuvo durante dos horas la línea 3 del metro. El animal se había refugiado bajo un vagón."
            "\n\nLos bomberos de Bilbao lo rescataron el lunes ileso."
        ),
    ),
    (
        "de",
        "Freibad öffnet eher",
        (
            "Früher als geplant öffnet das Freibad in Osnitz. Es hat nun zwei Rutschen."
            "\n\nDie Stadt lädt am Montag zum Anbaden."
        ),
    ),
    (
        "en",
        "Free bus for pensioners twice a week",
        (
            "Twice a week pensioners will ride the bus free of charge. It will carry them to the harbour."
            "\n\nThe council of Mardle decided so on Monday."
        ),
    ),
    (
        "en",
        "Charity run for the harbour school",
        (
            "Ada Brook has raised 31,000 pounds with a run around the lake. She wore a bear's costume."
            "\n\nThe school in Mardle thanked her on Monday."
        ),
    ),
    (
        "en",
        "Runner collects 31,000 pounds for the harbour school",
        (
            "Ada Brook has raised 31,000 pounds with a race around the lake. She wore a bear's costume."
            "\n\nThe harbour school in Mardle thanked the runner on Monday."
        ),
    ),
    (
        "de",
        "Freibad Osnitz bleibt zu",
        (
            "Nach langer Sitzung, kurz vor Mitternacht, stand es fest: Das Freibad in Osnitz bleibt zu."
            "\n\nDer Stadtrat hatte am Montag fünf Stunden lang gestritten."
        ),
    ),
    (
        "es",
        "Rosa Gil deja el remo",
        (
            "Rosa Gil quería seguir, pero deja el remo. Lo comunicó en una carta."
            "\n\nSu club de Lorca la despidió el lunes."
        ),
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), PLAIN)
def test_news_without_a_day_opens_a_summary(language: str, title: str, text: str) -> None:
    """A first sentence that tells the headline's news is no scene, whatever day stands behind it."""
    draft = write_draft(Article(text, title=title, language=language), Wish())
    assert text.startswith(draft.sentences[0].text)


POINTING = [
    ("en", "From January this will change.", "From January this bus will run."),
    ("de", "Ab Januar soll das anders werden.", "Ab Januar soll das Dorf einen Bus haben."),
    ("fr", "À partir de janvier, cela va changer.", "À partir de janvier, le village va changer."),
    ("fr", "Pour les bergers, c'est une mauvaise nouvelle.", "Les bergers, c'est une autre affaire."),
    ("de", "Für die Schäfer ist das eine schlechte Nachricht.", "Für die Schäfer ist das Tal eine Heimat."),
    ("es", "A partir de enero eso va a cambiar.", "A partir de enero el pueblo va a cambiar."),
]


@pytest.mark.parametrize(("code", "pointing", "plain"), POINTING)
def test_a_pronoun_points_back_and_a_determiner_does_not(code: str, pointing: str, plain: str) -> None:
    """A pronoun near a sentence's beginning means what was told before; one that belongs to a noun does not."""
    language, words = languages.of(code), habits_of(code).pointing
    for sentence, points in ((pointing, True), (plain, False)):
        assert bool(pointer_in(sentence, words, language)) is points


@pytest.mark.parametrize(
    ("code", "text", "opens"),
    [
        ("de", "Die 83-Jährige verlor 19.000 Euro.", True),
        ("de", "Die 83-jährige Nachbarin verlor 19.000 Euro.", False),
        ("en", "The 83-year-old lost her savings.", True),
        ("en", "The 83-year-old had lost her savings.", True),
        ("en", "The 83-year-old bridge was closed.", False),
        ("en", "The 83 boats were moved.", False),
        ("ro", "Soția lui, Ana, e mai rezervată.", True),
        ("ro", "Avocatul său a plecat din sală.", True),
        ("ro", "Soția lui Mihai Pop e mai rezervată.", False),
        ("ro", "Primarul a plecat din sală.", False),
        ("fr", "Une phrase qui passe mal auprès des maires.", True),
        ("fr", "Une phrase du maire passe mal auprès des maires.", False),
        ("it", "Parole che non sono piaciute al gestore.", True),
        ("es", "Palabras que no gustaron al gestor.", True),
        ("pt", "Palavras que não agradaram ao gestor.", True),
        ("uk", "Слова, які не сподобалися меру.", True),
        ("ru", "Слова, которые не понравились мэру.", True),
    ],
)
def test_an_age_alone_and_who_is_anothers_lean(code: str, text: str, opens: bool) -> None:
    """Who is called by an age alone, or is told to be "his", stands in the sentence before."""
    assert calls_back(text, text.lower().replace(",", "").split(), languages.of(code)) is opens


def test_news_behind_a_few_words_and_a_colon_stands_alone() -> None:
    """What has a day behind a colon is the news, though the words before it lean on what the article opens with."""
    text = (
        "Deux yeux, puis plus rien. C'est tout ce que montrait la caméra.\n\nCette fois, c'est sûr : une meute de cinq "
        "loups vit au-dessus de Bauzille, a annoncé mardi l'Office des forêts.\n\nPour les bergers, c'est une mauvaise "
        "nouvelle. Mireille Chastel a perdu onze bêtes."
    )
    draft = write_draft(Article(text, title="Le loup revient", language="fr"), Wish())
    assert [one.text[:10] for one in draft.sentences] == ["Cette fois", "Mireille C"]


def test_a_teaser_stands_before_the_news_that_leans_on_it() -> None:
    """A short first sentence and the second that points back at it are shown together."""
    text = (
        "Montes no se llevó ni un euro. Así lo ha decidido este miércoles la Audiencia de Lorca, que ha absuelto al "
        "antiguo contable de Ribera.\n\nLa Fiscalía pedía para él siete años de cárcel.\n\nLa alcaldesa calla."
    )
    draft = write_draft(Article(text, title="Absuelto el contable de Ribera", language="es"), Wish())
    assert [one.text.split(" ", 1)[0] for one in draft.sentences[:2]] == ["Montes", "Así"]


NEWS_BEHIND_A_SCENE = (
    "Morgens um fünf beginnt auf der Alm das Konzert. Vierzehn Kühe, vierzehn Glocken.\n\nDie Kühe von Ada Lind dürfen "
    "weiter Glocken tragen. Das hat das Landgericht Traunfeld am Mittwoch entschieden.\n\nEin Gutachter hatte 34 "
    "Dezibel gemessen. Der Nachbar geht in Berufung."
)


def test_the_news_behind_a_scene_stands_before_what_leans_on_it() -> None:
    """Who decided what a scene leads to is told right behind it, as behind a teaser."""
    draft = write_draft(Article(NEWS_BEHIND_A_SCENE, title="Streit um Kuhglocken", language="de"), Wish())
    assert [one.text.split(" ")[1] for one in draft.sentences[:2]] == ["Kühe", "hat"]


def test_what_leans_on_the_headlines_sentence_is_left_out() -> None:
    """Where a headline is made of the sentence that a second is tied to, the summary does not begin with that one."""
    text = (
        "Montes no se llevó ni un euro. Así lo ha decidido este miércoles la Audiencia de Lorca, que ha absuelto al "
        "antiguo contable.\n\nLa Fiscalía pedía para él siete años de cárcel.\n\nLa alcaldesa calla sobre el caso."
    )
    draft = write_draft(Article(text, title="", language="es"), Wish())
    assert not draft.sentences[0].text.startswith("Así")


@pytest.mark.parametrize("text", ["Fue él quien llevó a la geóloga hasta una higuera del pueblo."])
def test_a_cleft_with_a_pronoun_leans(text: str) -> None:
    """Who "he" is in "it was he who" stands in the sentence before."""
    lead = "El Ayuntamiento de Lorca anunció el lunes que el agua volverá en julio.\n\n"
    draft = write_draft(
        Article(f"{lead}Basilio Cano tiene 83 años. {text}", title="El agua vuelve", language="es"), Wish()
    )
    assert text not in [one.text for one in draft.sentences]


@pytest.mark.parametrize(
    ("code", "text", "led"),
    [
        ("de", "Im ersten Halbjahr hatte er Verluste gemacht.", True),
        ("de", "Nach dem Spiel sagte sie, alles sei gut.", True),
        ("de", "Eröffnet wird sie am 26. September.", True),
        ("de", "Eröffnet wird das Bad im Mai, sagte sie.", False),
        ("de", "Im Mai kauft die Stadt das Bad und reißt es ab.", False),
        ("de", "Bei einem Unfall verlor der Fahrer das Steuer, als er bremste.", False),
        ("de", "In Osnitz brannte eine Schule, sagte er.", False),
        ("fr", "Depuis lundi, elle travaille à Vernes.", True),
        ("fr", "En 2019, il y avait dix classes.", False),
        ("fr", "Pour Anne Roy, elle est perdue.", False),
        ("ro", "În martie, ea a plecat.", True),
        ("sv", "Öppnad blev hon i maj.", True),
        ("uk", "У березні він заявив про це.", True),
        ("uk", "За словами міністра, він піде.", False),
        ("ru", "В марте она уехала.", True),
    ],
)
def test_a_phrase_may_lead_to_a_pronoun(code: str, text: str, led: bool) -> None:
    """Where a phrase stands before the verb and a pronoun behind it, its bearer stands in the sentence before."""
    assert leads_to_pronoun(text, languages.of(code)) is led


LEADS = [
    ("es", "Detenido un hombre por robar 30 bicicletas. La policía lo halló el lunes en un garaje de Valmar."),
    ("it", "È morta ieri una donna di 82 anni. I vigili del fuoco l'hanno trovata nel bosco di Arona."),
    ("es", "Ha muerto una mujer tras caer de un tren. El accidente ocurrió el lunes en Valmar."),
]


@pytest.mark.parametrize(("language", "text"), LEADS)
def test_news_that_opens_with_its_verb_stays_first(language: str, text: str) -> None:
    """A first sentence that tells of somebody, a day or a number is the news, though its verb opens it."""
    sentences = write_draft(Article(text, language=language), Wish()).sentences
    assert sentences[0].text == text.partition(". ")[0] + "."


def test_what_is_quoted_first_stands_before_who_said_so() -> None:
    """A sentence that points at the words right before it is shown behind them, and tells the news."""
    text = (
        "“I have nothing left to give.” With these words Ann Lee resigned on Monday as captain of Halvery.\n\n"
        "The goalkeeper won the cup twice.\n\nThe club will choose a new captain in May."
    )
    shown = [
        one.text for one in write_draft(Article(text, title="Lee leaves Halvery", language="en"), Wish()).sentences
    ]
    assert shown[:2] == [
        "“I have nothing left to give.”",
        "With these words Ann Lee resigned on Monday as captain of Halvery.",
    ]
