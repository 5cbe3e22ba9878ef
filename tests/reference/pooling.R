# Expected values for src/stats/random-effects.ts: metafor's REML by Fisher scoring, tightened from its default
# 1e-5, with the modified Knapp-Hartung test ("adhoc"). A second solver, optimize() on the restricted likelihood,
# must agree before a value is written. Run from the project root: Rscript tests/reference/pooling.R
suppressPackageStartupMessages(library(metafor))
source("tests/reference/write-json.R")

pool <- function(estimates, variances, level = 0.95) {
  fit <- rma(estimates, variances, method = "REML", test = "adhoc", level = level * 100,
             control = list(threshold = 1e-14 * max(1, var(estimates)), maxiter = 10000))
  restricted <- function(tau2) {
    w <- 1 / (variances + tau2)
    -(sum(log(variances + tau2)) + log(sum(w)) + sum(w * (estimates - weighted.mean(estimates, w))^2)) / 2
  }
  second <- optimize(restricted, c(0, 10 * var(estimates) + max(variances)), maximum = TRUE, tol = 1e-12)$maximum
  stopifnot(abs(second - fit$tau2) < 1e-6 * (fit$tau2 + mean(variances)))
  predicted <- predict(fit)
  list(estimates = I(estimates), variances = I(variances), level = level, estimate = as.numeric(fit$b),
       low = fit$ci.lb, high = fit$ci.ub, standardError = fit$se, tauSquared = fit$tau2,
       predictionLow = predicted$pi.lb, predictionHigh = predicted$pi.ub, q = fit$QE, qPValue = fit$QEp,
       iSquared = fit$I2 / 100, weights = I(as.numeric(weights(fit)) / 100))
}

## Six invented sites; the eight-schools coaching trials (Rubin 1981); BCG vaccine log risk ratios (dat.bcg);
## sites that agree exactly; two sites; many precise sites far apart
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
sets <- list(
  pool(c(0.62, 0.95, 0.30, 1.10, 0.48, 0.75), c(0.21, 0.30, 0.18, 0.42, 0.25, 0.35)^2),
  pool(c(28, 8, -3, 7, -1, 1, 18, 12), c(15, 10, 16, 11, 9, 11, 10, 18)^2),
  pool(as.numeric(bcg$yi), as.numeric(bcg$vi), 0.9),
  pool(c(1, 1, 1), c(0.1, 0.2, 0.4)),
  pool(c(0.2, 1.4), c(0.05, 0.09)),
  pool(c(-3, 5, 0.5, 12, -8), c(0.01, 0.04, 0.02, 0.09, 0.03), 0.99)
)
write_reference("pooling", sets, "metafor")
