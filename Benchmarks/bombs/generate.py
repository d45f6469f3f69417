"""Writes hostile messages into a folder, each small to describe and large or deep to read."""

import base64
import pathlib
import sys
from collections.abc import Iterator

MIB = 1024 * 1024
HEAD = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: bomb\r\nMIME-Version: 1.0\r\n"


def message(content_type: str, body: bytes, *fields: str) -> bytes:
    lines = [f"Content-Type: {content_type}", *fields]
    return HEAD + "".join(line + "\r\n" for line in lines).encode() + b"\r\n" + body


def field(name: str, body: bytes) -> bytes:
    return HEAD + name.encode() + b": " + body + b"\r\n\r\ntext\r\n"


def nested_multiparts(levels: int, closed: bool, prefix: str = "b") -> bytes:
    head = b"".join(
        f"--{prefix}{n}\r\nContent-Type: multipart/mixed; boundary={prefix}{n + 1}\r\n\r\n".encode()
        for n in range(levels)
    )
    tail = b"".join(f"\r\n--{prefix}{n}--\r\n".encode() for n in reversed(range(levels)))
    inner = f"--{prefix}{levels}\r\n\r\ntext\r\n--{prefix}{levels}--\r\n".encode()
    return message(f"multipart/mixed; boundary={prefix}0", head + inner + (tail if closed else b""))


def growing_boundaries(levels: int) -> bytes:
    """Each boundary starts like the one around it."""
    parts = []
    for n in range(levels):
        parts.append(f"--{'b' * (n + 1)}\r\nContent-Type: multipart/mixed; ".encode())
        parts.append(f"boundary={'b' * (n + 2)}\r\n\r\n".encode())
    return message("multipart/mixed; boundary=b", b"".join(parts))


