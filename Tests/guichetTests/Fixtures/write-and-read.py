"""Writes to the service as a mayor would, and waits for the answer in her mailbox.

Usage: write-and-read.py HOST SMTP-PORT IMAP-PORT SERVICE WRITER PASSWORD
Prints the answer's subject and text.
"""

import email
import email.policy
import imaplib
import smtplib
import sys
import time
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

host, smtp_port, imap_port, service, writer, password = sys.argv[1:7]

message = EmailMessage()
message["From"] = f"Aline Prévost <{writer}>"
message["To"] = service
message["Subject"] = "Catalogue des services pour les communes"
message["Date"] = formatdate(localtime=True)
message["Message-ID"] = make_msgid(domain="ma-commune.example")
message.set_content(
    "Bonjour,\n\nNotre commune voudrait connaître le catalogue du Territoires Store et utiliser "
    "un service qui existe déjà.\n\nAline Prévost, maire\n"
)
with smtplib.SMTP(host, int(smtp_port), timeout=60) as server:
    server.send_message(message)

deadline = time.monotonic() + 300
with imaplib.IMAP4(host, int(imap_port), timeout=60) as mailbox:
    mailbox.login(writer, password)
    while time.monotonic() < deadline:
        mailbox.select("INBOX", readonly=True)
        for number in mailbox.search(None, "ALL")[1][0].split():
            octets = mailbox.fetch(number, "(BODY.PEEK[])")[1][0][1]
            answer = email.message_from_bytes(octets, policy=email.policy.default)
            if answer["In-Reply-To"] == message["Message-ID"]:
                print(answer["Subject"])
                print(answer.get_body(("plain",)).get_content())
                sys.exit(0)
        time.sleep(0.2)
sys.exit("no answer came")
