"""A tournament's table of payoffs as a game, solved by Gambit and by Detente.

    pip install detente numpy pygambit
    python docs/compare/pygambit_game.py
"""

import warnings

import detente as dt
import numpy as np
import pygambit

warnings.simplefilter("ignore")  # What a case leaves out of the files.

case = dt.from_negmas("crates/detente-foreign/tests/files/negmas")
held = dt.tournament({"a sale": case}, ["boulware", "conceder", "linear", "micro"], rounds=60)
ways = held.tournament.ways
payoffs = np.array(held.payoffs, dtype=float)
print("ways:", ", ".join(ways))
print(payoffs.round(3))

# Rows are one's own way, columns that of the other; the game is the same for both.
game = pygambit.Game.from_arrays(payoffs, payoffs.T, title="ways to bargain")
for equilibrium in pygambit.nash.enumpure_solve(game).equilibria:
    chosen = [[equilibrium[one] for one in player.strategies].index(1) for player in game.players]
    print("Gambit, pure:", " against ".join(ways[number] for number in chosen))

print("Detente, pure and symmetric:", ", ".join(held.game.pure_equilibria))
for equilibrium in held.game.equilibria:
    print("Detente, symmetric:", {way: round(share, 3) for way, share in equilibrium.mix.items()}, "worth", round(equilibrium.value, 3))
