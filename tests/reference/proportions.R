# Expected values for src/stats/proportions. Run from the project root: Rscript tests/reference/proportions.R
suppressPackageStartupMessages({library(survey); library(MASS)})
source("tests/reference/write-json.R")

## Newcombe's four of table I; six and twelve people; none, all, one; treated bacteria (MASS::bacteria); infertility
## (infert); admissions to Berkeley (UCBAdmissions); a thousand
counts <- list(
  c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(9, 12), c(0, 10), c(10, 10), c(47, 63), c(0, 1), c(1, 1), c(5, 6), c(500, 1000),
  c(1, 100000), c(99999, 100000),
  bacteria = c(sum(bacteria$y == "y"), nrow(bacteria)), infert = c(sum(infert$case), nrow(infert)),
  berkeley = c(sum(UCBAdmissions["Admitted", , ]), sum(UCBAdmissions))
)
levels <- c(0.8, 0.95, 0.999)
over_counts <- function(interval) unlist(lapply(counts, function(count) lapply(levels, function(level) {
  limits <- interval(count[1], count[2], level)
  case(list(successes = count[1], n = count[2], level = level),
       list(estimate = count[1] / count[2], low = limits[1], high = limits[2]))
})), recursive = FALSE)
score <- function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)

## Exact test; proportions tested where one tail is empty, where two counts are equally likely, and far tails
tested <- list(c(9, 12, 0.5), c(682, 925, 0.75), c(0, 10, 0.1), c(10, 10, 0.9), c(3, 10, 0.3), c(1, 10, 0.1), c(2, 7, 2 / 7),
               c(7, 20, 0.02), c(0, 6, 0.5), c(6, 6, 0.5), c(3, 6, 0.5), c(4, 6, 0.5), c(2, 3, 1 / 3), c(1, 4, 0.5), c(450, 1000, 0.1),
               c(100, 1000, 0.9), c(13, 60, 0.4), c(0, 5, 0), c(5, 5, 1), c(1, 5, 0), c(1, 1, 0.3), c(0, 3, 1e-6), c(30, 100, 0.3))
binomial_test <- lapply(tested, function(one)
  case(list(successes = one[1], n = one[2], probability = one[3]),
       list(estimate = one[1] / one[2], pValue = as.numeric(binom.test(one[1], one[2], one[3])$p.value))))

## Newcombe's method 10 from R's two score intervals, squared and added as he prints it
pairs <- list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20), c(0, 10, 0, 10), c(10, 10, 0, 20),
              c(10, 10, 0, 10), c(9, 12, 5, 14), c(0, 1, 1, 1), c(300, 1000, 280, 900),
              bacteria = c(t(table(bacteria$ap, bacteria$y)[c("a", "p"), ])[2, 1], sum(bacteria$ap == "a"),
                           table(bacteria$ap, bacteria$y)["p", "y"], sum(bacteria$ap == "p")),
              berkeley = c(UCBAdmissions["Admitted", "Male", 1], sum(UCBAdmissions[, "Male", 1]),
                           UCBAdmissions["Admitted", "Female", 1], sum(UCBAdmissions[, "Female", 1])))
newcombe <- unlist(lapply(pairs, function(one) lapply(levels, function(level) {
  p <- c(one[1] / one[2], one[3] / one[4])
  a <- score(one[1], one[2], level); b <- score(one[3], one[4], level)
  case(list(first = list(successes = one[1], n = one[2]), second = list(successes = one[3], n = one[4]), level = level),
       list(estimate = p[1] - p[2],
            low = p[1] - p[2] - sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2),
            high = p[1] - p[2] + sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2)))
})), recursive = FALSE)

## Clustered Wilson: variance of a mean over clusters by survey::svymean (a linearised ratio over k clusters), then
## the score equation (p - theta)^2 = t^2 theta (1 - theta) / n_eff solved for theta by uniroot, not by the formula
clustered <- function(successes, n, level = 0.95, name = NULL) {
  people <- data.frame(cluster = rep(seq_along(n), n),
                       y = unlist(mapply(function(x, m) rep(c(1, 0), c(x, m - x)), successes, n, SIMPLIFY = FALSE)))
  fit <- svymean(~y, svydesign(~cluster, data = people, weights = ~1))
  p <- as.numeric(coef(fit)); N <- sum(n)
  effect <- max(1, as.numeric(vcov(fit)) / (p * (1 - p) / N))
  df <- sum(n > 0) - 1
  multiplier <- qt((1 + level) / 2, df)
  distance <- function(theta) (p - theta)^2 - multiplier^2 * theta * (1 - theta) * effect / N
  solve <- function(range) uniroot(distance, range, tol = 1e-16, maxiter = 10000)$root
  case(list(clusters = mapply(function(x, m) list(successes = x, n = m), successes, n, SIMPLIFY = FALSE), level = level),
       list(estimate = p, designEffect = effect, effectiveN = N / effect, df = df, clusters = df + 1,
            low = solve(c(0, p)), high = solve(c(p, 1))), name)
}
schools <- with(bacteria, list(x = as.vector(tapply(y == "y", ID, sum)), n = as.vector(table(ID))))
clusters <- list(clustered(c(9, 4, 10), c(12, 11, 13)), clustered(c(3, 8, 2, 11, 5, 6), c(10, 12, 9, 15, 6, 11)),
                 clustered(c(3, 8, 2, 11, 5, 6), c(10, 12, 9, 15, 6, 11), 0.9),
                 clustered(c(5, 5, 5, 6), c(10, 10, 10, 12), name = "clusters alike"), clustered(c(1, 0, 2, 30), c(4, 1, 2, 40)),
                 clustered(c(0, 6, 0, 5), c(5, 6, 9, 5), name = "clusters all or none"),
                 clustered(c(3, 8), c(10, 9), name = "two clusters"), clustered(c(1, 0, 0, 0, 0, 0), c(35, 5, 7, 12, 20, 9), name = "one success"),
                 clustered(schools$x, schools$n, name = "patients of MASS::bacteria"))

write_methods("proportions", list(
  `wilson-interval` = reference(by("stats", "prop.test without continuity correction"), over_counts(score)),
  `clopper-pearson-interval` = reference(by("stats", "binom.test"), over_counts(function(x, n, level) binom.test(x, n, conf.level = level)$conf.int)),
  `binomial-test` = reference(by("stats", "binom.test"), binomial_test),
  `newcombe-difference` = reference(by("stats", "prop.test limits, squared and added"), newcombe),
  `wilson-interval-clustered` = reference(by("survey", "svymean, with uniroot for the limits"), clusters)
))
