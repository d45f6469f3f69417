"""Writes the mails that are classified, always the same: one JSON object a line.

    texts.py RULES FILE WORDS COUNT

The sentences are the rule files' own examples (oui, non, pas encore), halves of two of them joined, and
what else stands in a mail, so that about as many rules count as in mails of town halls.
"""

import base64
import json
import quopri
import random
import sys

import rulefiles

PEOPLE = ["Hélène Bœuf", "Loïc Garrec", "Amélie Dupré", "Jean Petit", "Farida Benali", "Yves Le Goff"]
ROLES = ["Maire", "Secrétaire de mairie", "DGS", "Chargée de mission numérique", "Adjoint aux écoles"]
PLACES = ["Plouhinec", "Saint-Aubin", "Lormes", "Villeneuve", "Bourg-le-Roi", "Mortagne", "Vassy"]
KINDS = ["Mairie de", "Communauté de communes de", "Ville de", "Syndicat mixte de", "Agglomération de"]
THINGS = """cantine déchetterie piscine bibliothèque voirie école crèche salle stade cimetière marché port
navette sentier gymnase musée chaufferie médiathèque fontaine halle""".split()
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "début septembre", "la semaine prochaine"]
FILLERS = """
La réunion s'est tenue {day} dans la salle du conseil, avec {number} personnes autour de la table.
Le dossier de la {thing} avance doucement depuis {number} mois.
{place} compte {number} habitants et la {thing} reste ouverte tout l'été.
Comme chaque année, le budget sera voté {day}.
Les travaux de la {thing} ont commencé rue des Tilleuls et dureront {number} jours.
Vous trouverez plus bas le compte rendu, relu par {person}.
Nous avons reçu {number} courriers à propos de la {thing}.
Le conseil a délibéré {day}, à l'unanimité.
Il a plu tout le mois et le chemin de la {thing} est encore fermé.
{person} sera présente {day} à partir de {number} heures.
La {thing} de {place} a été repeinte par les employés municipaux.
Le tableau joint donne les chiffres par quartier, du plus petit au plus grand.
Dans notre vallée, les distances sont longues et les cars rares.
Le préfet est passé {day}, puis le sénateur, puis plus rien.
On me dit que la {thing} de {place} fait mieux, avec {number} fois moins de papier.
Les élus en ont débattu longuement, dans une ambiance cordiale.
La commission se réunira {day} à {place}.
Un article est paru dans le journal local au sujet de la {thing}.
Ce matin encore, {number} voitures attendaient devant la {thing}.
À l'heure où je vous écris, le registre est tenu au crayon.
Le premier adjoint était déjà de cet avis au printemps.
Tout cela se passe entre la {thing} et la place du marché.
""".strip().splitlines()
GREETINGS = ["Bonjour,", "Madame, Monsieur,", "Bonjour à vous,", "Mesdames, Messieurs,"]
CLOSINGS = ["Cordialement,", "Bien à vous,", "Avec nos remerciements,", "Sincères salutations,"]
# How often a sentence comes from an example, whole or in halves.
EXAMPLES, HALVES = 0.18, 0.12


class Generator:
    def __init__(self, seed, examples):
        self.random = random.Random(seed)
        self.examples = [ended(example) for example in examples]

    def sentence(self):
        chance = self.random.random()
        if chance < EXAMPLES:
            return self.random.choice(self.examples)
        if chance < EXAMPLES + HALVES:
            first, second = (self.random.choice(self.examples).split() for _ in range(2))
            return " ".join(first[: len(first) // 2 + 1] + second[len(second) // 2 :])
        choice = self.random.choice
        return choice(FILLERS).format(
            day=choice(DAYS), number=self.random.randint(2, 900), thing=choice(THINGS),
            place=choice(PLACES), person=choice(PEOPLE),
        )

    def mail(self, words):
        paragraphs, count = [], 0
        while count < words:
            sentences = [self.sentence() for _ in range(self.random.randint(1, 4))]
            paragraphs.append(" ".join(sentences))
            count += len(paragraphs[-1].split())
        choice = self.random.choice
        person, place, kind = choice(PEOPLE), choice(PLACES), choice(KINDS)
        text = {
            "subject": choice(self.examples).rstrip(".!?")[:70].rsplit(" ", 1)[0],
            "body": "\n\n".join([choice(GREETINGS), *paragraphs, choice(CLOSINGS)]),
            "signature": f"{person}\n{choice(ROLES)}\n{kind} {place}\n02 61 91 33 50",
            "sender": f"{person} accueil@mairie-{rulefiles.fold(place)}.example",
        }
        return text | {"mail": self.octets(text)}

    def octets(self, text):
        """The text as a mail, quoted-printable."""
        name, address = text["sender"].rsplit(" ", 1)
        body = quopri.encodestring(f"{text['body']}\n\n{text['signature']}\n".encode()).decode()
        lines = [
            f"Return-Path: <{address}>",
            "Received: from mx.example (mx.example [192.0.2.1]) by mail.anct.example (Postfix) with ESMTPS",
            "\tfor <incubateur@anct.example>; Tue, 24 Nov 2026 09:12:04 +0100 (CET)",
            "Date: Tue, 24 Nov 2026 09:12:00 +0100",
            f"From: {encoded(name)} <{address}>",
            "To: incubateur@anct.example",
            f"Subject: {encoded(text['subject'])}",
            f"Message-ID: <{self.random.randbytes(12).hex()}@mairie.example>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            body,
        ]
        return "\r\n".join(lines).replace("\r\n", "\n").replace("\n", "\r\n")


def ended(sentence):
    return sentence if sentence[-1] in ".!?…" else sentence + "."


def encoded(text):
    """Encoded-words (RFC 2047), each short enough."""
    words = [text[start : start + 24] for start in range(0, len(text), 24)]
    return "\r\n ".join(f"=?utf-8?B?{base64.b64encode(word.encode()).decode()}?=" for word in words)


def main():
    rules, file, words, count = sys.argv[1:]
    generator = Generator(seed=20261128, examples=rulefiles.read(rules).examples)
    with open(file, "w") as lines:
        for _ in range(int(count)):
            lines.write(json.dumps(generator.mail(int(words)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
