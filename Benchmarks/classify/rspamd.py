"""Runs rspamd with guichet's rules as its regular expressions; see README.md.

    rspamd.py hyperscan|pcre FOLDER READER RULES TIMES TEXTS...    `SIZE COUNT` on standard input → a round

Each rule is there TIMES times. It listens on a loopback port, as the current user, with a configuration of its own in FOLDER: the regexp
module alone, no network, no Redis, no statistics.
"""

import contextlib
import http.client
import json
import os
import pathlib
import quopri
import signal
import socket
import subprocess
import sys
import time

import expressions
import python_re
import rulefiles

# Rules for what a mail to rspamd does not say here.
NOWHERE = {"citation", "piece jointe", "auteur"}
# In characters: compiled, a longer one is more than the 64 KiB that PCRE2 as Debian builds it allows.
LONGEST_EXPRESSION = 30_000
# Compiling the shipped rules took six minutes.
LONGEST_START = 1800
TICKS = os.sysconf("SC_CLK_TCK")


def rule_expression(rule, text):
    if "objet" in rule.scope:
        return f"Subject=/{text}/H"
    if "expediteur" in rule.scope:
        return f"From=/{text}/H"
    return f"/{text}/{{sa_body}}"


def configuration(folder, port, expressions, hyperscan, level):
    workers = {
        "normal": {"bind_socket": f"127.0.0.1:{port}", "count": 1, "task_timeout": 600.0},
        "hs_helper": {"count": 1 if hyperscan else -1, "cache_dir": str(folder)},
    }
    return {
        "options": {
            "filters": "regexp",
            "check_all_filters": True,
            "disable_hyperscan": not hyperscan,
            "hs_cache_dir": str(folder),
            "tempdir": str(folder),
            "pidfile": f"{folder}/pid",
            "cache_file": f"{folder}/symbols.cache",
            "history_file": f"{folder}/history",
            "stats_file": f"{folder}/stats",
            "control_socket": f"{folder}/control mode=0600",
            "url_tld": f"{folder}/domains",
            "task_timeout": 600.0,
            "disable_monitoring": True,
            "dns": {"nameserver": ["127.0.0.1:1"]},
        },
        "logging": {"type": "file", "filename": f"{folder}/log", "level": level},
        "worker": workers,
        "regexp": {"max_size": 0} | expressions,
        "actions": {"reject": 1e9},
        "modules": {"path": f"{folder}/modules/"},
    }


class Server:
    def __init__(self, kind, folder, rules, times, reader):
        self.folder = pathlib.Path(folder).resolve()
        (self.folder / "modules").mkdir(parents=True, exist_ok=True)
        (self.folder / "domains").write_text("example\n")
        translator = expressions.Translator(rules, expressions.forms(rules, reader))
        self.expressions = {}
        for number, rule in enumerate(rules.rules):
            text = translator.expression(rule)
            if NOWHERE.isdisjoint(rule.scope) and len(text) <= LONGEST_EXPRESSION:
                content = {"re": rule_expression(rule, text), "score": 0.01}
                self.expressions |= {f"R{number}_{copy}": content for copy in range(times)}
        if kind == "hyperscan":
            # Compiles what is not in the folder yet; only a talkative log says when it is done.
            with self:
                self.start(True, "info")
                self.wait(self.has_database)
        self.start(kind == "hyperscan", "warning")

    def start(self, hyperscan, level):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (self.folder / "log").write_text("")
        file = self.folder / "rspamd.conf"
        content = configuration(self.folder, self.port, self.expressions, hyperscan, level)
        file.write_text(json.dumps(content))
        command = ["rspamd", "--no-fork", "--skip-template", "--config", str(file)]
        if os.geteuid() == 0:
            command.append("--insecure")
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait(self.answers)
        self.worker = self.normal_worker()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def wait(self, condition):
        limit = time.monotonic() + LONGEST_START
        while not condition():
            if self.process.poll() is not None or time.monotonic() > limit:
                raise RuntimeError(f"rspamd did not start; see {self.folder}/log")
            time.sleep(0.5)

    def has_database(self):
        """Whether all expressions are compiled and lie in the folder."""
        return "full hyperscan database" in (self.folder / "log").read_text(errors="replace")

    def children(self):
        main = self.process.pid
        return pathlib.Path(f"/proc/{main}/task/{main}/children").read_text().split()

    def normal_worker(self):
        for child in self.children():
            title = pathlib.Path(f"/proc/{child}/cmdline").read_bytes()
            if b"normal process" in title:
                return int(child)
        return None

    def answers(self):
        try:
            return self.ask(b"Subject: a\r\n\r\nb\r\n") is not None
        except OSError:
            return False

    def ask(self, mail):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request("POST", "/checkv2", body=mail)
            return json.load(connection.getresponse())["symbols"]
        finally:
            connection.close()

    def seconds(self):
        """The CPU time of the process that reads mails."""
        fields = pathlib.Path(f"/proc/{self.worker}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def stop(self):
        if self.process.poll() is not None:
            return
        # The helper would first finish what it compiles.
        children = self.children()
        self.process.kill()
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self.process.wait()


def mail(text):
    """A mail whose words are plain already: rspamd does not take off accents."""
    body = expressions.plain(text["body"]) + expressions.plain(text["signature"])
    name, address = text["sender"].rsplit(" ", 1)
    head = [
        f"From: {expressions.plain(name).rstrip(' .')} <{address}>",
        "To: incubateur@anct.example",
        f"Subject: {expressions.plain(text['subject'])}",
        "Date: Tue, 24 Nov 2026 09:12:00 +0100",
        "Message-ID: <1@mairie.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=us-ascii",
        "Content-Transfer-Encoding: quoted-printable",
    ]
    octets = quopri.encodestring(body.encode()).replace(b"\n", b"\r\n")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + octets


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kind, folder, reader, rules, times, *paths = sys.argv[1:]
    mails = [[mail(text) for text in python_re.load(path)] for path in paths]
    with Server(kind, folder, rulefiles.read(rules), int(times), reader) as server:
        print(0, len(server.expressions), flush=True)
        for line in sys.stdin:
            size, count = map(int, line.split())
            start = server.seconds()
            found = sum(len(server.ask(octets)) for octets in mails[size][:count])
            print(server.seconds() - start, min(count, len(mails[size])), found, flush=True)


if __name__ == "__main__":
    main()
