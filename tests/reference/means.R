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
  `t-interval` = reference(by("stats", "t.test"), t_interval)
))
