# Expected values for src/stats/pooling: metafor, with the thresholds of its searches tightened from the defaults (which
# leave 1e-3 for Paule-Mandel and 1e-5 for REML). Every tau-squared is held to its own equation before it is written:
# the slope of the restricted likelihood, the generalised Q, and no higher peak anywhere on a grid.
# Run from the project root: Rscript tests/reference/pooling.R
suppressPackageStartupMessages(library(metafor))
source("tests/reference/write-json.R")

effects <- function(found) list(y = as.numeric(found$yi), v = as.numeric(found$vi))
sets <- list(
  `six invented sites` = list(y = c(0.62, 0.95, 0.30, 1.10, 0.48, 0.75), v = c(0.21, 0.30, 0.18, 0.42, 0.25, 0.35)^2),
  `eight schools (Rubin 1981), tau-squared 0` = list(y = c(28, 8, -3, 7, -1, 1, 18, 12), v = c(15, 10, 16, 11, 9, 11, 10, 18)^2),
  `BCG vaccine, log risk ratios (dat.bcg)` = effects(escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)),
  `length of stay (dat.normand1999)` = effects(escalc("MD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat.normand1999)),
  `teacher expectancy (dat.raudenbush1985)` = list(y = dat.raudenbush1985$yi, v = dat.raudenbush1985$vi),
  `environmental tobacco smoke (dat.hackshaw1998)` = list(y = dat.hackshaw1998$yi, v = dat.hackshaw1998$vi),
  `two sites` = list(y = c(0.2, 1.4), v = c(0.05, 0.09)),
  `very precise sites far apart` = list(y = c(-3, 5, 0.5, 12, -8), v = c(0.01, 0.04, 0.02, 0.09, 0.03)),
  `variances from 0.0001 to 100` = list(y = c(1, 1.5, -4, 0.7, 12, 0.9), v = c(1e-4, 0.01, 1, 0.25, 100, 4)),
  `Q just above its degrees of freedom` = list(y = c(-0.9, -1.1, -0.8, -2.0, -1.6), v = c(0.1, 0.2, 0.1, 0.4, 0.2)),
  `the restricted likelihood has a lower peak at 0` = list(y = c(0.1, 2.4, 0.2, 0), v = c(0.036, 0.732, 0.152, 0.466)),
  `the restricted likelihood has two peaks above 0` = list(y = c(-0.3, -3.8, -3.5, -0.6), v = c(0.001, 2.295, 7.188, 0.138)),
  `all estimates equal` = list(y = c(1, 1, 1), v = c(0.1, 0.2, 0.4)),
  `equal but for one, and that one vague` = list(y = c(0, 0, 0, 0, 0, 2), v = c(0.1, 0.1, 0.1, 0.1, 0.1, 3))
)

generalised_q <- function(set, tau2) { w <- 1 / (set$v + tau2); sum(w * (set$y - weighted.mean(set$y, w))^2) }
restricted <- function(set, tau2) {
  w <- 1 / (set$v + tau2)
  -(sum(log(set$v + tau2)) + log(sum(w)) + generalised_q(set, tau2)) / 2
}
score <- function(set, tau2) {
  w <- 1 / (set$v + tau2); mu <- weighted.mean(set$y, w)
  (sum(w^2 * (set$y - mu)^2) - sum(w) + sum(w^2) / sum(w)) / 2
}
grid <- c(0, 10^seq(-9, 5, length.out = 1000))
is_right <- function(set, method, tau2) {
  scale <- sum(1 / (set$v + tau2))
  if (method == "REML") {
    stopifnot(max(sapply(grid, restricted, set = set)) <= restricted(set, tau2) + 1e-9)
    if (tau2 > 0) stopifnot(abs(score(set, tau2)) < 1e-10 * scale) else stopifnot(score(set, 0) <= 0)
  }
  if (method == "PM") {
    df <- length(set$y) - 1
    if (tau2 > 0) stopifnot(abs(generalised_q(set, tau2) - df) < 1e-10 * df) else stopifnot(generalised_q(set, 0) <= df)
  }
}

names_of <- c(REML = "REML", PM = "Paule-Mandel", DL = "DerSimonian-Laird")
tests <- c(adhoc = "modified Knapp-Hartung", knha = "Knapp-Hartung", z = "normal")
fit_to <- function(set, method, test, level) {
  pool_with <- function(...) suppressWarnings(rma(set$y, set$v, method = method, test = test, level = 100 * level, ...))
  # The search starts beside the highest of the peaks, and what it leaves of a step towards 0 is taken as 0
  start <- grid[which.max(sapply(grid, restricted, set = set))]
  fit <- pool_with(control = list(threshold = 1e-15 * max(1, var(set$y)), maxiter = 100000, tol = 1e-15, tau2.max = 1e5,
                                  tau2.init = start))
  if (fit$tau2 > 0 && fit$tau2 < 1e-12 * min(set$v)) fit <- pool_with(tau2 = 0)
  is_right(set, method, fit$tau2)
  fit
}
pool <- function(name, method, test, level = 0.95, prediction = "default") {
  set <- sets[[name]]
  fit <- fit_to(set, method, test, level)
  predicted <- predict(fit, pi.type = prediction)
  if (prediction == "riley")
    stopifnot(all.equal(predicted$pi.ub, fit$b[1] + qt((1 + level) / 2, fit$k - 2) * sqrt(fit$se^2 + fit$tau2), tolerance = 1e-14))
  word <- if (prediction == "default") "as the interval" else "Higgins-Thompson-Spiegelhalter"
  df <- if (test == "z") NA else fit$k - 1
  case(list(estimates = I(set$y), variances = I(set$v), level = level, tauSquared = names_of[[method]],
            interval = tests[[test]], prediction = word),
       list(kind = "pooledEstimate", estimate = as.numeric(fit$b), low = fit$ci.lb, high = fit$ci.ub, level = level,
            standardError = fit$se, statistic = as.numeric(fit$zval), df = df, pValue = as.numeric(fit$pval), k = fit$k,
            tauSquared = fit$tau2, predictionLow = predicted$pi.lb, predictionHigh = predicted$pi.ub,
            q = fit$QE, qPValue = fit$QEp, iSquared = fit$I2 / 100, hSquared = fit$H2,
            weights = if (test == "adhoc") I(as.numeric(weights(fit)) / 100) else NA,
            method = paste0("random effects, ", names_of[[method]], ", ", tests[[test]])),
       name)
}
skipped <- function(name, test, prediction = "default")
  (test != "adhoc" && length(sets[[name]]$y) > 20) || (test == "knha" && name == "all estimates equal") || (prediction == "riley" && name == "two sites")
all_of <- function(method) unlist(lapply(names(sets), function(name) lapply(names(tests), function(test)
  if (!skipped(name, test)) pool(name, method, test))), recursive = FALSE)
present <- function(cases) cases[!vapply(cases, is.null, TRUE)]

levels <- unlist(lapply(names(sets)[1:4], function(name) lapply(c(0.8, 0.99), function(level)
  pool(name, "REML", "adhoc", level))), recursive = FALSE)
riley <- unlist(lapply(names(sets), function(name) lapply(c("adhoc", "z"), function(test)
  if (!skipped(name, test, "riley")) pool(name, "DL", test, prediction = "riley"))), recursive = FALSE)

heterogeneity <- lapply(names(sets), function(name) {
  fit <- rma(sets[[name]]$y, sets[[name]]$v, method = "FE")
  case(list(estimates = I(sets[[name]]$y), variances = I(sets[[name]]$v)),
       list(kind = "heterogeneity", statistic = fit$QE, df = fit$k - 1, pValue = fit$QEp, iSquared = fit$I2 / 100,
            hSquared = fit$QE / (fit$k - 1), k = fit$k), name)
})

q_profile <- unlist(lapply(names(sets), function(name) lapply(c(0.95, 0.8), function(level) {
  set <- sets[[name]]
  fit <- fit_to(set, "REML", "adhoc", level)
  interval <- suppressWarnings(confint(fit, control = list(tol = 1e-15, maxiter = 10000, tau2.max = 1e4)))
  if (interval$ci.null)
    return(case(list(estimates = I(set$y), variances = I(set$v), level = level), list(kind = "unavailable"), name))
  limits <- interval$random[c("tau^2", "I^2(%)", "H^2"), c("ci.lb", "ci.ub")]
  df <- fit$k - 1; alpha <- 1 - level
  for (limit in 1:2) {
    target <- qchisq(c(1 - alpha / 2, alpha / 2)[limit], df)
    if (limits[1, limit] > 0) stopifnot(abs(generalised_q(set, limits[1, limit]) - target) < 1e-9 * target)
    else stopifnot(generalised_q(set, 0) <= target)
  }
  case(list(estimates = I(set$y), variances = I(set$v), level = level),
       list(kind = "tauSquaredInterval", low = limits[1, 1], high = limits[1, 2], iSquaredLow = limits[2, 1] / 100,
            iSquaredHigh = limits[2, 2] / 100, hSquaredLow = limits[3, 1], hSquaredHigh = limits[3, 2], df = df,
            k = fit$k, level = level), name)
})), recursive = FALSE)

leave_one_out <- lapply(names(sets)[c(1, 2, 3, 5, 8)], function(name) {
  set <- sets[[name]]
  each <- lapply(seq_along(set$y), function(i) {
    fit <- fit_to(list(y = set$y[-i], v = set$v[-i]), "REML", "adhoc", 0.95)
    list(leftOut = i - 1, pooled = list(estimate = as.numeric(fit$b), low = fit$ci.lb, high = fit$ci.ub,
         tauSquared = fit$tau2, q = fit$QE, k = fit$k))
  })
  case(list(estimates = I(set$y), variances = I(set$v)), each, name)
})

rma_by <- function(what) by("metafor", paste("rma,", what))
write_methods("pooling", list(
  `pool-reml` = reference(rma_by("REML"), c(present(all_of("REML")), levels)),
  `pool-paule-mandel` = reference(rma_by("PM"), present(all_of("PM"))),
  `pool-dersimonian-laird` = reference(rma_by("DL"), present(all_of("DL"))),
  `pool-prediction-hts` = reference(by("metafor", "predict, pi.type = riley"), present(riley)),
  heterogeneity = reference(rma_by("FE"), heterogeneity),
  `q-profile` = reference(by("metafor", "confint.rma.uni, QP"), q_profile),
  `pool-leave-one-out` = reference(rma_by("REML, once for each left out"), leave_one_out)
))
