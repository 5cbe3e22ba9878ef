"""A second reference for two estimators of tau-squared: statsmodels, its iteration tightened from 1e-5.

Run from the project root: /usr/bin/python3 tests/reference/pooling-statsmodels.py
"""
import os
import sys

import numpy as np
import statsmodels
from statsmodels.stats.meta_analysis import combine_effects

sys.path.insert(0, os.path.dirname(__file__))
from write_json import case, reference, write_methods

# Six invented sites; BCG vaccine, log risk ratios worked out from the counts; two sites; precise sites far apart;
# effects of which some contradict the others
ill = np.array([4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27])
n = ill + np.array([119, 300, 228, 13536, 5036, 1361, 2537, 87886, 7470, 1699, 50448, 2493, 16886])
ill_other = np.array([11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29])
n_other = ill_other + np.array([128, 274, 209, 12619, 5761, 1079, 619, 87892, 7232, 1600, 27197, 2338, 17825])
sets = {
    "six invented sites": ([0.62, 0.95, 0.30, 1.10, 0.48, 0.75], [s * s for s in [0.21, 0.30, 0.18, 0.42, 0.25, 0.35]]),
    "BCG vaccine, log risk ratios": (np.log(ill / n / (ill_other / n_other)), 1 / ill - 1 / n + 1 / ill_other - 1 / n_other),
    "two sites": ([0.2, 1.4], [0.05, 0.09]),
    "precise sites far apart": ([-3, 5, 0.5, 12, -8], [0.01, 0.04, 0.02, 0.09, 0.03]),
    "some contradict the others": ([0.61, -0.42, 0.38, -0.15, 0.9, 0.05, -0.7], [0.02, 0.05, 0.01, 0.04, 0.2, 0.03, 0.1]),
}


def pooled(method, word):
    cases = []
    for name, (estimates, variances) in sets.items():
        estimates, variances = np.asarray(estimates, float), np.asarray(variances, float)
        settings = {"atol": 1e-11, "maxiter": 1000} if method == "iterated" else {}
        found = combine_effects(estimates, variances, method_re=method, **settings)
        assert found.tau2 > 0
        if method == "iterated":
            weights = 1 / (variances + found.tau2)
            centre = (weights * estimates).sum() / weights.sum()
            assert abs((weights * (estimates - centre) ** 2).sum() - (len(estimates) - 1)) < 1e-10
        for interval, error in [("normal", found.sd_eff_w_re), ("Knapp-Hartung", found.sd_eff_w_re_hksj)]:
            cases.append(case(
                {"estimates": estimates.tolist(), "variances": variances.tolist(), "tauSquared": word, "interval": interval},
                {"kind": "pooledEstimate", "estimate": float(found.mean_effect_re), "standardError": float(error),
                 "tauSquared": float(found.tau2), "q": float(found.q), "k": len(estimates),
                 "weights": [float(weight) for weight in found.weights_rel_re]}, name))
    return cases


by = f"statsmodels {statsmodels.__version__} combine_effects, "
write_methods("pooling-statsmodels", "pooling-statsmodels.py", {
    "pool-paule-mandel": reference(by + "iterated", pooled("iterated", "Paule-Mandel")),
    "pool-dersimonian-laird": reference(by + "chi2", pooled("chi2", "DerSimonian-Laird")),
}, statsmodels=statsmodels.__version__, numpy=np.__version__)
