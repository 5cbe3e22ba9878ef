# Expected values for src/stats/means. Run from the project root: Rscript tests/reference/means.R
source("tests/reference/write-json.R")

## Ten costs in pounds; Likert changes; one value; ties; base R. Quantile types 6 and 7
samples <- list(
  costs = c(1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500),
  `Likert changes` = c(2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2),
  `waiting times of R's faithful` = faithful$waiting,
  `two values` = c(0.1, 0.3),
  `large and close together` = 1e9 + c(0.25, 0.5, 0.75, 1.25)
)
shares <- c(0, 0.01, 0.1, 0.25, 1/3, 0.5, 0.6, 0.75, 0.95, 1)
one_each <- function(expected) lapply(names(samples), function(name) case(list(values = samples[[name]]), expected(samples[[name]]), name))
quantiles <- function(type) unlist(lapply(names(samples), function(name) lapply(shares, function(p)
  case(list(values = samples[[name]], p = p, type = type), unname(quantile(samples[[name]], p, type = type)), name))), recursive = FALSE)

## Many values at once: skewed, with ties, and one far from all others
set.seed(20260901)
many <- list(
  `3,000 skewed costs` = round(rgamma(3000, 2, scale = 400)),
  `2,500 times, most of them alike` = c(rep(30, 2000), round(rexp(500, 1 / 40), 2)),
  `2,100 values, one far away` = c(round(rnorm(2099), 3), 1e9)
)
quantiles_of_many <- lapply(names(many), function(name)
  case(list(values = many[[name]], p = shares), unname(quantile(many[[name]], shares, type = 7)), name))

## Student t at three levels
levels <- c(0.8, 0.95, 0.99)
t_interval <- unlist(lapply(names(samples), function(name) lapply(levels, function(level) {
  fit <- t.test(samples[[name]], conf.level = level)
  case(list(values = samples[[name]], level = level),
       list(estimate = unname(fit$estimate), low = fit$conf.int[1], high = fit$conf.int[2],
            standardError = fit$stderr, df = unname(fit$parameter), n = length(samples[[name]])), name)
})), recursive = FALSE)

write_methods("means", list(
  mean = reference(by("base", "mean"), one_each(mean)),
  `standard-deviation` = reference(by("stats", "sd"), one_each(sd)),
  median = reference(by("stats", "median"), one_each(median)),
  `quantile-6` = reference(by("stats", "quantile, type 6"), quantiles(6)),
  `quantile-7` = reference(by("stats", "quantile, type 7"), quantiles(7)),
  `quantiles-of-many` = reference(by("stats", "quantile, type 7"), quantiles_of_many),
  `t-interval` = reference(by("stats", "t.test"), t_interval)
))
