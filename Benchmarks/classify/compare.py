"""Runs the classifiers in turn, round by round, and prints medians and ratios.

    compare.py ROUNDS BUILD READER

Texts, copies of the rules and what rspamd compiles go to the folder BUILD.
"""

import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
# Times an ordinary mail, and how many of them there are.
SIZES = {1: 1000, 10: 100, 100: 10}
WORDS = 130
# Seconds: what a round should take, and what one text may take at most.
ROUND, LONGEST = 0.5, 5
VARIANTS = [(1, None), (10, "same"), (10, "other"), (100, "same"), (100, "other")]
TITLES = {
    "verdict": "guichet, verdict", "Python": "Python re", "whole": "guichet, whole",
    "Hyperscan": "rspamd, Hyperscan", "PCRE": "rspamd, PCRE",
}
NAMES = {"same": "the same words", "other": "other words", None: "as shipped"}


class Reader:
    """A process that classifies the first texts of a size when asked."""

    def __init__(self, name, command, prefix=""):
        self.name, self.prefix = name, prefix
        self.process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        words = self.process.stdout.readline().split()
        if not words:
            sys.exit(f"{name} ended")
        self.load, self.rules = float(words[0]), int(words[1])

    def round(self, size, count):
        self.process.stdin.write(f"{self.prefix}{size} {count}\n")
        self.process.stdin.flush()
        words = self.process.stdout.readline().split()
        if not words:
            sys.exit(f"{self.name} ended")
        return [float(word) for word in words]

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Cell:
    """One classifier on the texts of one size."""

    def __init__(self, reader, size, what, count, expected):
        self.reader, self.size, self.what = reader, size, what
        self.reader.prefix = what
        self.is_left_out = expected > LONGEST
        self.estimate, self.rounds = expected, []
        if not self.is_left_out:
            # Warms caches too, and is not counted.
            probe = 1 if expected > ROUND else min(count, 5)
            self.estimate = reader.round(size, probe)[0] / probe
            while True:
                self.count = max(1, min(count, int(ROUND / max(self.estimate, 1e-5))))
                if self.count < 2 * probe:
                    break
                probe = self.count
                self.estimate = reader.round(size, probe)[0] / probe

    def round(self):
        if not self.is_left_out:
            self.reader.prefix = self.what
            self.rounds.append(self.reader.round(self.size, self.count))

    def seconds(self):
        """For one text, the median of the rounds."""
        if not self.rounds:
            return None
        return statistics.median(words[0] for words in self.rounds) / self.rounds[0][1]

    def per_text(self, field):
        return self.rounds[0][field] / self.rounds[0][1] if self.rounds else None