def structures() -> Iterator[tuple[str, bytes]]:
    for levels in (100, 10_000, 100_000):
        yield f"nested-open-{levels}", nested_multiparts(levels, closed=False)
        yield f"nested-closed-{levels}", nested_multiparts(levels, closed=True)
    yield "nested-same-boundary", message(
        "multipart/mixed; boundary=b",
        b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 200_000,
    )
    yield "nested-prefixes", growing_boundaries(3000)
    for name, unit in {"dashes": b"--\r\n", "line-feeds": b"\n", "glued": b"x--b1\r\n", "text": b"mot " * 18 + b"\r\n"}.items():
        heads = nested_multiparts(60, closed=False)
        yield f"nested-payload-{name}", heads + unit * (48 * MIB // len(unit))
    rfc822 = b"Content-Type: message/rfc822\r\n\r\n"
    yield "nested-messages", HEAD + rfc822 * 200_000
    yield "nested-messages-in-parts", message(
        "multipart/mixed; boundary=b", (b"--b\r\n" + rfc822) * 100_000
    )
    yield "nested-digests", message(
        "multipart/digest; boundary=b",
        b"--b\r\n\r\nContent-Type: multipart/digest; boundary=b\r\n\r\n" * 100_000,
    )
    content = b"innermost"
    for _ in range(25):
        content = rfc822 + base64.encodebytes(content) if len(content) < 8 * MIB else content
        content = b"Content-Transfer-Encoding: base64\r\n" + content
    yield "nested-base64", HEAD + content
    for name, part in {
        "empty": b"",
        "no-header": b"\r\nx\r\n",
        "text": b"Content-Type: text/plain\r\n\r\nx\r\n",
        "attachments": b"Content-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n",
        "html": b"Content-Type: text/html\r\n\r\n<p>x\r\n",
        "alternative": b"Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\n--c--\r\n",
        "messages": b"Content-Type: message/rfc822\r\n\r\nSubject: s\r\n\r\nx\r\n",
        "unknown-charset": b"Content-Type: text/plain; charset=x-none\r\n\r\n\xe9\r\n",
        "header-only": b"A: b\r\n" * 10,
    }.items():
        yield f"parts-{name}", message("multipart/mixed; boundary=b", (b"--b\r\n" + part) * 1_000_000
                                       if len(part) < 12 else (b"--b\r\n" + part) * 300_000)
    yield "parts-closed-each", message("multipart/mixed; boundary=b", b"--b--\r\n" * 2_000_000)
    yield "parts-500-headers", message(
        "multipart/mixed; boundary=b", (b"--b\r\n" + b"A: b\r\n" * 10_000 + b"\r\nx\r\n") * 500
    )
    yield "parts-without-boundary", message("multipart/mixed", b"--x\r\n" * 3_000_000)
    yield "parts-without-boundary-fields", message("multipart/mixed", b"--x\r\nContent-Type" * 1_000_000)
    yield "parts-wrong-boundary", message("multipart/mixed; boundary=b", b"--c\r\nContent-\r\n" * 1_000_000)
    yield "parts-dashes", message("multipart/mixed; boundary=b", b"-" * 30 * MIB)
    yield "parts-dash-lines", message("multipart/mixed; boundary=b", b"--\r\n" * 5_000_000)
    yield "parts-long-boundary", message(
        "multipart/mixed; boundary=" + "b" * 60_000, (b"--" + b"b" * 59_999 + b"\r\n") * 300
    )
    yield "parts-padded-boundary", message(
        "multipart/mixed; boundary=b", (b"--b" + b" " * 100_000 + b"x\r\n") * 300
    )


def headers() -> Iterator[tuple[str, bytes]]:
    yield "header-million-lines", b"A: b\r\n" * 1_000_000 + b"\r\ntext"
    yield "header-million-names", b"".join(b"X-%d: b\r\n" % n for n in range(1_000_000)) + b"\r\n"
    yield "header-million-received", b"Received: from a by b; Tue, 24 Nov 2026 09:12:00 +0100\r\n" * 500_000
    yield "header-million-folds", HEAD + b"X: a\r\n" + b" b\r\n" * 5_000_000 + b"\r\n"
    yield "header-blank-folds", HEAD + b"X: a\r\n" + b" \r\n" * 5_000_000 + b"\r\n"
    yield "header-spaces", HEAD + b"X: " + b" " * 40 * MIB + b"\r\n\r\ntext"
    yield "header-space-lines", b" \r\n" * 10_000_000
    yield "header-one-line", b"a" * 40 * MIB
    yield "header-no-colon-lines", HEAD + b"aaaa\r\nX-A: b\r\n" * 2_000_000
    yield "header-colons", b":" * 40 * MIB
    yield "header-empty-names", b": \r\n" * 5_000_000
    yield "header-nul", HEAD + b"X: " + b"\0" * 20 * MIB + b"\r\n\r\n" + b"\0" * 20 * MIB
    yield "header-cr", b"\r" * 40 * MIB
    yield "header-lf", b"\n" * 40 * MIB
    yield "header-crlf", b"\r\n" * 20 * MIB
    yield "header-crcrlf", b"A: b\r\r\n" * 3_000_000
    yield "header-8bit", b"X: \xe9\xff\r\n" * 3_000_000
    for name in ("Subject", "From", "To", "Date", "Message-ID", "References", "Content-Type",
                 "Content-Disposition", "Content-Transfer-Encoding", "In-Reply-To", "Return-Path"):
        yield f"header-huge-{name.lower()}", field(name, b"a" * 20 * MIB)
        yield f"header-repeated-{name.lower()}", (name.encode() + b": <a@b.example>\r\n") * 1_000_000


def fields() -> Iterator[tuple[str, bytes]]:
    units = {
        "Subject": [b"=?utf-8?Q?a?= ", b"=?utf-8?Q?", b"=?", b"?=", b"=?utf-8?B?w6k=?=",
                    b"=?iso-2022-jp?B?GyRC?= ", b"=?utf-8?Q?=C3?= =?utf-8?Q?=A9?= ", b"=?x-none?Q?=E9?= ",
                    b"=?utf-7?Q?+AOk-?= ", b"=?hz-gb-2312?Q?~{?= ", b"=", b"\xc3", b"\x1b$B"],
        "From": [b"(", b")", b"((", b"()", b"\\", b"\"", b"\"a\" ", b"<", b">", b"<>", b"<a@b>", b"a@b,",
                 b",", b";", b":", b"g:", b"g:;", b"@", b"@a,", b"<@a,", b"[", b"@[", b"a ", b"a.", b"=?utf-8?Q?,?= ",
                 b"a b <c@d>,", b"mailto:", b"'"],
        "Date": [b"1 ", b"(", b"Nov ", b"10:", b"+", b"-", b":", b"T", b"99999999999999999999 "],
        "References": [b"<a@b>", b"<a@b> ", b"<", b">", b"a@b ", b"(", b"<(", b"@", b"\"", b"<a@b"],
        "Content-Type": [b"a;", b";", b"; a=b", b"; a*0=b", b"; a*=b", b"(", b"\"", b"\\", b"/", b"=",
                         b"; name*0*=utf-8''%C3", b"; x*1=%41", b"'", b"a b "],
        "Content-Disposition": [b"attachment; filename=a", b"; filename*9999999999=a"],
    }
    for name, samples in units.items():
        for number, unit in enumerate(samples):
            yield f"field-{name.lower()}-{number}", field(name, unit * (8 * MIB // len(unit)))
    sections = "".join(f"; name*{n}*=%41" for n in range(100_000))
    yield "field-sections", field("Content-Type", ("text/plain" + sections).encode())
    backward = "".join(f"; name*{n}=a" for n in reversed(range(100_000)))
    yield "field-sections-backward", field("Content-Type", ("text/plain" + backward).encode())
    names = "".join(f"; n{n}=a" for n in range(500_000))
    yield "field-parameters", field("Content-Type", ("text/plain" + names).encode())
    yield "field-encoded-folded", HEAD + b"Subject:" + b" =?utf-8?Q?=C3=A9?=\r\n" * 1_000_000 + b"\r\n"


def texts() -> Iterator[tuple[str, bytes]]:
    block = base64.encodebytes(bytes(range(256)) * 300)
    yield "base64-100mb", message(
        "application/pdf; name=a.pdf", block * (100 * MIB // len(block)), "Content-Transfer-Encoding: base64"
    )
    yield "base64-text-100mb", message(
        "text/plain", b"YWJj" * (25 * MIB), "Content-Transfer-Encoding: base64"
    )
    for name, unit in {"padding": b"=", "groups": b"QQ==", "junk": b"!", "cut": b"Q", "spaces": b" "}.items():
        yield f"base64-{name}", message(
            "text/plain", unit * (40 * MIB // len(unit)), "Content-Transfer-Encoding: base64"
        )
    for name, unit in {"equals": b"=", "blanks": b"= ", "soft": b"=\r\n", "escapes": b"=41", "spaces": b" ",
                       "space-lines": b"     \r\n"}.items():
        yield f"qp-{name}", message(
            "text/plain", unit * (40 * MIB // len(unit)), "Content-Transfer-Encoding: quoted-printable"
        )
    for charset in ("utf-8", "utf-7", "utf-16", "iso-2022-jp", "hz-gb-2312", "gb18030", "big5", "x-none",
                    "us-ascii"):
        for name, unit in {"ff": b"\xff", "esc": b"\x1b$B", "plus": b"+", "tilde": b"~{", "lead": b"\x81 "}.items():
            yield f"charset-{charset}-{name}", message(
                f"text/plain; charset={charset}", unit * (10 * MIB // len(unit))
            )
    for name, unit in {"quotes": b">", "quote-lines": b"> \r\n", "flowed": b"a \r\n", "spaces": b" \r\n",
                       "begin": b"begin 644 a\r\n", "uu": b"begin 644 a\r\n#0V%T\r\n`\r\nend\r\n",
                       "uu-lines": b"M" + b"`" * 60 + b"\r\n", "pgp": b"-----BEGIN PGP MESSAGE-----\r\n",
                       "from": b"From a\r\n", "dashes": b"-- \r\n", "on": b"Le 3 nov. 2026, a@b a \xc3\xa9crit :\r\n",
                       "colon": b"De : a\r\n", "underscores": b"_" * 70 + b"\r\n", "letters": b"a",
                       "words": b"bonjour "}.items():
        yield f"plain-{name}", message(
            "text/plain; charset=utf-8; format=flowed", unit * (20 * MIB // len(unit))
        )
    yield "uu-one", message("text/plain", b"begin 644 a.bin\r\n" + (b"M" + b"%" * 60 + b"\r\n") * 600_000 + b"`\r\nend\r\n")
    tnef = b"\x78\x9f\x3e\x22\x00\x00" + b"\x01\x03\x90\x06\x00\xff\xff\xff\x7f"
    yield "tnef-huge-length", message("application/ms-tnef; name=winmail.dat", tnef + b"a" * MIB)
    yield "tnef-attributes", message(
        "application/ms-tnef; name=winmail.dat",
        b"\x78\x9f\x3e\x22\x00\x00" + b"\x02\x02\x90\x06\x00\x00\x00\x00\x00\x00\x00" * 2_000_000,
    )


def reports() -> Iterator[tuple[str, bytes]]:
    for name, unit in {"recipients": b"Final-Recipient: rfc822; a@b.example\r\n\r\n", "blank": b"\r\n",
                       "stray": b"stray\r\n", "fields": b"A: b\r\n", "groups": b"A: b\r\n\r\n"}.items():
        yield f"report-{name}", message("message/delivery-status", unit * (20 * MIB // len(unit)))


def pages() -> Iterator[tuple[str, bytes]]:
    units = {
        "divs": b"<div>", "spans": b"<span>", "quotes": b"<blockquote>", "lists": b"<ul><li>", "tables": b"<table><tr><td>",
        "cells": b"<td>", "links": b"<a href='http://a.example/b'>x", "open-tags": b"<", "open-attributes": b"<a b=\"",
        "comments": b"<!--", "closed-comments": b"<!---->", "entities": b"&", "numeric": b"&#x", "big-numeric": b"&#99999999999;",
        "named": b"&eacute;", "half-named": b"&eacut", "script": b"<script>", "style": b"<style></style>", "br": b"<br>",
        "p": b"<p>", "nbsp": b"&nbsp;", "pre": b"<pre>\r\n", "hidden": b"<p style=\"display:none\">", "ends": b"</div>",
        "attributes": b"<a " + b"b=c " * 1000 + b">", "doctype": b"<!DOCTYPE ", "conditional": b"<![if !supportLists]>",
        "images": b"<img alt='\xf0\x9f\x98\x80'>", "textarea": b"<textarea>", "head": b"<head>", "text": b"mot ",
        "list-values": b"<ol start=99999999999><li value=-1>", "zero-width": b"\xe2\x80\x8b", "soft-hyphens": b"&shy;",
    }
    for name, unit in units.items():
        yield f"html-{name}", message("text/html; charset=utf-8", unit * (8 * MIB // len(unit)))
    yield "html-200000-divs", message(
        "text/html; charset=utf-8", b"<div>" * 200_000 + b"x" + b"</div>" * 200_000
    )
    yield "html-200000-quotes", message(
        "text/html; charset=utf-8", b"<blockquote>x<br>" * 200_000 + b"</blockquote>" * 200_000
    )
    yield "html-attribute", message("text/html", b"<a title=\"" + b"x" * 40 * MIB + b"\">y</a>")


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for family in (structures, headers, fields, texts, reports, pages):
        for name, octets in family():
            (folder / f"{name}.eml").write_bytes(octets)


if __name__ == "__main__":
    main()
