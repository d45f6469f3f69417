#!/usr/bin/env python3
"""Works a mailbox with Python's own mail clients, and fails where a server answers wrongly.

    clients.py HOST IMAP_PORT SMTP_PORT USER PASSWORD [SERVICE]

USER is a whole address whose mailbox may hold mail already: nothing of it is changed, and the folders
that are made here are removed again. With the address of a SERVICE, a mail is written to it last, and
its answer awaited.
"""

import email
import email.policy
import imaplib
import smtplib
import sys
import time
from email.message import EmailMessage

FOLDER = "Essai/Python"
OTHER = "Essai/Autre"


class Failure(Exception):
    pass


def expect(condition, words):
    if not condition:
        raise Failure(words)


def ok(answer, words):
    """The data of an answer, which must be OK."""
    kind, data = answer
    expect(kind == "OK", f"{words}: {kind} {data!r}")
    return data


def letter(user, subject, text):
    message = EmailMessage()
    message["From"] = f"Zoé Python <{user}>"
    message["To"] = user
    message["Subject"] = subject
    message["Message-ID"] = f"<{time.time_ns()}@python.example>"
    message.set_content(text)
    return message


def send_mail(host, port, user, password, mark):
    with smtplib.SMTP(host, port, timeout=60) as client:
        code, _ = client.ehlo()
        expect(code == 250, f"EHLO: {code}")
        for extension in ("size", "8bitmime", "smtputf8", "pipelining", "auth"):
            expect(client.has_extn(extension), f"EHLO does not offer {extension}")
        client.login(user, password)
        message = letter(user, f"Première lettre {mark}", "Bonjour,\n.\n..deux points\nfin\n")
        refused = client.send_message(message)
        expect(refused == {}, f"recipients refused: {refused}")
        client.rset()
        expect(client.verify(user)[0] == 252, "VRFY")
        try:
            client.sendmail(user, ["not an address"], "Subject: x\r\n\r\n")
        except smtplib.SMTPRecipientsRefused:
            pass
        else:
            raise Failure("a recipient that is no address was taken")
    with smtplib.SMTP(host, port, timeout=60) as client:
        try:
            client.login(user, password + "x")
        except smtplib.SMTPAuthenticationError:
            pass
        else:
            raise Failure("SMTP took a wrong password")


def await_mail(client, mark):
    """Polls until the mail is there; its UID."""
    for _ in range(600):
        ok(client.noop(), "NOOP")
        found = ok(client.uid("SEARCH", "SUBJECT", f'"{mark}"'), "SEARCH")[0].split()
        if found:
            return found[-1].decode()
        time.sleep(0.1)
    raise Failure("the mail did not arrive within a minute")


def read_mail(client, uid, mark):
    data = ok(client.uid("FETCH", uid, "(FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])"), "FETCH")
    head, content = data[0]
    expect(b"INTERNALDATE" in head and b"RFC822.SIZE %d" % len(content) in head, f"FETCH: {head!r}")
    expect(b"\\Seen" not in head, "PEEK has set \\Seen")
    message = email.message_from_bytes(content, policy=email.policy.default)
    expect(mark in message["Subject"], f"the subject is {message['Subject']!r}")
    text = message.get_content().replace("\r\n", "\n")
    expect(text == "Bonjour,\n.\n..deux points\nfin\n", f"the text is {text!r}")
    expect(message["Return-Path"] is not None, "no Return-Path")
    expect(message["Received"] is not None, "no Received")

    fields = ok(client.uid("FETCH", uid, "(BODY.PEEK[HEADER.FIELDS (SUBJECT)])"), "FETCH fields")
    expect(fields[0][1].lower().startswith(b"subject:"), f"fields: {fields!r}")
    expect(b"\r\nFrom:" not in fields[0][1], f"fields: {fields!r}")
    part = ok(client.uid("FETCH", uid, "(BODY.PEEK[]<3.7>)"), "FETCH partial")
    expect(part[0][1] == content[3:10], f"partial: {part!r}")
    envelope = ok(client.uid("FETCH", uid, "(ENVELOPE BODYSTRUCTURE)"), "FETCH ENVELOPE")
    expect(b"python.example" in b"".join(flat(envelope)), f"ENVELOPE: {envelope!r}")
    expect(b'"TEXT" "PLAIN"' in b"".join(flat(envelope)), f"BODYSTRUCTURE: {envelope!r}")


def flat(data):
    for item in data:
        if isinstance(item, tuple):
            yield from flat(item)
        elif item is not None:
            yield item


def uids(client, *criteria):
    return ok(client.uid("SEARCH", *criteria), "SEARCH")[0].split()


