"""Does with Python and pyahocorasick what guichet's gazetteer does.

    python_peer.py load DATA ROUNDS               seconds of each round
    python_peer.py bench NAMES FEWER MORE TEXTS   what is to be done on standard input → a round

Names and texts are folded already, one a line. A name is found where its words stand, whatever
stands around them.
"""

import csv
import pathlib
import sys
import time

ARTICLES = ("le ", "la ", "les ", "l ")


def load(folder, rounds):
    """Each row a dictionary, found by its first column and by its name."""
    for _ in range(rounds):
        start = time.process_time()
        tables = []
        for path in sorted(pathlib.Path(folder).glob("*.tsv")):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            code = next(iter(rows[0]))
            names = {}
            for row in rows:
                names.setdefault(row["name"], []).append(row)
            tables.append(({row[code]: row for row in rows}, names))
        print(time.process_time() - start)
        del tables


def automaton(path):
    import ahocorasick

    found = ahocorasick.Automaton()
    for row, name in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines()):
        for article in ARTICLES:
            name = name.removeprefix(article)
        if name:
            found.add_word(f" {name} ", row)
    found.make_automaton()
    return found


def bench(names, fewer, more, path):
    start = time.process_time()
    search = automaton(names)
    seconds = time.process_time() - start
    others = {"fewer": automaton(fewer), "more": automaton(more)}
    texts = [f" {line} " for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    print(seconds, len(search), flush=True)
    for line in sys.stdin:
        name, _, size = line.strip().partition(" ")
        asked = ["".join(texts) * int(size)] if size else texts
        finder = others.get(name, search)
        passes, start = 0, time.process_time()
        while (now := time.process_time()) - start < 0.2:
            found = sum(len(list(finder.iter(text))) for text in asked)
            passes += 1
        print((now - start) / passes, sum(map(len, asked)), found, flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(sys.argv[2], int(sys.argv[3]))
    else:
        bench(*sys.argv[2:])
