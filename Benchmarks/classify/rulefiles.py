"""Reads guichet's rule files into trees, and writes the trees as rule files again.

A pattern is a tuple:

    ("word", kind, text)            kind is "inflected", "exact", "prefix" or "quoted"
    ("set", name)
    ("any", patterns)
    ("sequence", [(gap, is_optional, pattern)])
    ("together", patterns, limits)  a limit is None for the whole sentence
"""

import dataclasses
import pathlib
import re
import unicodedata

PLACES = ["objet", "signature", "citation", "expediteur", "piece jointe", "auteur"]
TURNS = ["debut", "fin", "refus", "passe", "question"]
EXAMPLE = re.compile(r"\s*(oui|non|pas encore)(?: [^:]*)?:(.*)", re.IGNORECASE)
LEXEME = re.compile(
    r"""[ ]*(?:
      ["«»“”„](?P<quoted>[^"«»“”„]*)["«»“”„]
    | (?P<gap>\.{3,}|…)(?P<width>\d*)
    | &(?P<near>\d*)
    | (?P<sign>[/()\[\]])
    | @(?P<set>[^ /()\[\]&…"«»“”„]+)
    | (?P<word>(?:\d{1,3}(?:[ ]\d{3})+(?!\d)|(?!\.\.\.)[^ /()\[\]&…"«»“”„])+)
    )""",
    re.VERBOSE,
)
DEFAULT_GAP = 6


def fold(text):
    """Lower case without accents, œ as oe."""
    letters = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace("œ", "oe").replace("æ", "ae").replace("’", "'")


@dataclasses.dataclass
class Rule:
    target: str
    is_trial: bool
    points: str
    name: str
    scope: list[str]
    pattern: tuple


@dataclasses.dataclass
class Rules:
    rules: list[Rule]
    sets: dict[str, list]
    examples: list[str]


def read(folder):
    found = Rules([], {}, [])
    for path in sorted(pathlib.Path(folder).glob("*.rules")):
        target = None
        for line in joined_lines(path.read_text()):
            example = EXAMPLE.match(line)
            if line.startswith("["):
                target = line[1 : line.index("]")]
            elif line.startswith("@"):
                name, members = line[1:].split("=", 1)
                found.sets[fold(name.strip())] = [parse(part) for part in parts(members)]
            elif example:
                found.examples.append(example[2].strip())
            elif target and fold(target) != "decision":
                found.rules.append(rule(line, target))
    return found


def joined_lines(text):
    """Without comments; a line may go on with the next."""
    lines, continues, is_open = [], False, False
    for raw in text.replace("\u00a0", " ").splitlines():
        if not raw.strip():
            continues = is_open = False
            continue
        is_example = EXAMPLE.match(raw) is not None
        line = (raw if is_example else without_comment(raw)).strip()
        if not line:
            continue
        starts = is_example or line.lower().startswith("essai ")
        starts |= line[0] in "+-−–[" or (line[0] == "@" and "=" in line)
        if continues or (raw[0].isspace() and is_open and not starts):
            lines[-1] += " " + line
        else:
            lines.append(line)
        is_open = not is_example
        continues = is_open and line[-1] in ",/"
    return lines


def without_comment(line):
    quoted = False
    for index, character in enumerate(line):
        quoted ^= character in '"«»“”'
        if character == "#" and not quoted and (index == 0 or line[index - 1] == " "):
            return line[:index]
    return line


def parts(text):
    """What stands between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def rule(line, target):
    is_trial = line.lower().startswith("essai ")
    points, rest = (line[6:].strip() if is_trial else line).split(" ", 1)
    name, rest = rest.split(":", 1)
    scope = []
    while ":" in rest and fold(rest.split(":", 1)[0].strip()) in PLACES + TURNS:
        word, rest = rest.split(":", 1)
        scope.append(fold(word.strip()))
    return Rule(target, is_trial, points, name.strip(), scope, parse(rest))


def parse(text):
    return Parser(text).alternatives()


class Parser:
    def __init__(self, text):
        self.lexemes, at = [], 0
        text = text.strip()
        while at < len(text):
            match = LEXEME.match(text, at)
            if not match:
                raise ValueError(f"not understood: {text[at:]}")
            self.lexemes.append(match)
            at = match.end()
        self.index = 0

    def sign(self):
        return self.lexemes[self.index]["sign"] if self.index < len(self.lexemes) else None

    def take(self, group):
        """What the next lexeme has in a group, or None."""
        if self.index == len(self.lexemes) or self.lexemes[self.index][group] is None:
            return None
        self.index += 1
        return self.lexemes[self.index - 1]

    def alternatives(self):
        choices = [self.together()]
        while self.sign() == "/":
            self.index += 1
            choices.append(self.together())
        return choices[0] if len(choices) == 1 else ("any", choices)

    def together(self):
        patterns, limits = [self.sequence()], []
        while near := self.take("near"):
            limits.append(int(near["near"]) if near["near"] else None)
            patterns.append(self.sequence())
        return patterns[0] if len(patterns) == 1 else ("together", patterns, limits)

    def sequence(self):
        elements, gap = [], 0
        while True:
            if lexeme := self.take("gap"):
                gap = int(lexeme["width"] or DEFAULT_GAP)
                continue
            element = self.element()
            if element is None:
                break
            elements.append((gap, *element))
            gap = 0
        if len(elements) == 1 and not elements[0][1]:
            return elements[0][2]
        return ("sequence", elements)

    def element(self):
        if lexeme := self.take("quoted"):
            return False, ("word", "quoted", lexeme["quoted"].strip())
        if lexeme := self.take("set"):
            return False, ("set", fold(lexeme["set"]))
        if lexeme := self.take("word"):
            text = lexeme["word"]
            if text.startswith("="):
                return False, ("word", "exact", text[1:])
            if text.endswith("*"):
                return False, ("word", "prefix", text[:-1])
            return False, ("word", "inflected", text)
        bracket = self.sign()
        if bracket not in ("(", "["):
            return None
        self.index += 1
        inner = self.alternatives()
        self.index += 1
        return bracket == "[", inner


def words(pattern):
    """Every word of a pattern, as (kind, text)."""
    match pattern[0]:
        case "word":
            yield pattern[1:]
        case "any" | "together":
            for part in pattern[1]:
                yield from words(part)
        case "sequence":
            for _, _, part in pattern[1]:
                yield from words(part)


def written(pattern, word=lambda text: text, set_name=lambda name: name):
    """A pattern as a rule file has it; the functions may put other words and sets there."""
    match pattern:
        case ("word", kind, text):
            text = word(text)
            forms = {"exact": f"={text}", "prefix": f"{text}*", "quoted": f'"{text}"'}
            return forms.get(kind, text)
        case ("set", name):
            return "@" + set_name(name)
        case ("any", choices):
            return " / ".join(written(choice, word, set_name) for choice in choices)
        case ("together", patterns, limits):
            text = bracketed(patterns[0], word, set_name)
            for limit, part in zip(limits, patterns[1:]):
                text += f" &{limit or ''} {bracketed(part, word, set_name)}"
            return text
        case ("sequence", elements):
            pieces = []
            for gap, is_optional, part in elements:
                text = written(part, word, set_name)
                if is_optional:
                    text = f"[{text}]"
                elif part[0] not in ("word", "set"):
                    text = f"({text})"
                pieces.append((f"...{gap} " if gap else "") + text)
            return " ".join(pieces)


def bracketed(pattern, word, set_name):
    text = written(pattern, word, set_name)
    return f"({text})" if pattern[0] in ("any", "together") else text