def measure(readers, rounds):
    """Cells by reader and size; `readers` maps a name to a process and what it is asked."""
    cells = {}
    for place, (size, count) in enumerate(SIZES.items()):
        for name, (reader, what) in readers.items():
            last = cells.get((name, size // 10))
            expected = 10 * last.estimate if last else 0
            cells[name, size] = Cell(reader, place, what, count, expected)
    for _ in range(rounds):
        for cell in cells.values():
            cell.round()
    return cells


def readers(times, kind, rules, build, reader, texts):
    """Who is measured with which rules, and what each is asked."""
    bench = Reader("guichet", [reader, "bench", rules, ROOT / "Sources/Territory/Data", *texts])
    found = {"verdict": (bench, "verdict "), "whole": (bench, "whole ")}
    # The same words are the same expressions again; other words are others.
    repeated = (ROOT / "rules", times) if kind == "same" else (rules, 1)
    asked = [reader, *repeated, *texts]
    if (times, kind) != (100, "other"):
        found["Python"] = (Reader("Python", [sys.executable, HERE / "python_re.py", "bench", *asked]), "")
    rspamd = [sys.executable, HERE / "rspamd.py"]
    if kind != "other":
        command = [*rspamd, "hyperscan", build / "rspamd", *asked]
        found["Hyperscan"] = (Reader("rspamd with Hyperscan", command), "")
    if times == 1 or (times, kind) == (10, "other"):
        command = [*rspamd, "pcre", build / "rspamd-pcre", *asked]
        found["PCRE"] = (Reader("rspamd with PCRE", command), "")
    return found


def rate(cell):
    seconds = cell.seconds() if cell else None
    if not seconds:
        return "—"
    return f"{1 / seconds:,.0f}" if seconds < 0.1 else f"{1 / seconds:.2g}"


def against(cell, base):
    """The rate, and how many times as fast as another."""
    if rate(cell) == "—":
        return "—"
    return f"{rate(cell)} ({base.seconds() / cell.seconds():.2g})"


def row(*values):
    print(f"| {' | '.join(map(str, values))} |")


def heading(title, *names):
    print(f"\n{title}\n")
    row(*names)
    row("---", *["---:"] * (len(names) - 1))


def written(kind, count):
    return f"{count:,}, {NAMES[kind]}"


def main():
    rounds, build, reader = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    shipped = ROOT / "rules"
    build.mkdir(parents=True, exist_ok=True)
    texts = [build / f"texts-{size}.jsonl" for size in SIZES]
    for (size, count), path in zip(SIZES.items(), texts):
        command = [sys.executable, HERE / "texts.py", shipped, path, size * WORDS, count]
        subprocess.run(list(map(str, command)), check=True)
    results = []
    for times, kind in VARIANTS:
        rules = build / f"rules-{times}-{kind}" if kind else shipped
        if kind:
            command = [sys.executable, HERE / "copies.py", shipped, rules, times, kind]
            subprocess.run(list(map(str, command)), check=True)
        found = readers(times, kind, rules, build, reader, texts)
        print(f"measuring {times} times the rules, {NAMES[kind]}", file=sys.stderr)
        cells = measure(found, rounds)
        results.append((written(kind, found["verdict"][0].rules), cells, found))
        for process in {id(process): process for process, _ in found.values()}.values():
            process.stop()
    show(results)
    subprocess.run([sys.executable, HERE / "agreement.py", reader, shipped, texts[0]], check=True)


def show(results):
    heading(
        "guichet alone:", "rules", "words a mail", "verdict: mails/s", "whole: mails/s",
        "steps a word", "rules found a mail",
    )
    for name, cells, _ in results:
        for size in SIZES:
            verdict, whole = cells["verdict", size], cells["whole", size]
            words = verdict.per_text(2)
            steps = verdict.per_text(4) / words
            row(name, f"{words:,.0f}", rate(verdict), rate(whole), f"{steps:.0f}", f"{verdict.per_text(3):.0f}")
    heading(
        "Mails a second, in brackets how many times as fast as the column of guichet before it:",
        "rules", "words a mail", *TITLES.values(),
    )
    for name, cells, _ in results:
        for size in SIZES:
            verdict, whole = cells["verdict", size], cells["whole", size]
            row(
                name, f"{verdict.per_text(2):,.0f}", rate(verdict),
                against(cells.get(("Python", size)), verdict), rate(whole),
                *(against(cells.get((kind, size)), whole) for kind in ("Hyperscan", "PCRE")),
            )
    heading(
        "CPU seconds to load the rules, and rules found in as many ordinary mails as a round has:",
        "rules", "classifier", "loaded", "seconds", "mails", "found a mail",
    )
    for name, cells, found in results:
        for kind, (process, _) in found.items():
            cell = cells[kind, 1]
            place = 3 if process.name == "guichet" else 2
            seconds = f"{process.load:.1f}" if process.load else "—"
            count = f"{cell.rounds[0][1]:,.0f}"
            row(name, TITLES[kind], f"{process.rules:,}", seconds, count, f"{cell.per_text(place):,.1f}")
    print(flush=True)


if __name__ == "__main__":
    main()
