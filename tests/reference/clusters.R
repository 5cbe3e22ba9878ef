# Expected values for src/stats/clusters. Run from the project root: Rscript tests/reference/clusters.R
suppressPackageStartupMessages({library(metafor); library(clubSandwich); library(sandwich); library(psych)})
source("tests/reference/write-json.R")

## Likert changes of 27 people in six Trusts, then real data that comes with R
by_group <- function(values, group) unname(split(values, factor(group)))
rats <- nlme::BodyWeight[nlme::BodyWeight$Time == 64, ]
states <- subset(MortalityRates, cause == "Motor Vehicle" & state <= 12 & !is.na(mrate))
schools <- subset(AchievementAwardsRCT, year == "2001" & sex == "Girl" & school_id %in% sort(unique(AchievementAwardsRCT$school_id))[1:9])
set.seed(7)
sets <- list(
  `27 changes in six Trusts` = list(c(1, 1, 0, 2, 1), c(2, 1, 1, 1), c(0, 0, 1, 0, 1, 0), c(2, 2, 1), c(1, 0, 1, 0), c(1, 1, 0, 1, 2)),
  `six Trusts of 5 to 35, one of one value` = list(round(rnorm(35, 2, 4)), round(rnorm(5, 1, 4)), round(rnorm(12, 0, 4)), round(rnorm(8, 3, 4)), 2, round(rnorm(20, 1, 4))),
  `yield of six batches (lme4::Dyestuff)` = by_group(lme4::Dyestuff$Yield, lme4::Dyestuff$Batch),
  `yield of six batches, negative correlation (lme4::Dyestuff2)` = by_group(lme4::Dyestuff2$Yield, lme4::Dyestuff2$Batch),
  `reaction times of 18 people (lme4::sleepstudy)` = by_group(lme4::sleepstudy$Reaction, lme4::sleepstudy$Subject),
  `weights of rats by diet (nlme::BodyWeight)` = by_group(rats$weight, rats$Diet),
  `road deaths by state (clubSandwich::MortalityRates)` = by_group(states$mrate, states$state),
  `matriculation by school (clubSandwich::AchievementAwardsRCT)` = by_group(schools$Bagrut_status, schools$school_id),
  `chicks by feed (datasets::chickwts)` = by_group(chickwts$weight, chickwts$feed),
  `two clusters` = list(c(1, 4, 2), c(5, 3, 6, 6)),
  `one cluster has nearly everybody` = list(c(rep(0:3, 20)), 5, c(4, 6)),
  `one value in all but one cluster` = list(c(1.5, 2.25, 0.5), 3, -1, 4),
  `far from zero and close together` = list(1e4 + c(1, 2, 4), 1e4 + c(2, 2), 1e4 + c(9, 3, 3, 5)),
  `no spread within` = list(c(1, 1, 1), c(2, 2), c(4, 4, 4, 4))
)
group_of <- function(clusters) rep(seq_along(clusters), lengths(clusters))
input_of <- function(clusters, ...) list(clusters = lapply(clusters, I), ...)
each <- function(sets, make) unlist(lapply(names(sets), function(name) make(name, sets[[name]])), recursive = FALSE)
with_spread <- sets[names(sets) != "no spread within"]

## One-way lm without intercept: its residual variance is the pooled variance within clusters
means <- lapply(names(with_spread), function(name) {
  clusters <- with_spread[[name]]
  fit <- lm(unlist(clusters) ~ 0 + factor(group_of(clusters)))
  case(input_of(clusters, variance = "pooled over clusters"),
       list(kind = "clusterMeans", clusters = Map(function(i, estimate, variance, n)
              list(index = i, estimate = estimate, variance = variance, n = n),
              seq_along(clusters) - 1, unname(coef(fit)), unname(diag(vcov(fit))), lengths(clusters)),
            pooledVariance = summary(fit)$sigma^2, df = fit$df.residual, n = length(unlist(clusters))), name)
})

## Each cluster's own variance: metafor's effect size for a single mean
own_means <- lapply(names(with_spread), function(name) {
  clusters <- with_spread[[name]]
  enters <- which(sapply(clusters, function(y) length(unique(y)) > 1))
  found <- escalc("MN", mi = sapply(clusters[enters], mean), sdi = sapply(clusters[enters], sd), ni = lengths(clusters)[enters])
  case(input_of(clusters, variance = "each cluster's own"),
       list(clusters = Map(function(i, estimate, variance, n) list(index = i, estimate = estimate, variance = variance, n = n),
                           enters - 1, as.numeric(found$yi), as.numeric(found$vi), lengths(clusters)[enters]),
            leftOut = lapply(setdiff(seq_along(clusters), enters) - 1, function(i)
              list(index = i, reason = if (length(clusters[[i + 1]]) == 1) "one value only" else "values do not differ"))), name)
})

