# Expected values for src/stats/resampling. Run from the project root: Rscript tests/reference/resampling.R
#
# The rows of every resample are R's own and are written beside the limits that boot.ci reads from them: seeded draws of
# two languages can never agree, the arithmetic on the same draws must.
source("tests/reference/write-json.R")
suppressPackageStartupMessages({library(boot); library(coin)})

## Statistics with a standard error, for columns of one or two
mean_of <- function(d, i) { x <- d[i, 1]; c(mean(x), var(x) / length(x)) }
ratio_of <- function(d, i) {
  u <- d[i, 1]; x <- d[i, 2]; r <- sum(x) / sum(u)
  c(r, sum((x - r * u)^2) / (length(u) * (length(u) - 1) * mean(u)^2))
}
one <- function(x) matrix(x, ncol = 1)
samples <- list(
  list("costs in pounds", one(c(1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500)), mean_of, "mean", 199),
  list("hours between failures, R boot::aircondit", one(aircondit$hours), mean_of, "mean", 399),
  list("Likert changes, many ties", one(c(2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2)), mean_of, "mean", 299),
  list("extra hours of sleep, R sleep", one(with(sleep, extra[group == 2] - extra[group == 1])), mean_of, "mean", 250),
  list("city populations as a ratio, R boot::city", cbind(city$u, city$x), ratio_of, "ratio", 199),
  list("four values, some resamples without spread", one(c(0, 0, 3, 1)), mean_of, "mean", 99),
  list("too few replicates: extremes are used", one(aircondit7$hours[1:9]), mean_of, "mean", 15)
)
levels <- c(0.5, 0.9, 0.95, 0.99)
set.seed(20260101)
drawn <- lapply(samples, function(s) {
  b <- boot(s[[2]], s[[3]], R = s[[5]])
  rows <- boot.array(b, indices = TRUE)
  jack <- sapply(seq_len(nrow(s[[2]])), function(i) s[[3]](s[[2]][-i, , drop = FALSE], seq_len(nrow(s[[2]]) - 1))[1])
  list(name = s[[1]], b = b, jack = jack, input = list(
    columns = lapply(seq_len(ncol(s[[2]])), function(k) I(s[[2]][, k])), statistic = s[[4]],
    rows = lapply(seq_len(nrow(rows)), function(r) I(as.integer(rows[r, ] - 1)))))
})

limits <- function(d, type, part, ...) lapply(levels, function(level) {
  ci <- suppressWarnings(boot.ci(d$b, conf = level, type = type, index = 1:2, ...))
  ends <- as.vector(tail(ci[[part]][1, ], 2))
  list(level = level, low = ends[1], high = ends[2])
})
cases <- function(expected, keep = function(d) TRUE) lapply(Filter(keep, drawn), function(d)
  case(c(d$input, list(levels = levels)), expected(d), d$name))
has_bca <- function(d) with(d$b, any(t[, 1] < t0[1]) && any(t[, 1] >= t0[1]))

## The influence values of the jackknife stand for L; boot.ci would otherwise estimate L by regression on the replicates
bca <- function(d) {
  L <- mean(d$jack) - d$jack
  list(limits = limits(d, "bca", "bca", L = L),
       biasCorrection = qnorm(mean(d$b$t[, 1] < d$b$t0[1])), acceleration = sum(L^3) / (6 * sum(L^2)^1.5))
}
percentile <- function(d) list(limits = limits(d, "perc", "percent"))
studentised <- function(d) list(limits = limits(d, "stud", "student"),
  dropped = sum(!(is.finite((d$b$t[, 1] - d$b$t0[1]) / sqrt(d$b$t[, 2])))))

## Permutation of a difference of means, every arrangement counted
source("tests/reference/resampling-groups.R")
one_way <- function(g, alternative) {
  d <- data.frame(y = c(g[[2]], g[[3]]), group = factor(rep(c("first", "second"), c(length(g[[2]]), length(g[[3]])))))
  pvalue(oneway_test(y ~ group, d, distribution = "exact", alternative = alternative))[1]
}
shuffled <- function(g) list(
  estimate = mean(g[[2]]) - mean(g[[3]]), pValue = one_way(g, "two.sided"),
  pValueFirstHigher = one_way(g, "greater"), pValueFirstLower = one_way(g, "less"), method = "exact, all arrangements")
between <- function(groups, expected) lapply(groups, function(g) case(list(first = I(g[[2]]), second = I(g[[3]])), expected(g), g[[1]]))

write_methods("resampling", list(
  `bootstrap-percentile` = reference(by("boot", "boot.ci, perc"), cases(percentile)),
  `bootstrap-bca` = reference(by("boot", "boot.ci, bca"), cases(bca, has_bca)),
  `bootstrap-t` = reference(by("boot", "boot.ci, stud"), cases(studentised)),
  `permutation-means` = reference(by("coin", "oneway_test, exact"), between(c(two_groups, in_tenths), shuffled))
))
