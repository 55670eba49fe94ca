#!/usr/bin/env python3
"""Writes a case of any size, for measuring: python3 bench/bigcase.py PARTIES ISSUES OPTIONS AUDIENCES SEED > case.toml

Every party wants something else on every issue; values are ranges, weights are known by their order alone, and each audience
stands behind one of the parties. The same arguments give the same case.
"""

import random
import sys


def main():
    parties, issues, options, audiences, seed = map(int, sys.argv[1:6])
    dice = random.Random(seed)
    print(f'case = 1\ntitle = "{parties} parties, {issues} issues of {options} options"\nas_of = 2024-01-01\n')
    for p in range(parties):
        print(f'[parties.p{p}]\nname = "Party {p}"\nrole = "principal"\n')
    for a in range(audiences):
        print(f'[audiences.a{a}]\nname = "Audience {a}"\nof = "p{a % parties}"\nweight = 1\nveto = {str(a % 2 == 0).lower()}\n')
    for i in range(issues):
        names = ", ".join(f'"o{o}"' for o in range(options))
        print(f'[issues.i{i}]\nname = "Issue {i}"\noptions = [{names}]\n')
    actors = [f"p{p}" for p in range(parties)] + [f"a{a}" for a in range(audiences)]
    for actor in actors:
        order = list(range(issues))
        dice.shuffle(order)
        low = round(dice.uniform(0.3, 0.4), 2)
        print(f"[positions.{actor}]\nno_deal = [{low}, {round(low + 0.15, 2)}]")
        print("importance = [" + ", ".join(f'"i{i}"' for i in order) + "]\n")
        for i in range(issues):
            middles = [dice.uniform(0.1, 0.9) for _ in range(options)]
            middles[dice.randrange(options)] = 0.9
            values = ", ".join(f'"o{o}" = [{m - 0.1:.2f}, {m + 0.1:.2f}]' for o, m in enumerate(middles))
            print(f"[positions.{actor}.i{i}]\nvalues = {{ {values} }}\n")


if __name__ == "__main__":
    main()
