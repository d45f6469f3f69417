"""Turns guichet's rules into regular expressions over folded words.

A text is first made plain (`plain`): words in lower case without accents, one blank between them, and
` . ` or ` ? ` where a sentence ends. Then a word with its forms is `(?:veux|veut|…) `, `...4` is
`(?:[^ .?]+ ){0,4}`, and nothing crosses the end of a sentence. The forms come from guichet.
"""

import json
import re
import subprocess
import unicodedata

import rulefiles

WORD = "[^ .?]+ "
ELISIONS = {word: word[:-1] for word in "de le la je ne me te se si ce que".split()}
ELISIONS |= {word: word[:-1] for word in "jusque lorsque puisque quoique".split()}
TOKEN = re.compile(r"[^\W_]+(?:,\d+)*|[.!?…](?=\s|$)|\n\s*\n")
ENDS = {"!": ".", "…": ".", "?": "?"}
ACCENTS = dict.fromkeys(range(0x300, 0x370)) | {ord("œ"): "oe", ord("æ"): "ae"}


def plain(text):
    letters = unicodedata.normalize("NFD", text.lower()).translate(ACCENTS)
    words = (ENDS.get(word, word) for word in TOKEN.findall(letters))
    return " ".join("." if word[0] == "\n" else word for word in words) + " . "


def forms(rules, reader):
    """For each word of the rules its tokens with their forms, as guichet knows them."""
    patterns = [rule.pattern for rule in rules.rules]
    patterns += [member for members in rules.sets.values() for member in members]
    found = {text for pattern in patterns for _, text in rulefiles.words(pattern)}
    answer = subprocess.run(
        [reader, "forms"], input="\n".join(sorted(found)) + "\n",
        stdout=subprocess.PIPE, text=True, check=True,
    )
    return json.loads(answer.stdout)


class Translator:
    def __init__(self, rules, forms):
        self.sets, self.forms, self.known_sets = rules.sets, forms, {}

    def expression(self, rule):
        text = r"\b" + self.pattern(rule.pattern)
        return text + r"[^.?]*\?" if "question" in rule.scope else text

    def pattern(self, pattern):
        match pattern:
            case ("word", kind, text):
                return "".join(map(alternatives, self.tokens(kind, text)))
            case ("set", name):
                return self.any(self.sets[name], name)
            case ("any", choices):
                return self.any(choices)
            case ("sequence", elements):
                return "".join(self.element(*element) for element in elements)
            case ("together", patterns, limits):
                text = self.pattern(patterns[0])
                for limit, part in zip(limits, patterns[1:]):
                    other = self.pattern(part)
                    gap = f"(?:{WORD})*" if limit is None else words_between(limit)
                    text = f"(?:{text}{gap}{other}|{other}{gap}{text})"
                return text

    def element(self, gap, is_optional, part):
        text = words_between(gap) + self.pattern(part)
        return f"(?:{text})?" if is_optional else text

    def any(self, choices, name=None):
        if name in self.known_sets:
            return self.known_sets[name]
        singles, others = [], []
        for choice in self.flat(choices):
            tokens = self.tokens(*choice[1:]) if choice[0] == "word" else []
            if len(tokens) == 1:
                singles += tokens[0]
            else:
                others.append(self.pattern(choice))
        pieces = ([alternatives(singles)] if singles else []) + list(dict.fromkeys(others))
        text = pieces[0] if len(pieces) == 1 else f"(?:{'|'.join(pieces)})"
        if name:
            self.known_sets[name] = text
        return text

    def flat(self, choices):
        for choice in choices:
            match choice:
                case ("any", inner):
                    yield from self.flat(inner)
                case ("set", name):
                    yield from self.flat(self.sets[name])
                case _:
                    yield choice

    def tokens(self, kind, text):
        """The endings with which each token may be written: `mot ` or `mot[^ ]* `."""
        tokens = self.forms[text]
        found = []
        for place, known in enumerate(tokens):
            if kind == "prefix" and place == len(tokens) - 1:
                found.append([known[0] + "*"])
                continue
            written = list(known) if kind == "inflected" else known[:1]
            written += [ELISIONS[written[0]]] if written[0] in ELISIONS else []
            found.append(written)
        return found


def words_between(count):
    return f"(?:{WORD}){{0,{count}}}" if count else ""


def alternatives(words):
    """`(?:mot |mots )` as a tree of common beginnings, which Python does not make by itself."""
    tree = {}
    for word in words:
        node = tree
        for letter in word.removesuffix("*"):
            node = node.setdefault(letter, {})
        node["*" if word.endswith("*") else " "] = {}
    return branch(tree)


def branch(node):
    if "*" in node:
        return "[^ ]* "
    pieces = [re.escape(key) + branch(inner) if key != " " else " " for key, inner in sorted(node.items())]
    return pieces[0] if len(pieces) == 1 else f"(?:{'|'.join(pieces)})"
