"""Who speaks: every way in which English news says so, and the ways in which it leaves the reader unsure."""

import pytest

from tests.domain.speech.test_quotes import read
from tests.support.growth import grows_linearly

NAMED_BY_A_CUE = {
    "after": "“The dam will hold,” Ann Lowry said on Monday in Leeds.",
    "inverted": "“The dam will hold,” said Ann Lowry, who built it.",
    "before": "Ann Lowry told the council: “The dam will hold until spring.”",
    "within": "“The dam,” Ann Lowry said, “will hold until the spring.”",
    "according to": "The dam “will hold until the spring”, according to Ann Lowry.",
    "participle": "Ann Lowry defended the engineers, saying “the dam will hold until spring.”",
    "apposition": "“The dam will hold,” Ann Lowry, a spokeswoman for the county, said.",
    "relative clause": "“The dam will hold,” Ann Lowry, who advises Bo Marsh, said.",
    "description first": "“The dam will hold,” the county engineer, Ann Lowry, said.",
    "aside": "Mayor Ann Lowry (I-Vale) said in Exeter, Devon, that the dam “will hold until the spring.”",
    "modifier": "“The dam will hold,” a tired Ann Lowry said.",
    "unknown verb": "“The dam will hold,” Ann Lowry harrumphed.",
    "end of the sentence": "“The dam will hold until the spring” if it rains no more, said Ann Lowry.",
    "before, another's clause behind": "Ann Lowry called it “a dam that will hold”, and the town will open it soon.",
    "end, after another's clause": "“The dam will hold until the spring” if he repairs it, Ann Lowry said.",
    "as": "The dam “will hold until the spring”, as Ann Lowry said in March.",
    "noun": "Ann Lowry's answer was: “The dam will hold until the spring.”",
    "noun with that": "Few believed Ann Lowry's claim that “the dam will hold until the spring”.",
    "thought within speech": "Ann Lowry said that voters feel “the dam will hold until the spring”.",
    "article before a name": "“The dam will hold,” the Ann Lowry Fund said.",
    "second verb": "Ann Lowry thanked them “for holding the dam all night” and called the rain “a thing I never saw”.",
    "with": "Bo Marsh frowned at the plan, with Ann Lowry noting that “the dam will hold until the spring”.",
    "as saying": "Bo Marsh quoted Ann Lowry as saying “the dam will hold until the spring”.",
    "question before an apposition": "“Will the dam hold?” Ann Lowry, the head of the county office, asked on Monday.",
    "passive": "Bo Marsh was asked by the host Ann Lowry, who knows him, “whether the dam will hold until May”.",
    "inserted cue and participle": "Bo Marsh will come in May, Ann Lowry said, adding, “The dam will hold until May.”",
    "thought of another": "Ann Lowry said she is sure Bo Marsh will continue to be “a friend of the dam until May”.",
    "deed of another": "Ann Lowry wrote that Bo Marsh has made many requests, “even to drain the dam until May”.",
    "clause before the main one": "When Bo Marsh died, Ann Lowry released this: “The dam will hold until May.”",
    "deed behind": "While Ann Lowry proclaims the dam a “wonder that will hold until May,” Bo Marsh walks on it.",
    "as with a complement": "However, as Ann Lowry of the Leeds office told us, “the dam will hold until May.”",
    "and in a statement": "Ann Lowry backs Bo Marsh and in a statement thanked him for “the dam that holds”.",
    "dashes": "Ann Lowry — named by Bo Marsh as his heir — told the council that “the dam will hold until May”.",
    "apposition in a clause": "Bo Marsh left, while Ann Lowry, the county engineer, said we “wait for spring to come”.",
    "inserted quotation": "And though Ann Lowry lamented it - “the dam will hold until May” - farmers said no.",
    "inverted before": "Because of how Bo Marsh built it, explained Ann Lowry, “the dam will hold until May”.",
    "state": "Ann Lowry, R-Wis., said in a letter before a hearing, “The dam will hold until May.”",
    "document of": "A letter sent out by Ann Lowry on Tuesday warned of rain: “The dam will hold until May.”",
    "confidence that": "Ann Lowry expressed confidence that the age of the dam would be nothing “to fear until May”.",
    "said and she said": "Ann Lowry said that Bo Marsh must be sure he has “a dam that will hold until May,” she said.",
    "plan of another": "Ann Lowry said that Bo Marsh's plan would “lead straight to war” and end in ruin.",
    "attacked and referred": "Ann Lowry attacked Bo Marsh and has referred to him as “that third-rate sort of man”.",
    "title behind a mark": "“The dam will hold!” Rev. Ann Lowry, the bishop's aide, said.",
    "puts it": "As Ann Lowry, a professor at a think tank in Hawaii, puts it, “the dam will hold until spring”.",
    "of a request": "Ann Lowry, speaking in Leeds, said of Bo Marsh's request: “The dam will hold until spring.”",
}  # fmt: skip