## CR2 with Satterthwaite degrees of freedom, CR1 with k - 1
settings_for <- function(clusters) c(list(c(0, 0.95)), if (length(unlist(clusters)) < 60) list(c(0.5, 0.9)))
robust <- function(correction) each(sets, function(name, clusters) lapply(settings_for(clusters), function(with) {
  y <- unlist(clusters) - with[1]; group <- group_of(clusters)
  fit <- lm(y ~ 1)
  vcov <- vcovCR(fit, cluster = group, type = correction)
  tested <- coef_test(fit, vcov = vcov, test = if (correction == "CR2") "Satterthwaite" else "naive-t")
  limits <- conf_int(fit, vcov = vcov, level = with[2], test = if (correction == "CR2") "Satterthwaite" else "naive-t")
  df <- if (correction == "CR2") tested$df else length(clusters) - 1
  p <- if (correction == "CR2") tested$p_Satt else tested$p_t
  case(input_of(clusters, nullValue = with[1], level = with[2], correction = correction),
       list(kind = "clusterRobustMean", estimate = tested$beta + with[1], standardError = tested$SE, statistic = tested$tstat,
            df = df, pValue = p, low = limits$CI_L + with[1], high = limits$CI_U + with[1], k = length(clusters), n = length(y)), name)
}))

## The same for the difference of two groups that share clusters
split_by <- function(values, group, is_first) {
  group <- factor(group)
  list(first = unname(split(values[is_first], group[is_first])), second = unname(split(values[!is_first], group[!is_first])))
}
sleep <- lme4::sleepstudy[as.integer(lme4::sleepstudy$Subject) <= 7, ]
rats_twice <- nlme::BodyWeight[nlme::BodyWeight$Time %in% c(1, 64), ]
pupils <- subset(AchievementAwardsRCT, year == "2001" & school_id %in% sort(unique(AchievementAwardsRCT$school_id))[1:9])
pairs <- list(
  `two waves in six Trusts, people not linked` = list(
    first = list(c(4, 5, 3, 4), c(5, 4, 4, 5, 3), c(2, 4), c(4, 4, 5), c(3, 4, 3, 5, 4, 4), c(5, 5)),
    second = list(c(2, 3, 3), c(3, 4, 2, 3), c(1, 2, 2), 4, c(3, 3, 2, 4), c(3, 4, 4))),
  `a Trust missing from each wave` = list(first = list(c(4, 5), numeric(0), c(2, 4), c(4, 4, 5)), second = list(c(2, 3, 3), c(3, 4), numeric(0), 4)),
  `two clusters` = list(first = list(c(1, 4, 2), c(5, 3)), second = list(c(0, 2), c(1, 1, 5, 3))),
  `most people in one cluster` = list(first = list(rep(c(1, 2, 4), 12), 3, c(5, 4)), second = list(rep(c(0, 3), 11), c(2, 2), 6)),
  `reaction times before and after day 4 (lme4::sleepstudy)` = split_by(sleep$Reaction, sleep$Subject, sleep$Days > 4),
  `weights of rats by diet, first and last day (nlme::BodyWeight)` = split_by(rats_twice$weight, rats_twice$Diet, rats_twice$Time == 64),
  `girls and boys by school (clubSandwich::AchievementAwardsRCT)` = split_by(pupils$Bagrut_status, pupils$school_id, pupils$sex == "Girl")
)
differences <- unlist(lapply(names(pairs), function(name) lapply(c("CR2", "CR1"), function(correction) {
  pair <- pairs[[name]]
  y <- c(unlist(pair$first), unlist(pair$second)); cluster <- c(group_of(pair$first), group_of(pair$second))
  x <- rep(c(1, 0), c(length(unlist(pair$first)), length(unlist(pair$second))))
  fit <- lm(y ~ x)
  vcov <- vcovCR(fit, cluster = cluster, type = correction)
  test <- if (correction == "CR2") "Satterthwaite" else "naive-t"
  tested <- coef_test(fit, vcov = vcov, test = test)[2, ]; limits <- conf_int(fit, vcov = vcov, test = test)[2, ]
  k <- length(unique(cluster))
  case(list(first = lapply(pair$first, I), second = lapply(pair$second, I), correction = correction),
       list(kind = "clusterRobustDifference", estimate = tested$beta, standardError = tested$SE, statistic = tested$tstat,
            df = if (correction == "CR2") tested$df else k - 1,
            pValue = if (correction == "CR2") tested$p_Satt else tested$p_t, low = limits$CI_L, high = limits$CI_U,
            firstMean = mean(unlist(pair$first)), secondMean = mean(unlist(pair$second)), k = k), name)
})), recursive = FALSE)

