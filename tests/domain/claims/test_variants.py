"""Claims in other words that say as much stand; those that only look like it fall."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "Mayor Ann Holm opened the session at nine. The council rejected the budget on Monday. The Arden Fund "
        "gave the theatre 40 pianos. In June the ferry to Sund was faster than the train. The county may pay "
        "for the roof if the town finds a builder.\n\n"
        "“We were not told of the leak,” said the director of the theatre, Paul Reyes. Trainer Otto Brandt, "
        "who had left Sund in May, returned on Friday. The clerk refused to discuss the petition.\n\n"
        "The harbour office rejects the charge: according to its head, Vera Lund, the pumps were checked in "
        "March. Nobody was injured in the theatre."
    ),
    "de": (
        "Bürgermeisterin Anna Holm eröffnete die Sitzung um neun. Der Rat lehnte den Haushalt am Montag ab. "
        "Die Stiftung Arden schenkte dem Theater 40 Klaviere. Die drei Schauspieler blieben unverletzt.\n\n"
        "Die Leiterin, Vera Lund, machte den Lieferanten für den Schaden verantwortlich."
    ),
    "fr": (
        "La mairesse Anne Holm a ouvert la séance. Le conseil a rejeté le budget lundi. La fondation Arden a "
        "offert 40 pianos au théâtre. La région pourrait payer le toit si la ville trouve un maçon. En 2018, "
        "une crue avait touché 45 maisons, dix de plus qu'en 1999."
    ),
    "uk": ("Рада відхилила бюджет у понеділок. Фонд «Арден» подарував театру 40 роялів. Марта Лунд не вірить мерові."),
    "ro": ("Consiliul a respins bugetul luni. Fundația Arden a dat teatrului 40 de piane. Nicio casă nu a ars."),
}
CLAIMS = [
    ("en", "The mayor opened the session at nine.", True),
    ("en", "The director opened the session at nine.", False),
    ("en", "The council did not approve the budget.", True),
    ("en", "The council did not reject the budget.", False),
    ("en", "The budget was rejected on Monday.", True),
    ("en", "The council was rejected on Monday.", False),
    ("en", "The theatre was given to the Arden Fund.", False),
    ("en", "The theatre received 40 pianos from the Arden Fund.", True),
    ("en", "The Arden Fund received 40 pianos from the theatre.", False),
    ("en", "In June the train was slower than the ferry to Sund.", True),
    ("en", "In June the train was faster than the ferry to Sund.", False),
    ("en", "Whether the county pays for the roof depends on the town finding a builder.", True),
    ("en", "Whether the town finds a builder depends on the county.", False),
    ("en", "Paul Reyes said that the theatre was not told of the leak.", True),
    ("en", "Paul Reyes said that the theatre was told of the leak.", False),
    ("en", "Otto Brandt had left Sund in May and returned on Friday.", True),
    ("en", "Otto Brandt had left Sund in May and opened the session.", False),
    ("en", "The petition was not discussed by the clerk.", True),
    ("en", "The petition was discussed by the clerk.", False),
    ("en", "According to Vera Lund the pumps were checked in March.", True),
    ("en", "There were no injuries in the theatre.", True),
    ("de", "Die Bürgermeisterin eröffnete die Sitzung um neun.", True),
    ("de", "Die Leiterin eröffnete die Sitzung um neun.", False),
    ("de", "Der Rat hat den Haushalt am Montag nicht gebilligt.", True),
    ("de", "Der Haushalt wurde am Montag abgelehnt.", True),
    ("de", "Der Rat wurde am Montag abgelehnt.", False),
    ("de", "Das Theater erhielt von der Stiftung Arden 40 Klaviere.", True),
    ("de", "Die Stiftung Arden erhielt vom Theater 40 Klaviere.", False),
    ("de", "Die drei Schauspieler trugen keine Verletzungen davon.", True),
    ("de", "Die drei Schauspieler trugen Verletzungen davon.", False),
    ("de", "Vera Lund gab dem Lieferanten die Schuld an dem Schaden.", True),
    ("fr", "Le conseil n'a pas approuvé le budget.", True),
    ("fr", "Le budget a été rejeté lundi.", True),
    ("fr", "Le conseil a été rejeté lundi.", False),
    ("fr", "Le théâtre a reçu 40 pianos de la fondation Arden.", True),
    ("fr", "La fondation Arden a reçu 40 pianos du théâtre.", False),
    ("fr", "En 1999, une crue avait touché 45 maisons.", False),
    ("uk", "Рада не схвалила бюджет у понеділок.", True),
    ("uk", "Театр отримав 40 роялів від фонду «Арден».", True),
    ("uk", "Фонд «Арден» отримав 40 роялів від театру.", False),
    ("ro", "Consiliul nu a aprobat bugetul luni.", True),
    ("ro", "Bugetul a fost respins luni.", True),
    ("ro", "Consiliul a fost respins luni.", False),
    ("ro", "Teatrul a primit 40 de piane de la Fundația Arden.", True),
    ("ro", "Fundația Arden a primit 40 de piane de la teatru.", False),
]


NARROWED = {
    "en": "The town closed its only road bridge on Monday. No serious injuries were reported. Ada Vane is its first "
    "female mayor. All regional trains stopped.",
    "de": "Die Stadt schloss am Montag ihre einzige befahrbare Brücke. Ada Vane ist ihre erste gewählte Leiterin.",
    "uk": "Місто закрило в понеділок єдиний залізничний міст.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "The town closed its only road bridge.", True),
        ("en", "The town closed its only bridge.", False),
        ("en", "No injuries were reported.", False),
        ("en", "Ada Vane is the town's first mayor.", False),
        ("en", "All trains stopped.", False),
        ("en", "All regional trains stopped.", True),
        ("de", "Die Stadt schloss am Montag ihre einzige Brücke.", False),
        ("de", "Ada Vane ist ihre erste Leiterin.", False),
        ("uk", "Місто закрило єдиний міст.", False),
    ],
)
def test_what_is_the_only_one_or_none_of_its_kind_keeps_its_kind(code: str, claim: str, *, true: bool) -> None:
    """A word that narrows may go where the rest still follows, and not behind only, first, all or no."""
    assert Claims(Article(text=NARROWED[code], language=code)).sentence(claim).stands is true


@pytest.mark.parametrize(("code", "claim", "true"), CLAIMS)
def test_other_words_are_judged_by_what_they_say(code: str, claim: str, *, true: bool) -> None:
    """A claim stands when the article says as much in other words, and falls when it says the contrary."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true


def test_claim_in_the_articles_language_is_not_taken_for_a_translation() -> None:
    """A draft that says that it is in another language escapes no rule by it."""
    claims = Claims(Article(text=TEXTS["fr"], language="fr"))
    assert not claims.sentence("Le conseil a adopté le budget de la mairesse Anne Holm.", language="en").stands
    assert claims.sentence("Le conseil a rejeté le budget lundi.", language="en").stands
