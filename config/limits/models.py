"""What a model is asked, how long, and how often."""

# Actors and quotes that a model is asked for: what a chat shows, and a few more for those who ask for all.
MODEL_ACTORS = 12
MODEL_QUOTES = 10

# Items of a list in a model's answer that are looked at: more is a broken answer.
ANSWER_ITEMS = 40

# Quotes of the reader that are offered to a model, and how many words of each: the whole text is in the article.
OFFERED_QUOTES = 30
OFFERED_WORDS = 8

# Characters of a token at the least, by script, below what common tokenizers give for news: the safe side.
LATIN_TOKEN = 3.2
OTHER_TOKEN = 1.8
WIDE_TOKEN = 0.8

# Characters that the script of a text is told from.
SCRIPT_SAMPLE = 2000

# Characters that a sentence's number and line break add.
SENTENCE_OVERHEAD = 8

# Characters of an article that one call takes at the least, however small the window is said to be.
FEWEST_CHARACTERS = 400

# Sentences of the article that one sentence of a draft may rest on: more carry anything.
RESTS_ON = 3

# Share of the window that is filled: the rest is the margin for a tokenizer that cuts finer than was estimated.
WINDOW_SHARE = 0.85

# Parts of a long article that are sent: beyond six calls a brief costs more than it is worth, and says it is partial.
MODEL_PARTS = 6

# Seconds to connect to a model's server, and between two bytes of its answer.
MODEL_CONNECT_SECONDS = 5.0

# Further tries of a call on 408, 409, 425, 429, 5xx and lost connections; seconds before the first of them, doubled
# each time and spread by half either way; and seconds that a server may ask for by Retry-After and be waited for.
MODEL_RETRIES = 2
MODEL_BACKOFF_SECONDS = 0.5
MODEL_WAIT_SECONDS = 10.0

# Times the seconds of one call that a whole draft may take, with its parts and repairs: two minutes by default, less
# than another process waits for the flight.
MODEL_PATIENCE = 2.0

# Bytes of a summary that `nutgraf check` reads: more is no summary.
DRAFT_BYTES = 1_000_000

# Seconds that a second look may take, where a call to the model may take longer, and claims that it is asked of: a
# reader waits for it after the draft, and with it a brief takes less than another process waits for the flight.
SECOND_LOOK_SECONDS = 20.0
SECOND_LOOK_CLAIMS = 40

# Failures in a row after which the model is left alone, and for how many seconds; a spent quota rests longer.
CIRCUIT_FAILURES = 3
CIRCUIT_SECONDS = 60.0
QUOTA_SECONDS = 900.0

# Tokens besides those of its answer that a model of OpenAI's may think with: some think more than they write.
MODEL_THINKING = 6000

# How freely a model chooses its words: hardly, as it is to repeat what the article says.
MODEL_TEMPERATURE = 0.2