## Student t on the means
t_tests <- each(sets, function(name, clusters) lapply(settings_for(clusters), function(with) {
  found <- t.test(sapply(clusters, mean), mu = with[1], conf.level = with[2])
  case(input_of(clusters, nullValue = with[1], level = with[2]),
       list(kind = "clusterMeansTest", estimate = unname(found$estimate), standardError = found$stderr,
            statistic = unname(found$statistic), df = unname(found$parameter), pValue = found$p.value,
            low = found$conf.int[1], high = found$conf.int[2], k = length(clusters), n = length(unlist(clusters))), name)
}))

## Prediction of one further value: lm and predict
singles <- list(`costs of six Trusts` = c(1200, 1450, 980, 3100, 1760, 2250), `two values` = c(3, 8),
                `bills of R's faithful` = faithful$eruptions, `means of the Dyestuff batches` = sapply(sets[[3]], mean),
                `close together` = 1e4 + c(1, 2, 4, 3))
predictions <- function(scale) each(singles, function(name, values) lapply(c(0.95, 0.8), function(level) {
  logged <- scale == "log"
  y <- if (logged) log(values) else values
  found <- suppressWarnings(predict(lm(y ~ 1), interval = "prediction", level = level))[1, ]
  if (logged) found <- exp(found)
  case(list(values = values, scale = scale, level = level),
       list(kind = "nextValue", estimate = found[["fit"]], low = found[["lwr"]], high = found[["upr"]],
            df = length(values) - 1, k = length(values)), name)
}))

## Sign changes: every one of 2^k by expand.grid, and the interval by halving towards the last value not rejected
flip_p <- function(means, null, ties = 1e-10) {
  d <- means - null
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(d))))
  mean(abs(signs %*% d) >= abs(sum(d)) - ties * sum(abs(d)))
}
limit <- function(means, alpha, direction) {
  inside <- mean(means); outside <- mean(means) + direction * 3 * diff(range(means))
  if (flip_p(means, outside, 1e-14) > alpha) return(NA)
  for (step in 1:60) {
    middle <- (inside + outside) / 2
    if (flip_p(means, middle, 1e-14) > alpha) inside <- middle else outside <- middle
  }
  inside
}
flips <- each(sets[lengths(sets) <= 10], function(name, clusters) lapply(list(c(0, 0.95), c(1, 0.8)), function(with) {
  means <- sapply(clusters, mean)
  case(input_of(clusters, nullValue = with[1], level = with[2]),
       list(kind = "signFlipTest", estimate = mean(means), pValue = flip_p(means, with[1]),
            low = limit(means, 1 - with[2], -1), high = limit(means, 1 - with[2], 1), k = length(means)), name)
}))

## Wild cluster bootstrap: every draw is fitted with lm and its variance taken from sandwich (CR1)
t_of <- function(y, group) {
  fit <- lm(y ~ 1)
  unname(coef(fit) / sqrt(diag(vcovCL(fit, cluster = group, type = "HC0", cadjust = TRUE))))
}
wild <- function(clusters, null, weights) {
  group <- group_of(clusters); u <- unlist(clusters) - null
  draws <- as.matrix(expand.grid(rep(list(weights), length(clusters))))
  observed <- t_of(u, group)
  drawn <- suppressWarnings(apply(draws, 1, function(w) t_of(w[group] * u, group)))
  list(statistic = observed, pValue = mean(abs(drawn) >= abs(observed) * (1 - 1e-9)), draws = nrow(draws))
}
webb <- c(-sqrt(1.5), -1, -sqrt(0.5), sqrt(0.5), 1, sqrt(1.5))
wild_cases <- function(names_of, word, weights) each(sets[names_of], function(name, clusters) lapply(c(0, 0.5), function(null) {
  found <- wild(clusters, null, weights)
  case(input_of(clusters, nullValue = null, weights = word),
       c(list(kind = "wildClusterBootstrapTest", k = length(clusters)), found), name)
}))
rademacher <- wild_cases(names(sets)[c(1, 2, 3, 4, 6, 9, 10, 11, 12)], "Rademacher", c(-1, 1))
webb_cases <- wild_cases(names(sets)[c(6, 10, 11, 12)], "Webb six-point", webb)

