"""A scenario in the files of NegMAS: its statistics by NegMAS, and by Detente.

    pip install detente negmas
    python docs/compare/negmas_scenario.py
"""

import tempfile
import warnings

import detente as dt
from negmas.inout import Scenario
from negmas.preferences.ops import kalai_points, nash_points, pareto_frontier

warnings.simplefilter("ignore")

case = dt.from_negmas("crates/detente-foreign/tests/files/negmas")
with tempfile.TemporaryDirectory() as folder:
    case.to_negmas(folder)
    scenario = Scenario.from_yaml_folder(folder)

utilities, places = pareto_frontier(scenario.ufuns, list(scenario.outcome_space.enumerate_or_sample()))
print("NegMAS: on the frontier", len(utilities))
nash = nash_points(scenario.ufuns, utilities, outcome_space=scenario.outcome_space)
kalai = kalai_points(scenario.ufuns, utilities, outcome_space=scenario.outcome_space)
print("NegMAS: Nash", [round(float(value), 6) for value in nash[0][0]])
print("NegMAS: Kalai", [round(float(value), 6) for value in kalai[0][0]])

central = case.sit(draws=1).deals.central
found = central.solutions.to_dict()
print("Detente: on the frontier", central.frontier_size)
print("Detente: Nash", [round(value, 6) for value in found["nash"]["values"]])
print("Detente: egalitarian (Kalai 1977)", [round(value, 6) for value in found["egalitarian"]["values"]])

# What only Detente says: in which share of the worlds a deal exists if what no deal is worth is in doubt.
doubted = case.set({"positions.buyer.no_deal": [0.3, 0.8], "positions.seller.no_deal": [0.3, 0.6]})
print("Detente, in doubt:", doubted.sit(draws=2000).deals.zone_probability)

# What only NegMAS does: a negotiation between agents that somebody else has written, or writes now.
from negmas import AspirationNegotiator, SAOMechanism  # noqa: E402

table = SAOMechanism(outcome_space=scenario.outcome_space, n_steps=50)
for ufun in scenario.ufuns:
    table.add(AspirationNegotiator(), ufun=ufun)
print("NegMAS: two of its agents agree on", table.run().agreement)
