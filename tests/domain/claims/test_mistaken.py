"""What a sentence does not say though it has all the words: of whom, of what and of how many it says them."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

PICTURE = "The court found that Dr Ann Holm had relied on a picture that a colleague had labelled wrongly."
HELPERS = "About 340 of the 420 librarians took part. The children's library stayed open because volunteers, most of \
them students, kept it running. The union criticised them, but later apologised."
OFFER = "Council member Tom Rudd accused Mayor Ida Lund. An offer of 4 percent had been made, he said, and the mayor \
had torn it up."
BREWERY = "The planned sale of Holm's Brewery to Norsund has collapsed. “We were never told,” said Ann Holm, who has \
run the company since 2016. Sales fell last year because pubs closed, and the company made a loss of 2 million pounds."
CABLES = "The bridge was closed on Thursday after one of its 48 cables broke."
LIABLE = "Ann Holm spoke on Friday. According to her, the port is not liable for accidents that nobody could foresee."
BONUS = "The union dropped the threat after both firms promised a bonus of 1,500 pounds."
BUND = "Der Bauernbund zog erstmals in den Landtag ein. Mit ihm will keine andere Partei zusammenarbeiten."
RAIL = "Ein Anwohner hatte die Leitplanke vorgeschlagen. Baudirektor Urs Kiser entschuldigte sich dafür."
LEFT = "Torsten Brix kündigte an, sich aus der Politik zurückzuziehen. Eine Koalition schloss er nicht aus; darüber \
müsse sein Nachfolger entscheiden."
TRAINER = "Vier Sportlerinnen werfen dem Trainer Holger Matthes vor, sie angeschrien zu haben. Er kündigte an, gegen \
die Entlassung zu klagen."
FERRY = "A ferry captain was cleared on Wednesday of causing a collision in which three passengers were injured."
FUEL = "The crew were not hurt, but 40 tonnes of fuel leaked into the sea and killed hundreds of birds."
COST = "A clean-up cost the region 2 million crowns; the insurer has so far paid back less than half of that."
WAGES = "Die Löhne der Beschäftigten steigen im Oktober um 4,5 Prozent und ein Jahr später um weitere 2 Prozent."
COURT = "Die Gewerkschaft rief zum Streik auf. Das Gericht hat einen Antrag von Nordkai abgelehnt, den Streik zu \
verbieten. Die Gewerkschaft begrüßte das. Nordkai schweigt dazu, die Gewerkschaft nicht."
APE = "Das Tier hatte ein Seil benutzt, das ein Handwerker vergessen hatte. Es kletterte auf das Dach des Hauses."
ZOO = "Zoodirektor Martin Oehler will die Baufirma verklagen. Deren Inhaber bezweifelt, dass das Seil von seinen \
Leuten stammt. Die Stadt, der der Zoo gehört, will ein Gutachten in Auftrag geben."
CAMERA = "Die Polizei fasste einen Mann. Auf die Spur des Täters kamen die Ermittler durch eine Wildkamera. Ein \
Jäger hatte sie am Waldrand aufgehängt."
REWARD = "Ein Jäger half der Polizei. Er bekommt die Belohnung von 5.000 Euro, die der Landkreis ausgesetzt hatte."
TALK = "Jens Thoma leitet den Verein. Er verlangt ein Gespräch mit dem Oberbürgermeister."


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", PICTURE, "Ann Holm labelled the picture wrongly.", False),
        ("en", PICTURE, "Ann Holm had relied on a picture that a colleague had labelled wrongly.", True),
        ("en", HELPERS, "Most of the volunteers were librarians.", False),
        ("en", HELPERS, "Most of the volunteers were students.", True),
        ("en", OFFER, "The mayor said he had torn up an offer of 4 percent.", False),
        ("en", BREWERY, "Norsund sold Holm's Brewery.", False),
        ("en", BREWERY, "The company makes a loss every year.", False),
        ("en", BREWERY, "The company made a loss last year.", True),
        ("en", CABLES, "The bridge was closed on Thursday after 48 cables broke.", False),
        ("en", CABLES, "The bridge was closed on Thursday after one of 48 cables broke.", True),
        ("en", LIABLE, "Ann Holm said the port is liable for accidents that nobody could foresee.", False),
        ("en", LIABLE, "Ann Holm said the port is not liable for accidents that nobody could foresee.", True),
        ("en", BONUS, "Both firms were promised a bonus of 1,500 pounds.", False),
        ("en", BONUS, "Both firms promised a bonus of 1,500 pounds.", True),
        ("de", BUND, "Der Bauernbund will mit keiner anderen Partei zusammenarbeiten.", False),
        ("de", BUND, "Mit dem Bauernbund will keine andere Partei zusammenarbeiten.", True),
        ("de", RAIL, "Der Anwohner entschuldigte sich bei Urs Kiser.", False),
        ("de", LEFT, "Torsten Brix hat sich aus der Politik zurückgezogen.", False),
        ("de", TRAINER, "Holger Matthes kündigte an, gegen die Sportlerinnen zu klagen.", False),
        ("de", TRAINER, "Holger Matthes kündigte an, gegen die Entlassung zu klagen.", True),
        ("en", FERRY, "Three passengers were cleared of causing a collision.", False),
        ("en", FERRY, "Three passengers were injured in a collision.", True),
        ("en", FUEL, "Forty tonnes of birds leaked into the sea.", False),
        ("en", FUEL, "Forty tonnes of fuel leaked into the sea.", True),
        ("en", COST, "The clean-up cost the insurer 2 million crowns.", False),
        ("en", COST, "The clean-up cost the region 2 million crowns.", True),
        ("de", WAGES, "Die Löhne der Beschäftigten steigen ein Jahr später um 4,5 Prozent.", False),
        ("de", WAGES, "Die Löhne der Beschäftigten steigen im Oktober um 4,5 Prozent.", True),
        ("de", COURT, "Das Gericht hat einen Antrag der Gewerkschaft abgelehnt.", False),
        ("de", COURT, "Das Gericht hat einen Antrag von Nordkai abgelehnt.", True),
        ("de", APE, "Ein Handwerker kletterte auf das Dach des Hauses.", False),
        ("de", APE, "Das Tier kletterte auf das Dach des Hauses.", True),
        ("de", ZOO, "Der Zoo gehört der Baufirma.", False),
        ("de", CAMERA, "Die Ermittler hatten eine Wildkamera am Waldrand aufgehängt.", False),
        ("de", CAMERA, "Ein Jäger hatte die Wildkamera am Waldrand aufgehängt.", True),
        ("de", REWARD, "Der Landkreis bekommt die Belohnung von 5.000 Euro.", False),
        ("de", TALK, "Der Oberbürgermeister verlangt ein Gespräch mit Jens Thoma.", False),
        ("de", TALK, "Jens Thoma verlangt ein Gespräch mit dem Oberbürgermeister.", True),
    ],
)
def test_words_of_an_article_are_said_of_what_it_says_them_of(language: str, text: str, said: str, right: bool) -> None:
    """A sentence stands only where the article says its words of the same people and things, and of as many."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is right
