"""Loads the gazetteer and looks for places, round by round, and prints medians and ratios.

    compare.py ROUNDS BUILD READER

The folded names and texts, and tables with a tenth and with ten times the names, go to the folder
BUILD.
"""

import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
DATA = ROOT / "Sources/Territory/Data"
MAILS = [ROOT / "Tests/guichetTests/Fixtures/courrier", ROOT / "Tests/IntakeTests/Fixtures/corpus"]
PEER = HERE / "python_peer.py"
# Less text needs no new memory for what is found, which takes less time an octet.
ONCE, TWICE = 1_000_000, 2_000_000
# What begins names and goes on as none, again and again.
HOSTILE = [
    "Saint ", "Saint-", "communauté de communes ", "de la ", "mairie de Saint-Martin ", "12345 ",
    "SIRET ", "(88) ", "PARIS ", "1",
]


def run(*command, text=None):
    result = subprocess.run(
        list(map(str, command)), input=text, stdout=subprocess.PIPE, text=True, check=True
    )
    return result.stdout


class Reader:
    """A process that does what it is asked and says how long that took."""

    def __init__(self, *command):
        self.name = command[0]
        self.process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.greeting = self.line()
        self.seconds, self.counts = {}, {}

    def line(self):
        words = self.process.stdout.readline().split()
        if not words:
            sys.exit(f"{self.name} ended")
        return list(map(float, words))

    def round(self, asked, is_counted):
        self.process.stdin.write(f"{asked}\n")
        self.process.stdin.flush()
        seconds, *self.counts[asked] = self.line()
        if is_counted:
            self.seconds.setdefault(asked, []).append(seconds)

    def time(self, asked):
        return statistics.median(self.seconds[asked])

    def rate(self, asked):
        """Megabytes a second."""
        return self.counts[asked][0] / self.time(asked) / 1e6


def whole(table, columns, rows):
    return rows


def tenth(table, columns, rows):
    # The few départements are needed whole.
    return rows if table == "departements" else rows[::10]


def tenfold(table, columns, rows):
    """Nine made-up names more for each, which stand in no mail."""
    made = list(rows)
    if table != "communes":
        return made
    for copy in "bcdfghjkl":
        for number, row in enumerate(rows):
            fields = dict(zip(columns, row))
            words = fields["name"].replace("-", " ").split()
            name = "-".join(f"{word}zq{copy}" for word in words)
            fields.update(insee=f"{copy}{number:04x}", name=name, postal_code="")
            made.append([fields[column] for column in columns])
    return made


def prepare(build, reader):
    """The folded texts; the folded names, a tenth and ten times of them, and tables of these."""
    build.mkdir(parents=True, exist_ok=True)
    for title, kept in (("names", whole), ("fewer", tenth), ("more", tenfold)):
        (build / title).mkdir(exist_ok=True)
        names = []
        for table in sorted(DATA.glob("*.tsv")):
            lines = table.read_text(encoding="utf-8").splitlines()
            columns, *rows = (line.split("\t") for line in lines)
            rows = kept(table.stem, columns, rows)
            lines = ["\t".join(row) + "\n" for row in [columns, *rows]]
            (build / title / table.name).write_text("".join(lines), encoding="utf-8")
            names += [row[columns.index("name")] for row in rows]
        folded = run(reader, "fold", text="\n".join(names))
        (build / f"{title}.txt").write_text(folded, encoding="utf-8")
    (build / "texts.txt").write_text(run(reader, "texts", *MAILS), encoding="utf-8")


def loading(rounds, reader):
    """Milliseconds of loading in fresh processes and in one process, by who loads."""
    commands = {
        "guichet": [reader, "load", DATA],
        "floor: reading the files": [reader, "floor", DATA],
        "Python csv": [sys.executable, PEER, "load", DATA],
    }
    fresh = {name: [] for name in commands}
    again = {}
    for number in range(rounds + 1):
        for name, command in commands.items():
            seconds = float(run(*command, 1))
            if number:
                fresh[name].append(seconds)
    for name, command in commands.items():
        again[name] = list(map(float, run(*command, rounds + 1).split()))[1:]
    return [
        (name, 1e3 * statistics.median(fresh[name]), 1e3 * statistics.median(again[name]))
        for name in commands
    ]


