"""How fast others are on the same files: `python3 bench.py FILE...` prints a JSON line for each library that is installed
and each file, with the milliseconds of a first and of a further reading; a library that is not there has a line that says
so. What would take a library more than a minute is left out."""

import json
import re
import sys
import time

MOST = 60_000


def spacy_reader():
    """Names, by the English pipeline that is installed, the middle one before the small one before any other."""
    import spacy

    installed = [name for name in spacy.util.get_installed_models() if name.startswith("en_")]
    if not installed:
        raise ModuleNotFoundError("spaCy has no English pipeline: python3 -m spacy download en_core_web_md")
    wanted = ["en_core_web_md", "en_core_web_sm"]
    name = min(installed, key=lambda name: (wanted.index(name) if name in wanted else len(wanted), name))
    model = spacy.load(name)
    model.max_length = 10**8
    return f"spaCy {spacy.__version__}, {name}", lambda text: [entity.text for entity in model(text).ents]


class Pattern:
    """Sentences and words by patterns, for where NLTK's data is not installed: less work than what stands in for it."""

    def to_sentences(self, paragraph):
        return re.split(r"(?<=[.!?])\s+", paragraph.strip())

    def to_words(self, sentence):
        return re.findall(r"[^\W\d_]+", sentence)


def sumy_reader():
    """A summary of three sentences."""
    import sumy
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    try:
        tokenizer, note = Tokenizer("english"), ""
        tokenizer.to_sentences("Whether its data is there, too.")
    except LookupError:
        tokenizer, note = Pattern(), " with sentences by a pattern"
    summarizer = LexRankSummarizer()
    return f"sumy {sumy.__version__}, LexRank{note}", lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, 3)


def dateparser_reader():
    """Dates."""
    import dateparser
    from dateparser.search import search_dates

    return f"dateparser {dateparser.__version__}", lambda text: search_dates(text, languages=["en"])


def timed(read, text):
    begun = time.perf_counter()
    read(text)
    return (time.perf_counter() - begun) * 1000


for peer, reader in (("spaCy", spacy_reader), ("sumy", sumy_reader), ("dateparser", dateparser_reader)):
    try:
        label, read = reader()
    except Exception as error:
        print(json.dumps({"peer": peer, "missing": str(error).splitlines()[0][:120]}), flush=True)
        continue
    rate = 0.0
    for file in sys.argv[1:]:
        with open(file, encoding="utf-8") as source:
            text = source.read()
        if rate * len(text) > MOST:
            continue
        first = timed(read, text)
        milliseconds = first if first > MOST / 6 else timed(read, text)
        # A method may take the square of the length.
        rate = max(rate, milliseconds / len(text))
        print(json.dumps({"peer": label, "file": file, "first": first, "milliseconds": milliseconds}), flush=True)