def work_folder(client, inbox_uid, user):
    ok(client.create(FOLDER), "CREATE")
    ok(client.create(OTHER), "CREATE")
    names = b"\n".join(ok(client.list('""', "Essai/%"), "LIST"))
    expect(FOLDER.encode() in names and OTHER.encode() in names, f"LIST: {names!r}")
    ok(client.subscribe(FOLDER), "SUBSCRIBE")
    expect(FOLDER.encode() in b"\n".join(ok(client.lsub(), "LSUB")), "LSUB")
    ok(client.unsubscribe(FOLDER), "UNSUBSCRIBE")

    ok(client.uid("COPY", inbox_uid, FOLDER), "COPY")
    date = imaplib.Time2Internaldate(981173106)
    second = letter(user, "Deuxième", "été\n").as_bytes(policy=email.policy.SMTP)
    code = ok(client.append(FOLDER, r"(\Flagged Projet)", date, second), "APPEND")[0]
    expect(b"APPENDUID" in code, f"APPEND: {code!r}")

    expect(ok(client.select(FOLDER), "SELECT") == [b"2"], "two messages expected")
    expect(client.response("UIDVALIDITY")[1][0].isdigit(), "UIDVALIDITY")
    expect(len(uids(client, "ALL")) == 2, "ALL")
    expect(len(uids(client, "KEYWORD", "projet")) == 1, "KEYWORD")
    expect(len(uids(client, "NOT", "FLAGGED")) == 1, "NOT FLAGGED")
    expect(len(uids(client, "OR", "FLAGGED", "(UNFLAGGED UNSEEN)")) == 2, "OR")
    expect(len(uids(client, "BEFORE", "1-Jan-2010")) == 1, "BEFORE")
    expect(len(uids(client, "SINCE", "1-Jan-2010")) == 1, "SINCE")
    expect(len(uids(client, "HEADER", "Message-ID", "python.example")) == 2, "HEADER")
    client.literal = "Deuxième".encode()
    expect(len(uids(client, "CHARSET", "UTF-8", "SUBJECT")) == 1, "SUBJECT in UTF-8")
    client.literal = "été".encode()
    expect(len(uids(client, "CHARSET", "UTF-8", "BODY")) == 1, "BODY in UTF-8")

    stored = ok(client.store("2", "+FLAGS", r"(\Answered)"), "STORE")
    expect(b"\\Answered" in stored[0] and b"Projet" in stored[0], f"STORE: {stored!r}")
    stored = ok(client.store("2", "-FLAGS", "(Projet)"), "STORE")
    expect(b"Projet" not in stored[0], f"STORE: {stored!r}")
    ok(client.fetch("1", "(RFC822)"), "FETCH RFC822")
    expect(len(uids(client, "SEEN")) == 1, "RFC822 must set \\Seen")

    moved = uids(client, "ALL")[0].decode()
    ok(client.uid("MOVE", moved, OTHER), "MOVE")
    expect(len(uids(client, "ALL")) == 1, "MOVE leaves the message")
    status = ok(client.status(OTHER, "(MESSAGES UIDNEXT UNSEEN)"), "STATUS")[0]
    expect(b"MESSAGES 1" in status, f"STATUS: {status!r}")

    ok(client.store("1", "+FLAGS.SILENT", r"(\Deleted)"), "STORE")
    # imaplib keeps the EXPUNGE that MOVE brought.
    expect(ok(client.expunge(), "EXPUNGE")[-1] == b"1", "EXPUNGE")
    expect(uids(client, "ALL") == [], "the folder must be empty")
    ok(client.close(), "CLOSE")
    ok(client.rename(OTHER, OTHER + "2"), "RENAME")
    ok(client.delete(FOLDER), "DELETE")
    ok(client.delete(OTHER + "2"), "DELETE")
    expect(client.select(FOLDER)[0] == "NO", "a folder that is gone was selected")


def refuse_logins(host, port, user, password):
    for name, secret in ((user, password + "x"), (user.split("@")[0], password)):
        client = imaplib.IMAP4(host, port, timeout=60)
        try:
            client.login(name, secret)
        except imaplib.IMAP4.error:
            client.logout()
        else:
            raise Failure(f"{name} was let in with {secret}")


def await_answer(host, imap_port, smtp_port, user, password, service):
    question = letter(user, "Une question", "Bonjour,\nQui peut nous aider pour notre projet ?\n")
    question.replace_header("To", service)
    with smtplib.SMTP(host, smtp_port, timeout=60) as client:
        client.login(user, password)
        client.send_message(question)
    with imaplib.IMAP4(host, imap_port, timeout=60) as client:
        ok(client.login(user, password), "LOGIN")
        ok(client.select("INBOX"), "SELECT")
        for _ in range(600):
            ok(client.noop(), "NOOP")
            found = uids(client, "HEADER", "In-Reply-To", f'"{question["Message-ID"]}"')
            if found:
                break
            time.sleep(0.1)
        else:
            raise Failure("no answer came within a minute")
        data = ok(client.uid("FETCH", found[0].decode(), "(BODY.PEEK[])"), "FETCH")
        answer = email.message_from_bytes(data[0][1], policy=email.policy.default)
        expect(answer["From"].addresses[0].addr_spec == service, f"from {answer['From']}")
        print(f"clients.py: the answer is {answer['Subject']}")


def main(host, imap_port, smtp_port, user, password, service=None):
    mark = f"python-{time.time_ns()}"
    send_mail(host, smtp_port, user, password, mark)
    refuse_logins(host, imap_port, user, password)
    with imaplib.IMAP4(host, imap_port, timeout=60) as client:
        ok(client.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode()), "PLAIN")
        ok(client.select("INBOX"), "SELECT")
        uid = await_mail(client, mark)
        read_mail(client, uid, mark)
        work_folder(client, uid, user)
    with imaplib.IMAP4(host, imap_port, timeout=60) as client:
        ok(client.login(user, password), "LOGIN")
        ok(client.select("INBOX"), "SELECT")
        ok(client.uid("STORE", await_mail(client, mark), "+FLAGS", r"(\Deleted)"), "STORE")
        ok(client.expunge(), "EXPUNGE")
        expect(uids(client, "SUBJECT", f'"{mark}"') == [], "the mail is still there")
    if service:
        await_answer(host, imap_port, smtp_port, user, password, service)
    print("clients.py: all is well")


if __name__ == "__main__":
    if len(sys.argv) not in (6, 7):
        sys.exit(__doc__)
    try:
        main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
    except Failure as failure:
        sys.exit(f"clients.py: {failure}")