@pytest.mark.parametrize("text", NAMED_BY_A_CUE.values(), ids=NAMED_BY_A_CUE)
def test_a_cue_names_the_speaker(text: str) -> None:
    """Wherever the cue stands, and whatever stands between, each quotation belongs to whom it names."""
    speakers = {speaker for _, speaker in read(text)}
    assert speakers in ({"Ann Lowry"}, {"Ann Lowry Fund"})


ACROSS_PARAGRAPHS = {
    "colon": "Ann Lowry wrote to the mayor:\n\n“The dam will hold until the spring.”",
    "signature": "“The dam will hold until the spring.”\n\n— Ann Lowry, engineer",
    "hyphen and point": "“The dam will hold until the spring.”\n\n-Ann Lowry, writing from Leeds.",
    "floating": "“The dam will hold,” Ann Lowry said.\n\n“It has held for forty years.”",
    "told of": "Ann Lowry has watched the dam for forty years. She lives beside it.\n\n“It has never failed me once.”",
    "goes on": "“The dam will hold,” said Ann Lowry. “It has held for forty years” in spite of Bo Marsh.",
    "pronoun": "“The dam will hold,” Ann Lowry said.\n\n“It has held for forty years,” she added.",
    "pronoun after a report": "The rain weakened Bo Marsh, Ann Lowry said.\n\n“He was soaked to the skin,” she said.",
    "contraction": "Ann Lowry knows the dam, and she's said since May that “it will hold until the spring”.",
    "question and new sentence": "Bo Marsh asked Ann Lowry, “Will it?” Ann Lowry wrote back, “The dam will hold.”",
    "previous sentence's subject": "Bo Marsh met Dan Ray.\n\nAnn Lowry knows it.\n\n“The dam will hold,” she said.",
    "namesake of the other gender": "John Lowry came. Ann Lowry stayed.\n\n“The dam will hold,” she said.",
    "no subject": "“The dam will hold,” Ann Lowry said. But that is not the same as “a dam that holds forever”.",
    "reported subject": "Bo Marsh is stubborn, Dan Ames said.\n\n“He never listens to the engineers,” he said.",
}  # fmt: skip


@pytest.mark.parametrize("text", ACROSS_PARAGRAPHS.values(), ids=ACROSS_PARAGRAPHS)
def test_a_speaker_is_kept_from_sentence_to_sentence(text: str) -> None:
    """Colons, signatures, the running speaker and pronouns carry a speaker on."""
    expected = "Dan Ames" if "Dan Ames" in text else "Ann Lowry"
    assert read(text)[-1][1] == expected