def row(*values):
    print(f"| {' | '.join(map(str, values))} |")


def heading(title, *names):
    print(f"\n{title}\n")
    row(*names)
    row("---", *["---:"] * (len(names) - 1))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"


def show_loading(times, names):
    heading(
        f"Loading all tables ({names:,} different names), milliseconds:", "reader", "fresh process",
        "one process", "of guichet's time",
    )
    base = times[0][2]
    for name, fresh, again in times:
        row(name, f"{fresh:.1f}", f"{again:.1f}", f"{again / base:.2g}")


def show_search(guichet, peer, mails):
    octets = guichet.counts["places"][0]
    heading(
        f"Places in {mails:.0f} mails ({octets / 1e3:.0f} KB of text):", "reader", "mails/s",
        "MB/s", "times guichet", "found a mail",
    )
    base = guichet.time("search")
    for name, reader, asked in (
        ("guichet, search", guichet, "search"), ("pyahocorasick", peer, "search"),
        ("guichet, folding and search", guichet, "places"), ("floor: folding", guichet, "fold"),
    ):
        time = reader.time(asked)
        found = f"{reader.counts[asked][1] / mails:.1f}" if asked != "fold" else "—"
        row(name, number(mails / time), number(octets / time / 1e6), f"{base / time:.2g}", found)
    heading(
        "How the time of a search grows:", "reader", "ten times the text",
        "ten times the names", "a tenth of the names", "found with a tenth",
    )
    for name, reader in (("guichet", guichet), ("pyahocorasick", peer)):
        longer = reader.time("joined 10") / reader.time("joined 1")
        more, fewer = (reader.time(asked) / reader.time("search") for asked in ("more", "fewer"))
        found = reader.counts["fewer"][1] / reader.counts["search"][1]
        row(name, f"{longer:.1f}", f"{more:.2f}", f"{fewer:.2f}", f"{100 * found:.0f} %")


def show_extraction(guichet, mails):
    heading("Who asks, in the same mails:", "stage", "mails/s", "share of the whole")
    whole = guichet.time("whole")
    for name, asked in (
        ("extraction", "requester"), ("floor: cutting into parts", "read"), ("whole", "whole"),
    ):
        time = guichet.time(asked)
        row(name, number(mails / time), f"{100 * time / whole:.0f} %")


def show_hostile(guichet):
    heading(
        "Hostile texts of 1 MB (an octet's time, times that in the mails):", "text", "MB/s",
        "an octet", "twice the text", "extraction, ms",
    )
    ordinary = guichet.rate("places")
    for phrase in HOSTILE:
        once, twice = f"repeated {ONCE} {phrase}", f"repeated {TWICE} {phrase}"
        rate = guichet.rate(once)
        growth = guichet.time(twice) / guichet.time(once)
        extraction = 1e3 * guichet.time(f"signed {ONCE} {phrase}")
        row(
            f"`{phrase * 2}…`", number(rate), f"{ordinary / rate:.2g}", f"{growth:.1f}",
            number(extraction),
        )


def main():
    rounds, build, reader = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    prepare(build, reader)
    times = loading(rounds, reader)
    tables = [DATA, build / "fewer", build / "more"]
    guichet = Reader(reader, "bench", *tables, ROOT / "rules", *MAILS)
    lists = [build / f"{title}.txt" for title in ("names", "fewer", "more", "texts")]
    peer = Reader(sys.executable, PEER, "bench", *lists)
    mails, (seconds, names) = guichet.greeting[0], peer.greeting
    both = ["search", "fewer", "more", "joined 1", "joined 10"]
    alone = ["fold", "places", "read", "requester", "whole"]
    for phrase in HOSTILE:
        alone += [f"repeated {size} {phrase}" for size in (ONCE, TWICE)]
        alone.append(f"signed {ONCE} {phrase}")
    for number in range(rounds + 1):  # the first warms caches and is not counted
        for asked in both:
            guichet.round(asked, number > 0)
            peer.round(asked, number > 0)
        for asked in alone:
            guichet.round(asked, number > 0)
    show_loading([*times, ("pyahocorasick, once", 1e3 * seconds, 1e3 * seconds)], int(names))
    show_search(guichet, peer, mails)
    show_extraction(guichet, mails)
    show_hostile(guichet)
    print(flush=True)


if __name__ == "__main__":
    main()
