"""Writes a corpus of mails as a French town hall gets them; the same corpus each time.

    generate.py FOLDER [COUNT]
"""

import base64
import pathlib
import quopri
import random
import sys

WORDS = """bonjour madame monsieur nous souhaitons développer une application pour la cantine de notre
commune les élus ont délibéré le conseil municipal a voté un budget été réunion préfecture numérique
agents accueil état civil déchèterie école œuvre projet accompagnement à l’échelle du territoire où
déjà plutôt garçon maïs peut-être aujourd’hui voirie urbanisme dossier dématérialisation habitants
pourriez-vous nous rappeler merci de votre retour cordialement""".split()
NAMES = ["Loïc Garrec", "Hélène Bœuf", "Jean Dupont", "DUPRÉ Amélie", "Service accueil", "Ann Petit"]
HOSTS = ["mairie-plouhinec.example", "agglo.example", "departement.example", "anct.example"]
HTML_STYLE = "p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:'Calibri',sans-serif}\n"


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def sentence(self):
        words = self.random.choices(WORDS, k=self.random.randint(6, 24))
        return " ".join(words).capitalize() + self.random.choice([".", ".", " !", " ?"])

    def paragraphs(self, octets):
        found, size = [], 0
        while size < octets:
            found.append(" ".join(self.sentence() for _ in range(self.random.randint(1, 5))))
            size += len(found[-1].encode())
        return found

    def word(self, text, charset="utf-8"):
        """An encoded-word, B or Q."""
        if text.isascii():
            return text
        if self.random.random() < 0.5:
            data = base64.b64encode(text.encode(charset, "replace")).decode()
            return f"=?{charset}?B?{data}?="
        data = "".join(
            chr(o) if chr(o).isalnum() and o < 128 else f"={o:02X}"
            for o in text.encode(charset, "replace")
        )
        return f"=?{charset}?Q?{data}?="

    def address(self):
        name = self.random.choice(NAMES)
        local = "".join(c for c in name.lower() if c.isascii() and c.isalpha()) or "a"
        return f"{self.word(name)} <{local}{self.random.randint(1, 99)}@{self.random.choice(HOSTS)}>"

    def token(self, length):
        return "".join(self.random.choices("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghij0123456789", k=length))

    def message_id(self):
        return f"<{self.token(24)}@{self.random.choice(HOSTS)}>"

    def header(self, relays):
        lines = [f"Return-Path: <bounce-{self.token(8)}@{self.random.choice(HOSTS)}>"]
        for hop in range(relays):
            lines.append(
                f"Received: from mx{hop}.{self.random.choice(HOSTS)} (mx{hop} [192.0.2.{hop + 1}])\r\n"
                f"\tby mail.anct.example (Postfix) with ESMTPS id {self.token(11)}\r\n"
                f"\tfor <incubateur@anct.example>; Tue, 24 Nov 2026 09:12:{hop:02d} +0100 (CET)"
            )
        for _ in range(relays // 2):
            seal = "\r\n\t ".join(self.token(70) for _ in range(5))
            lines.append(
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=agglo.example; s=s1;\r\n"
                f"\th=from:to:subject:date:message-id; bh={self.token(43)}=;\r\n\tb={seal}=="
            )
        for number in range(relays * 2):
            lines.append(f"X-Filter-{number}: {self.token(self.random.randint(10, 120))}")
        subject = " ".join(self.random.choices(WORDS, k=self.random.randint(2, 9)))
        folded = "\r\n ".join(self.word(part) for part in [subject[:40], subject[40:80]] if part)
        day = self.random.randint(1, 28)
        lines += [
            f"Date: Tue, {day} Sep 2026 {self.random.randint(0, 23):02d}:12:00 +0200",
            f"From: {self.address()}",
            "To: " + ",\r\n ".join(self.address() for _ in range(self.random.choice([1, 1, 1, 2, 5]))),
            f"Subject: {folded}",
            f"Message-ID: {self.message_id()}",
            "MIME-Version: 1.0",
        ]
        if self.random.random() < 0.4:
            known = [self.message_id() for _ in range(self.random.randint(1, 8))]
            lines += [f"In-Reply-To: {known[-1]}", "References: " + "\r\n ".join(known)]
        return "".join(line + "\r\n" for line in lines).encode()

    def part(self, kind, text, charset="utf-8", encoding="quoted-printable"):
        data = text.encode(charset, "replace")
        if encoding == "quoted-printable":
            data = quopri.encodestring(data.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
        elif encoding == "base64":
            data = base64.encodebytes(data).replace(b"\n", b"\r\n")
        head = f"Content-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        return head.encode() + b"\r\n" + data

    def text(self, octets):
        found = self.paragraphs(octets)
        if self.random.random() < 0.5:
            found += ["Le 23 nov. 2026 à 10:00, Ann a écrit :"]
            found += ["> " + line[:70] for line in self.paragraphs(octets // 3)]
        return "\r\n\r\n".join(found) + "\r\n"

    def html(self, octets):
        body = "".join(
            f'<p class="MsoNormal" style="margin:0"><span style="color:#1F497D">{p}</span>&nbsp;</p>\r\n'
            for p in self.paragraphs(octets)
        )
        table = "".join(
            f'<tr><td width="50%">{self.sentence()}</td><td><b>{self.token(6)}</b><br></td></tr>\r\n'
            for _ in range(self.random.randint(0, 12))
        )
        return (
            f"<html><head><style><!--\r\n{HTML_STYLE * 8}--></style></head><body>\r\n{body}"
            f'<table border="0">{table}</table><img src="cid:logo" alt="Logo"></body></html>\r\n'
        )

    def file(self, octets, name, kind="application/pdf", disposition="attachment"):
        data = base64.encodebytes(self.random.randbytes(octets)).replace(b"\n", b"\r\n")
        head = (
            f'Content-Type: {kind}; name="{self.word(name)}"\r\n'
            f"Content-Disposition: {disposition};\r\n filename*=utf-8''{self.escaped(name)}\r\n"
            f"Content-ID: <{self.token(10)}>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        )
        return head.encode() + data

    def escaped(self, name):
        return "".join(chr(o) if o < 128 and chr(o).isalnum() else f"%{o:02X}" for o in name.encode())

    def multipart(self, subtype, parts):
        boundary = f"----=_Part_{self.token(16)}"
        body = b"".join(b"\r\n--" + boundary.encode() + b"\r\n" + part for part in parts)
        head = f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'
        return head.encode() + body + b"\r\n--" + boundary.encode() + b"--\r\n"

    def alternative(self, octets):
        encoding = self.random.choice(["quoted-printable", "quoted-printable", "base64"])
        charset = self.random.choice(["utf-8", "utf-8", "utf-8", "iso-8859-1"])
        return self.multipart("alternative", [
            self.part("plain", self.text(octets), charset, encoding),
            self.part("html", self.html(octets), charset, encoding),
        ])

    def mail(self):
        octets = int(min(40_000, self.random.lognormvariate(6.8, 0.9)))
        kind = self.random.choices(
            ["plain", "8bit", "latin1", "base64", "html", "alternative", "related", "files", "forward"],
            [12, 6, 6, 5, 8, 38, 8, 14, 3],
        )[0]
        head = self.header(self.random.choice([2, 3, 4, 6, 8, 12]))
        match kind:
            case "plain": content = self.part("plain", self.text(octets))
            case "8bit": content = self.part("plain", self.text(octets), "utf-8", "8bit")
            case "latin1": content = self.part("plain", self.text(octets), "iso-8859-1", "8bit")
            case "base64": content = self.part("plain", self.text(octets), "utf-8", "base64")
            case "html": content = self.part("html", self.html(octets))
            case "alternative": content = self.alternative(octets)
            case "related":
                image = self.file(self.random.randint(3_000, 60_000), "logo.png", "image/png", "inline")
                content = self.multipart("related", [self.alternative(octets), image])
            case "files":
                sizes = [
                    int(30_000 * 100 ** self.random.random() ** 3)
                    for _ in range(self.random.choice([1, 1, 1, 2, 3]))
                ]
                files = [self.file(size, "Délibération n° 12.pdf") for size in sizes]
                content = self.multipart("mixed", [self.alternative(octets), *files])
            case "forward":
                inner = b"Content-Type: message/rfc822\r\n\r\n" + self.header(3) + self.alternative(octets)
                content = self.multipart("mixed", [self.part("plain", self.text(300)), inner])
        return head + content


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    generator = Generator(seed=20261124)
    for number in range(int(sys.argv[2]) if len(sys.argv) > 2 else 2000):
        (folder / f"{number:05d}.eml").write_bytes(generator.mail())


if __name__ == "__main__":
    main()