UNSURE = {
    "nobody before": "“The dam will hold until the spring,” he said.",
    "no gender fits": "Ann Lowry left early.\n\n“The dam will hold until the spring,” he said.",
    "two people": "It rained on Dan Ames and on Carl Orr.\n\n“The dam will hold,” he said.",
    "namesakes": "Dan Ames came. His brother, Carl Ames, did not.\n\nAmes smiled.\n\n“The dam will hold,” he said.",
    "a writing": "Ann Lowry handed over a letter. “The dam will hold until the spring,” the letter said.",
    "an unnamed speaker before": "“It will,” said Ann Lowry.\n\nAnother warned: “The dam will not hold until spring.”",
    "what is done and not said": "“It will,” Ann Lowry said.\n\nIt rains. Bo Marsh “will have held it until May”.",
    "their listeners": "Ann Lowry met her listeners, who wondered if “the dam will hold until the spring”.",
    "a reason": "The dam is Ann Lowry's, because “the dam has always been a place of the Lowrys”.",
    "a rejected claim": "Ann Lowry rejects the claim that “the dam will not hold until the spring”.",
    "a heading": "Mayor Ann Lowry Speaks\n\n“The dam will hold until the spring,” she said.",
    "a law": "“The dam will hold,” Ann Lowry said. The law states that “no dam shall be built on sand”.",
    "a plural": "Ann Lowry met the farmers. “The dam will hold until the spring,” they said.",
}  # fmt: skip


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_an_unsure_speaker_is_none(text: str) -> None:
    """Where a pronoun may mean two people or none, or the text names nobody, nobody is shown."""
    assert read(text)[-1][1] is None


def test_the_listener_is_not_the_speaker() -> None:
    """Who is told speaks not, a wire service as little as a person."""
    assert read("“The dam will hold,” Ann Lowry told Reuters.")[0][1] == "Ann Lowry"
    assert read("Ann Lowry told Bo Marsh that “the dam will hold until spring”.")[0][1] == "Ann Lowry"
    assert read("“The dam will hold,” the engineer, Ann Lowry, told Bo Marsh.")[0][1] == "Ann Lowry"


def test_a_description_is_whole() -> None:
    """A party before the role belongs to it."""
    text = "Ann Lowry is tired. “The dam will hold,” the Republican presidential candidate told the council on Monday."
    assert read(text)[0][1] == "the Republican presidential candidate"


def test_a_surname_that_is_a_verb() -> None:
    """George Will and Ian Read are called Will and Read."""
    text = (
        "George Will met Ian Read. “The dam will hold,” Will wrote. “It has held for years,” Read said. Will it hold?"
    )
    assert [speaker for _, speaker in read(text)] == ["George Will", "Ian Read"]


def test_a_line_of_credit_takes_no_quotation_with_a_cue() -> None:
    """Who signs a text did not say what its last sentence quotes."""
    text = "Ann Lowry said that the dam was “still the best one in the whole valley.”-- Bo Marsh."
    assert read(text)[0][1] == "Ann Lowry"


def test_two_cues_have_their_own_quotations() -> None:
    """A sentence with two speakers gives each the words beside the cue."""
    text = "Ann Lowry said “the dam will hold until spring” and Bo Marsh said “it will be gone by Sunday night”."
    assert [speaker for _, speaker in read(text)] == ["Ann Lowry", "Bo Marsh"]


def test_a_verb_that_is_a_noun_is_no_cue() -> None:
    """Comments, claims and reports are nouns behind an article or a genitive."""
    text = "Bo Marsh said that sometimes Ann Lowry's odd comments make him “want to drain the whole valley”."
    assert read(text)[0][1] == "Bo Marsh"


def test_who_spoke_is_a_person_whatever_the_name() -> None:
    """A name that no list knows is a person's once the text tells of it as of one, and takes the pronouns."""
    text = "The farmer, Quillon Zabre, shook hands. The farm is in Egypt.\n\n“The goat will live for years,” he said."
    assert read(text)[0][1] == "Quillon Zabre"


@pytest.mark.parametrize(
    "unit",
    [
        "“a” ",
        "he said “no way to do it” ",
        "said ",
        "Ann Lowry, ",
        "he said ",
        "Ann Lowry's claim that ",
        "“a”\n\n“b\n\n",
        "the lady, said, adding ",
        'said "a "b" ',
        "Will Will, Ann Will said ",
    ],
)
def test_speakers_take_linear_time(unit: str) -> None:
    """No text that repeats what the rules look at takes more than its length's time."""
    assert grows_linearly(lambda count: read(unit * count), small=1_000, large=8_000)