## Six clusters have 46,656 of Webb's draws: the same statistic, worked out for all draws at once
wild_at_once <- function(clusters, null, weights) {
  n <- lengths(clusters); sums <- sapply(clusters, function(y) sum(y - null)); k <- length(n)
  t_of_sums <- function(drawn) {
    centre <- rowSums(drawn) / sum(n)
    residual <- drawn - outer(centre, n)
    centre / sqrt(rowSums(residual^2) / sum(n)^2 * k / (k - 1))
  }
  draws <- as.matrix(expand.grid(rep(list(weights), k)))
  observed <- t_of_sums(t(sums)); drawn <- t_of_sums(sweep(draws, 2, sums, "*"))
  list(statistic = observed, pValue = mean(abs(drawn) >= abs(observed) * (1 - 1e-9)), draws = nrow(draws))
}
webb_six <- each(sets[c(1, 2, 3, 9)], function(name, clusters) lapply(c(0, 0.5), function(null)
  case(input_of(clusters, nullValue = null, weights = "Webb six-point"), wild_at_once(clusters, null, webb), name)))
stopifnot(all.equal(wild_at_once(sets[[6]], 0.5, webb), wild(sets[[6]], 0.5, webb)))

## Intraclass correlation: psych for equal sizes; mean squares of anova(lm) and quantiles of F for unequal ones
equal_sizes <- sets[sapply(sets, function(clusters) length(unique(lengths(clusters))) == 1)]
icc_psych <- lapply(names(equal_sizes), function(name) {
  clusters <- equal_sizes[[name]]
  found <- suppressMessages(ICC(do.call(rbind, clusters), lmer = FALSE))$results[1, ]
  case(input_of(clusters, level = 0.95),
       list(kind = "intraclassCorrelation", estimate = found$ICC, low = found$`lower bound`, high = found$`upper bound`,
            statistic = found$F, dfBetween = found$df1, dfWithin = found$df2, pValue = found$p,
            method = "one-way ANOVA, exact F interval"), name)
})
icc_anova <- each(with_spread, function(name, clusters) lapply(if (length(unlist(clusters)) < 60) c(0.95, 0.8) else 0.9, function(level) {
  table <- anova(lm(unlist(clusters) ~ factor(group_of(clusters))))
  n <- length(unlist(clusters)); k <- length(clusters); alpha <- 1 - level
  n0 <- (n - sum(lengths(clusters)^2) / n) / (k - 1)
  F <- table$`F value`[1]; df <- table$Df
  low <- F / qf(1 - alpha / 2, df[1], df[2]); high <- F * qf(1 - alpha / 2, df[2], df[1])
  ms <- table$`Mean Sq`
  case(input_of(clusters, level = level),
       list(kind = "intraclassCorrelation", estimate = (ms[1] - ms[2]) / (ms[1] + (n0 - 1) * ms[2]),
            low = (low - 1) / (low + n0 - 1), high = (high - 1) / (high + n0 - 1), n0 = n0, meanSquareBetween = ms[1],
            meanSquareWithin = ms[2], statistic = F, dfBetween = df[1], dfWithin = df[2], pValue = table$`Pr(>F)`[1],
            k = k, n = n), name)
}))

## Design effect: arithmetic
effect <- function(correlation, sizes, size) {
  b <- if (size == "plain average") mean(sizes) else weighted.mean(sizes, sizes)
  deff <- 1 + (b - 1) * correlation
  case(list(correlation = correlation, sizes = I(sizes), size = size),
       list(kind = "designEffect", estimate = deff, effectiveN = sum(sizes) / deff, clusterSize = b, n = sum(sizes)))
}
effects <- unlist(lapply(c("plain average", "average over people"), function(size) list(
  effect(0.271812080536913, c(5, 4, 6, 3, 4, 5), size), effect(0.05, c(35, 5, 12, 8, 1, 20), size), effect(0, c(3, 9), size))), recursive = FALSE)

write_methods("clusters", list(
  `cluster-means` = reference(by("stats", "lm"), means),
  `cluster-means-own` = reference(by("metafor", "escalc, MN"), own_means),
  `cluster-robust-cr2` = reference(by("clubSandwich", "coef_test, CR2"), robust("CR2")),
  `cluster-robust-cr1` = reference(by("clubSandwich", "coef_test, CR1"), robust("CR1")),
  `cluster-robust-difference` = reference(by("clubSandwich", "coef_test, CR2 and CR1"), differences),
  `cluster-t-test` = reference(by("stats", "t.test"), t_tests),
  `predict-next` = reference(by("stats", "predict.lm"), c(predictions("as they are"), predictions("log"))),
  `sign-flip` = reference(by("base", "expand.grid over all sign changes"), flips),
  `wild-bootstrap` = reference(by("sandwich", "vcovCL on every draw"), c(rademacher, webb_cases)),
  `wild-bootstrap-webb-6` = reference(by("base", "expand.grid over all draws"), webb_six),
  `icc-balanced` = reference(by("psych", "ICC"), icc_psych),
  icc = reference(by("stats", "anova(lm), qf"), icc_anova),
  `design-effect` = reference(by("stats", "weighted.mean"), effects)
))
