"""Prints how far guichet and the regular expressions find the same rules in the same texts.

    agreement.py READER RULES TEXTS

Left out on both sides: rules for refusals, for the past, for questions, and about the author.
"""

import collections
import json
import pathlib
import subprocess
import sys

import rulefiles

LEFT_OUT = {"refus", "passe", "question", "auteur"}


def lines(*command):
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def main():
    reader, folder, texts = sys.argv[1:4]
    rules = [
        rule for rule in rulefiles.read(folder).rules if LEFT_OUT.isdisjoint(rule.scope)
    ]
    names = {rulefiles.fold(f"{rule.target}/{rule.name}") for rule in rules}
    ours = lines(reader, "find", folder, texts)
    script = pathlib.Path(__file__).with_name("python_re.py")
    theirs = lines(sys.executable, script, "find", reader, folder, "1", texts)
    print(f"{len(names)} rules, {len(ours)} texts.\n")
    print("| texts | found by both | by guichet alone | by the expressions alone |\n| --- | ---: | ---: | ---: |")
    alone = [collections.Counter(), collections.Counter()]
    for title, wanted in (("all", None), ("without a negated word", False)):
        both = [0, 0, 0]
        for mine, other in zip(ours, theirs):
            if wanted is not None and mine["isNegated"] != wanted:
                continue
            found = names & set(map(rulefiles.fold, mine["rules"]))
            searched = names & set(map(rulefiles.fold, other))
            both = [a + len(b) for a, b in zip(both, (found & searched, found - searched, searched - found))]
            alone[0].update(found - searched)
            alone[1].update(searched - found)
        total = sum(both) / 100
        print(f"| {title} | {both[0]:,} | {both[1]:,} ({both[1] / total:.1f} %) | {both[2]:,} ({both[2] / total:.1f} %) |")
    if "--details" in sys.argv:
        for counter in alone:
            print(counter.most_common(25), file=sys.stderr)


if __name__ == "__main__":
    main()
