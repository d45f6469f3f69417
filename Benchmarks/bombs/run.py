"""Runs a command on each hostile message and lists the slowest, the largest and what failed.

    python3 run.py FOLDER COMMAND...      for example: run.py /tmp/bombs guichet inspect
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SECONDS = 5
MEGABYTES = 500


def measure(command: list[str], file: pathlib.Path) -> tuple[float, float, str]:
    """Seconds, megabytes at the peak, and what went wrong (empty when nothing did)."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen([*command, str(file)], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        written = out.read()
    problem = "" if process.returncode == 0 else f"exit {process.returncode}"
    if not problem:
        try:
            json.loads(written)
        except ValueError:
            problem = "no JSON"
    return seconds, usage.ru_maxrss / 1024, problem


def main() -> None:
    folder, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    rows = []
    files = sorted(folder.glob("*.eml"))
    for number, file in enumerate(files, 1):
        if sys.stderr.isatty():
            print(f"\r{number}/{len(files)} {file.stem:40}", end="", file=sys.stderr)
        rows.append((file.stem, *measure(command, file)))
    over = [row for row in rows if row[1] > SECONDS or row[2] > MEGABYTES or row[3]]
    slowest = sorted(rows, key=lambda row: -row[1])[:10]
    largest = sorted(rows, key=lambda row: -row[2])[:10]
    for title, chosen in (("slowest", slowest), ("largest", largest), ("over a limit", over)):
        print(f"\n{title}")
        for name, seconds, megabytes, problem in chosen:
            print(f"  {name:36} {seconds:6.2f} s {megabytes:6.0f} MB {problem}")
    print(f"\n{len(rows)} messages, {len(over)} over {SECONDS} s, over {MEGABYTES} MB or failed")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
