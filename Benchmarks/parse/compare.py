"""Runs the readers in turn, round by round, and prints medians and ratios.

    compare.py FOLDER ROUNDS NAME=COMMAND...

The first reader is the one that the others are compared with.
"""

import shlex
import statistics
import subprocess
import sys

LIMIT = 65_536
FIELDS = ["mails", "octets", "addresses", "dates", "text", "files", "file octets"]


class Reader:
    def __init__(self, name, command, folder):
        self.name = name
        arguments = [*shlex.split(command), folder, str(LIMIT)]
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.seconds = ([], [])
        self.counts = [None, None]

    def round(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        for place in range(2):
            words = self.process.stdout.readline().split()
            if not words:
                sys.exit(f"{self.name} ended")
            self.seconds[place].append(float(words[0]))
            self.counts[place] = list(map(int, words[1:]))

    def rates(self, places):
        """Mails and megabytes a second, the median of the rounds."""
        seconds = statistics.median(
            sum(times) for times in zip(*(self.seconds[place] for place in places))
        )
        mails, octets = (sum(self.counts[place][field] for place in places) for field in (0, 1))
        return mails / seconds, octets / seconds / 1e6


def table(title, readers, places):
    print(f"\n{title}\n\n| reader | mails/s | MB/s | times {readers[0].name} |\n| --- | ---: | ---: | ---: |")
    base = readers[0].rates(places)[0]
    for reader in readers:
        mails, megabytes = reader.rates(places)
        print(f"| {reader.name} | {mails:,.0f} | {megabytes:,.0f} | {mails / base:.2f} |")


def main():
    folder, rounds = sys.argv[1], int(sys.argv[2])
    readers = [Reader(*argument.split("=", 1), folder) for argument in sys.argv[3:]]
    for number in range(rounds + 1):
        for reader in readers:
            reader.round()
            if number == 0:  # warms caches and is not counted
                reader.seconds = ([], [])
    small, large = (readers[0].counts[place] for place in range(2))
    table(f"All {small[0] + large[0]} mails ({(small[1] + large[1]) / 1e6:.0f} MB):", readers, [0, 1])
    table(f"The {small[0]} up to 64 KiB ({small[1] / 1e6:.0f} MB):", readers, [0])
    table(f"The {large[0]} larger ({large[1] / 1e6:.0f} MB):", readers, [1])
    print("\nWhat each found (text in its own unit: octets, or characters for Python):\n")
    print("| reader | " + " | ".join(FIELDS) + " |\n| --- |" + " ---: |" * len(FIELDS))
    for reader in readers:
        sums = [sum(pair) for pair in zip(*reader.counts)]
        print(f"| {reader.name} | " + " | ".join(f"{value:,}" for value in sums) + " |")


if __name__ == "__main__":
    main()
