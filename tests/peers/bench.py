"""How fast others are on the same files: `python3 bench.py FILE...` prints a JSON line for each library that is installed
and each file, with the milliseconds of a first and of a further reading; a library that is not there has a line that says
so. What would take a library more than a minute is left out."""

import json
import sys
import time

MOST = 60_000


def spacy_reader():
    import spacy

    model = spacy.load("en_core_web_md")
    model.max_length = 10**8
    return lambda text: [entity.text for entity in model(text).ents]


def sumy_reader():
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    summarizer, tokenizer = LexRankSummarizer(), Tokenizer("english")
    tokenizer.to_sentences("Whether its data is there, too.")
    return lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, 3)


def dateparser_reader():
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def timed(read, text):
    begun = time.perf_counter()
    read(text)
    return (time.perf_counter() - begun) * 1000


for peer, reader in (("spaCy", spacy_reader), ("sumy", sumy_reader), ("dateparser", dateparser_reader)):
    try:
        read = reader()
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
        print(json.dumps({"peer": peer, "file": file, "first": first, "milliseconds": milliseconds}), flush=True)
