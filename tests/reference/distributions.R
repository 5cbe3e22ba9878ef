# Expected values for src/stats/distributions, from R's own p, d and q functions.
# Run from the project root: Rscript tests/reference/distributions.R
# The harder half of the reference, at more digits, is distributions.py.
source("tests/reference/write-json.R")

dfs <- c(0.5, 1, 1.5, 2, 3, 4.75, 5, 10, 29, 30.5, 100, 365, 1000)
ts <- c(0, 1e-8, 0.01, 0.3, 0.7, 1, 1.5, 1.7, 2, 2.57, 4, 8, 20, 50, 1e4, 1e9, 1e100)
ps <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-10, 1e-5, 0.001, 0.005, 0.025, 0.05, 0.1, 0.2,
        0.25, 0.26, 0.4, 0.49, 0.4999, 0.6, 0.8, 0.9, 0.95, 0.975, 0.995, 0.9999)
zs <- c(0, 1e-10, 0.1, 0.5, 1, 1.5, 1.96, 1.999, 2, 2.001, 2.5, 3, 4, 5, 7, 10, 15, 20, 30, 37)
shapes <- c(0.5, 1, 2, 3.5, 6.5, 20, 52, 500)

# qt, qf and their like stop early (qt(1e-200, 1.5) is out by 1 %, qf(0.005, 1, 2000) by 4e-9), while the p and d
# functions hold their digits, so R's quantiles are finished here with Newton steps on the log of R's own tails.
polished <- function(q, p, upper, cdf, density) {
  for (step in 1:30) {
    off <- log(cdf(q, upper) / p) * cdf(q, upper) / density(q)
    if (!is.finite(off)) return(NA)
    q <- if (upper) q + off else q - off
  }
  q
}
both_quantiles <- function(p, quantile, cdf, density) {
  from <- function(upper) unname(mapply(function(t, side) polished(quantile(t, side), t, side, cdf, density),
                                        ifelse(p > 0.5, 1 - p, p), xor(upper, p > 0.5)))
  list(quantile = from(FALSE), upperQuantile = from(TRUE))
}
known <- function(x) ifelse(is.finite(x) & (x == 0 | abs(x) > 1e-300), x, NA)
both_tails <- function(cdf) list(lower = known(cdf(FALSE)), upper = known(cdf(TRUE)))
over <- function(grid, make) lapply(seq_len(nrow(grid)), function(i) do.call(make, as.list(grid[i, , drop = FALSE])))

t_tails <- over(data.frame(df = dfs), function(df) {
  t <- c(-ts[2:10], ts)
  case(list(t = t, df = df), both_tails(function(u) pt(t, df, lower.tail = !u)))
})
t_quantile <- over(data.frame(df = dfs), function(df) {
  p <- ps[ps > 1e-40 | df > 3]
  case(list(p = p, df = df),
       both_quantiles(p, function(t, u) qt(t, df, lower.tail = !u), function(q, u) pt(q, df, lower.tail = !u), function(q) dt(q, df)))
})
chi_tails <- over(data.frame(df = dfs), function(df) {
  x <- signif(qchisq(c(1e-300, 1e-100, 1e-20, 1e-6, 0.01, 0.05, 0.3, 0.5, 0.8, 0.99), df, lower.tail = FALSE), 12)
  x <- x[x > 0]
  case(list(x = x, df = df), both_tails(function(u) pchisq(x, df, lower.tail = !u)))
})
middle <- c(1e-10, 0.001, 0.025, 0.3, 0.6, 0.95, 0.999)
chi_quantile <- over(data.frame(df = dfs), function(df)
  case(list(p = middle, df = df), both_quantiles(middle, function(t, u) qchisq(t, df, lower.tail = !u),
       function(q, u) pchisq(q, df, lower.tail = !u), function(q) dchisq(q, df))))
gammas <- expand.grid(shape = c(0.5, 1, 3.5, 20, 500), scale = c(1, 0.25, 12))
gamma_tails <- over(gammas, function(shape, scale) {
  x <- signif(scale * qgamma(c(1e-100, 1e-6, 0.05, 0.5, 0.8, 0.99), shape, lower.tail = FALSE), 12)
  case(list(x = x, shape = shape, scale = scale), both_tails(function(u) pgamma(x, shape, scale = scale, lower.tail = !u)))
})
gamma_quantile <- over(gammas, function(shape, scale)
  case(list(p = middle, shape = shape, scale = scale),
       both_quantiles(middle, function(t, u) qgamma(t, shape, scale = scale, lower.tail = !u),
                      function(q, u) pgamma(q, shape, scale = scale, lower.tail = !u), function(q) dgamma(q, shape, scale = scale))))
betas <- expand.grid(a = shapes, b = shapes)
beta_tails <- over(betas, function(a, b) {
  x <- c(1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999)
  case(list(x = x, a = a, b = b), both_tails(function(u) pbeta(x, a, b, lower.tail = !u)))
})
beta_quantile <- over(betas[betas$a >= 1 & betas$b >= 1, ], function(a, b)
  case(list(p = middle, a = a, b = b), both_quantiles(middle, function(t, u) qbeta(t, a, b, lower.tail = !u),
       function(q, u) pbeta(q, a, b, lower.tail = !u), function(q) dbeta(q, a, b))))
