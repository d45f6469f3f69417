"""Classifies texts with guichet's rules as regular expressions of Python.

    python_re.py bench READER RULES TIMES TEXTS...    `SIZE COUNT` on standard input → a round
    python_re.py find READER RULES TIMES TEXTS        for each text the rules that are found

Each rule is there TIMES times.
"""

import json
import re
import sys
import time

import expressions
import rulefiles

PLACES = {"objet": 0, "signature": 3, "expediteur": 4, "debut": 5, "fin": 6}
# Where nothing is: quotation, attachments, and what guichet knows of a sender.
NOWHERE = {"citation", "piece jointe", "auteur"}
EDGE = 60


class Classifier:
    def __init__(self, rules, reader, times):
        translator = expressions.Translator(rules, expressions.forms(rules, reader))
        self.searches, self.names = [], []
        for rule in rules.rules:
            places = [PLACES[word] for word in rule.scope if word in PLACES]
            if not places and NOWHERE.isdisjoint(rule.scope):
                places = [2]
            self.searches.append((re.compile(translator.expression(rule)).search, places))
            self.names.append(f"{rule.target}/{rule.name}")
        self.searches *= times

    def found(self, text):
        """Which rules are found, by their number."""
        subject, body = expressions.plain(text["subject"]), expressions.plain(text["body"])
        start, end = edges(body)
        places = [
            subject, body, subject + body, expressions.plain(text["signature"]),
            expressions.plain(text["sender"]), start, end,
        ]
        return [
            number for number, (search, wanted) in enumerate(self.searches)
            if any(search(places[place]) for place in wanted)
        ]


def edges(body):
    """The sentences that reach into the first and into the last words."""
    sentences = re.findall(r"[^.?]*[.?] ", body)
    return near_edge(sentences), near_edge(sentences[::-1])


def near_edge(sentences):
    words, kept = 0, []
    for sentence in sentences:
        if words >= EDGE:
            break
        kept.append(sentence)
        words += sentence.count(" ") - 1
    return "".join(kept)


def load(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines]


def main():
    task, reader, folder, times, *paths = sys.argv[1:]
    texts = [load(path) for path in paths]
    start = time.process_time()
    classifier = Classifier(rulefiles.read(folder), reader, int(times))
    if task == "find":
        for text in texts[0]:
            print(json.dumps([classifier.names[number] for number in classifier.found(text)]))
        return
    print(time.process_time() - start, len(classifier.searches), flush=True)
    for line in sys.stdin:
        size, count = map(int, line.split())
        start = time.process_time()
        found = sum(len(classifier.found(text)) for text in texts[size][:count])
        seconds = time.process_time() - start
        print(f"{seconds:.6f}", min(count, len(texts[size])), found, flush=True)


if __name__ == "__main__":
    main()
