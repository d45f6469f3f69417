"""Writes a rule folder with several times the rules.

    copies.py RULES FOLDER TIMES same|other

`same` repeats each rule under another name: it matches as often. `other` puts a made-up word of the
same ending in the place of every word, so that what is added matches nothing.
"""

import pathlib
import random
import re
import shutil
import sys

import rulefiles

LETTERS = re.compile(r"[^\W\d_]+")
GROUPS = ["aeiouy", "bcdfghjklmnpqrstvwxz"]
# The tongue of the copies: short words get two letters that stand together in no French word.
FIRSTS, SECONDS = "kwxqz", "bcdfghjkmnpqrstvwxyz"


class Words:
    """Other words for those of the rules: in each copy others, always the same."""

    def __init__(self, copy):
        chance = random.Random(copy)
        self.copy, self.letters = copy, {}
        for group in GROUPS:
            shifted = chance.sample(group, len(group))
            self.letters |= dict(zip(group, shifted)) | dict(zip(group.upper(), shifted))

    def __call__(self, text):
        return LETTERS.sub(lambda match: self.word(match[0]), text)

    def word(self, word):
        """First letter and ending stay: by these a word is inflected and taken for a mistyped one."""
        inner = "".join(self.letters.get(letter, letter) for letter in word[1:-3])
        if len(inner) > 2 and inner != word[1:-3]:
            return word[0] + inner + word[-3:]
        mark = FIRSTS[self.copy // len(SECONDS) % 5] + SECONDS[self.copy % len(SECONDS)]
        return word[0] + mark + word[1:]


def copied(rules, copy, is_other):
    """A rule file with all sets and rules once more."""
    word = Words(copy) if is_other else str
    set_name = (lambda name: f"{name}-{copy}") if is_other else str
    lines = []
    for name, members in rules.sets.items() if is_other else ():
        texts = ", ".join(rulefiles.written(member, word, set_name) for member in members)
        lines.append(f"@{set_name(name)} = {texts}")
    target = None
    for rule in rules.rules:
        if rule.target != target:
            target = rule.target
            lines += ["", f"[{target}]"]
        trial = "essai " if rule.is_trial else ""
        scope = "".join(f"{name}: " for name in rule.scope)
        pattern = rulefiles.written(rule.pattern, word, set_name)
        lines.append(f"{trial}{rule.points} {rule.name}-{copy} : {scope}{pattern}")
    return "\n".join(lines) + "\n"


def main():
    source, folder, times, kind = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    rules = rulefiles.read(source)
    for copy in range(2, int(times) + 1):
        text = copied(rules, copy, is_other=kind == "other")
        (pathlib.Path(folder) / f"copie-{copy:03}.rules").write_text(text)


if __name__ == "__main__":
    main()