pairs <- expand.grid(numeratorDf = c(1, 2, 5, 13, 39, 200), denominatorDf = c(1, 3, 10, 52, 400, 2000))
f_tails <- over(pairs, function(numeratorDf, denominatorDf) {
  f <- c(1e-4, 0.3, 1, 1.7, 4.2, 60)
  case(list(f = f, numeratorDf = numeratorDf, denominatorDf = denominatorDf),
       both_tails(function(u) pf(f, numeratorDf, denominatorDf, lower.tail = !u)))
})
f_quantile <- over(pairs, function(numeratorDf, denominatorDf) {
  p <- c(0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995)
  case(list(p = p, numeratorDf = numeratorDf, denominatorDf = denominatorDf),
       both_quantiles(p, function(t, u) qf(t, numeratorDf, denominatorDf, lower.tail = !u),
                      function(q, u) pf(q, numeratorDf, denominatorDf, lower.tail = !u), function(q) df(q, numeratorDf, denominatorDf)))
})
trials <- data.frame(n = c(1, 6, 12, 35, 263, 1000), probability = c(0.3, 0.5, 0.75, 0.02, 0.3, 0.1))
successes_of <- function(n) unique(round(n * c(0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.75, 0.95, 1)))
few <- c(1e-6, 0.01, 0.3, 0.7, 0.99)
binomial <- function(expected) over(trials, function(n, probability)
  case(list(successes = I(successes_of(n)), n = n, probability = probability), expected(successes_of(n), n, probability)))
urns <- data.frame(successes = c(10, 3, 1, 50, 500), failures = c(7, 3, 20, 100, 500), draws = c(8, 3, 5, 60, 400))
hyper <- function(expected) over(urns, function(successes, failures, draws) {
  k <- unique(round(seq(max(0, draws - failures), min(successes, draws), length.out = 9)))
  case(list(drawn = I(k), urn = list(successes = successes, failures = failures, draws = draws)), expected(k, successes, failures, draws))
})

write_methods("distributions", list(
  `normal-tails` = reference(by("stats", "pnorm"), list(case(list(z = c(-zs[-1], zs)), both_tails(function(u) pnorm(c(-zs[-1], zs), lower.tail = !u))))),
  `normal-quantile` = reference(by("stats", "qnorm"), list(case(list(p = ps), list(quantile = qnorm(ps), upperQuantile = qnorm(ps, lower.tail = FALSE))))),
  `student-t-tails` = reference(by("stats", "pt"), t_tails),
  `student-t-quantile` = reference(by("stats", "qt, finished with pt and dt"), t_quantile),
  `chi-squared-tails` = reference(by("stats", "pchisq"), chi_tails),
  `chi-squared-quantile` = reference(by("stats", "qchisq, finished with pchisq and dchisq"), chi_quantile),
  `gamma-tails` = reference(by("stats", "pgamma"), gamma_tails),
  `gamma-quantile` = reference(by("stats", "qgamma, finished with pgamma and dgamma"), gamma_quantile),
  `beta-tails` = reference(by("stats", "pbeta"), beta_tails),
  `beta-quantile` = reference(by("stats", "qbeta, finished with pbeta and dbeta"), beta_quantile),
  `f-tails` = reference(by("stats", "pf"), f_tails),
  `f-quantile` = reference(by("stats", "qf, finished with pf and df"), f_quantile),
  `binomial-probability` = reference(by("stats", "dbinom"), binomial(function(k, n, p) I(known(dbinom(k, n, p))))),
  `binomial-tails` = reference(by("stats", "pbinom"), binomial(function(k, n, p)
    lapply(both_tails(function(u) pbinom(k, n, p, lower.tail = !u)), I))),
  `binomial-quantile` = reference(by("stats", "qbinom"), over(trials, function(n, probability)
    case(list(p = few, n = n, probability = probability),
         list(quantile = qbinom(few, n, probability), upperQuantile = qbinom(few, n, probability, lower.tail = FALSE))))),
  `hypergeometric-probability` = reference(by("stats", "dhyper"), hyper(function(k, m, n, d) I(known(dhyper(k, m, n, d))))),
  `hypergeometric-tails` = reference(by("stats", "phyper"), hyper(function(k, m, n, d)
    lapply(both_tails(function(u) phyper(k, m, n, d, lower.tail = !u)), I))),
  `hypergeometric-quantile` = reference(by("stats", "qhyper"), over(urns, function(successes, failures, draws)
    case(list(p = few, urn = list(successes = successes, failures = failures, draws = draws)),
         list(quantile = qhyper(few, successes, failures, draws), upperQuantile = qhyper(few, successes, failures, draws, lower.tail = FALSE)))))
))
