# Expected values for src/stats/proportions/wilson.ts.
# Run from the project root: Rscript tests/reference/intervals.R
suppressPackageStartupMessages(library(survey))
source("tests/reference/write-json.R")

## Wilson: prop.test without continuity correction is the score interval
counts <- data.frame(successes = c(81, 15, 0, 1, 9, 0, 10, 47, 1, 500), n = c(263, 148, 20, 29, 12, 10, 10, 63, 1, 1000))
score <- mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int), counts$successes, counts$n)
wilson <- c(as.list(counts), list(low = score[1, ], high = score[2, ]))

## Clustered Wilson: variance of a mean over clusters by survey::svymean (a linearised ratio over k clusters), then
## the score equation (p - theta)^2 = t^2 theta (1 - theta) / n_eff solved for theta by uniroot, not by the formula
clustered <- function(successes, n, level = 0.95) {
  people <- data.frame(cluster = rep(seq_along(n), n),
                       y = unlist(mapply(function(x, m) rep(c(1, 0), c(x, m - x)), successes, n, SIMPLIFY = FALSE)))
  fit <- svymean(~y, svydesign(~cluster, data = people, weights = ~1))
  p <- as.numeric(coef(fit)); N <- sum(n)
  effect <- max(1, as.numeric(vcov(fit)) / (p * (1 - p) / N))
  multiplier <- qt((1 + level) / 2, length(n) - 1)
  distance <- function(theta) (p - theta)^2 - multiplier^2 * theta * (1 - theta) * effect / N
  solve <- function(range) uniroot(distance, range, tol = 1e-15)$root
  list(successes = I(successes), n = I(n), estimate = p, designEffect = effect, effectiveN = N / effect,
       low = solve(c(0, p)), high = solve(c(p, 1)))
}
clusters <- list(clustered(c(9, 4, 10), c(12, 11, 13)), clustered(c(3, 8, 2, 11, 5, 6), c(10, 12, 9, 15, 6, 11)),
                 clustered(c(5, 5, 5, 6), c(10, 10, 10, 12)), clustered(c(1, 0, 2, 30), c(4, 1, 2, 40)))

write_reference("intervals", list(wilson = wilson, clusters = clusters), "survey")
