"""How long agreements last: a record of one's own through lifelines, and what Detente makes of the result.

    pip install detente lifelines
    python docs/compare/lifelines_record.py
"""

import detente as dt
import pandas as pd
from lifelines import KaplanMeierFitter, WeibullFitter

record = pd.read_csv("notebooks/ceasefires.csv")
curve = KaplanMeierFitter().fit(record["days"], record["broke"])
fitted = WeibullFitter().fit(record["days"], record["broke"])
shape, low, high = (fitted.summary.loc["rho_", name] for name in ("coef", "coef lower 95%", "coef upper 95%"))
print(f"lifelines: median {fitted.median_survival_time_:.0f} days, shape {shape:.2f} ({low:.2f} to {high:.2f})")

# The median with the doubt of its scale, nine tenths of it, as a range of the case.
scale = fitted.median_survival_time_
doubt = float(fitted.summary.loc["lambda_", "se(coef)"] / fitted.lambda_)
times = 2.718281828459045 ** (1.645 * doubt)
here = dt.read("cases/cairo-2024").set(
    {
        "durability.baseline": {"median_days": [round(scale / times, 1), round(scale * times, 1)]},
        "durability.shape": [round(float(low), 2), round(float(high), 2)],
    }
)
leading = here.sit(draws=1000).durability().packages[0]
print("package", dict(leading.outcome))
for at in leading.survival:
    kept = float(curve.predict(at.days))
    print(f"after {at.days:.0f} days: any agreement of the record {kept:.2f} (Kaplan–Meier), this one {at.median:.2f} ({at.interval[0]:.2f} to {at.interval[1]:.2f})")
