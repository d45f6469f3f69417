"""Reads the mails of a folder with a parser for Python; see README.md for what is asked of it.

    python_readers.py fast-mail-parser|email FOLDER LIMIT
"""

import email.policy
import hashlib
import pathlib
import sys
import time


def fast_mail_parser():
    from fast_mail_parser import parse_email

    def read(octets):
        mail = parse_email(octets)
        text = len(mail.subject or "")
        addresses = (1 if mail.from_ else 0) + len(mail.to)
        text += sum(map(len, mail.text_plain)) + sum(map(len, mail.text_html))
        sizes = 0
        for file in mail.attachments:
            hashlib.sha256(file.content).digest()
            sizes += len(file.content)
        return addresses, mail.date_parsed is not None, text, len(mail.attachments), sizes

    return read


def email_package():
    from email.parser import BytesParser

    parser = BytesParser(policy=email.policy.default)

    def read(octets):
        mail = parser.parsebytes(octets)
        text = len(mail["subject"] or "")
        addresses = len(mail["from"].addresses) + len(mail["to"].addresses)
        dated = mail["date"].datetime is not None
        files = sizes = 0
        for part in mail.walk():
            if part.is_multipart():
                continue
            if part.get_content_maintype() == "text" and not part.is_attachment():
                text += len(part.get_content())
                continue
            content = part.get_payload(decode=True)
            hashlib.sha256(content).digest()
            files += part.get_filename() is not None
            sizes += len(content)
        return addresses, dated, text, files, sizes

    return read


def main():
    read = {"fast-mail-parser": fast_mail_parser, "email": email_package}[sys.argv[1]]()
    limit = int(sys.argv[3])
    mails = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[2]).iterdir())]
    classes = [[m for m in mails if len(m) <= limit], [m for m in mails if len(m) > limit]]
    for _ in sys.stdin:
        for group in classes:
            start = time.process_time()
            found = [read(octets) for octets in group]
            seconds = time.process_time() - start
            sums = [sum(column) for column in zip(*found)]
            print(f"{seconds:.6f}", len(group), sum(map(len, group)), *sums)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
