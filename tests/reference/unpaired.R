# Expected values for src/stats/unpaired. Run from the project root: Rscript tests/reference/unpaired.R
suppressMessages({ library(coin); library(effectsize) })
source("tests/reference/write-json.R")
source("tests/reference/unpaired-data.R")

## Mann-Whitney: coin's exact conditional distribution; at separation its p is checked against 1 / choose(n, n1)
mann_whitney_exact <- function(x, y) {
  value <- c(x, y)
  group <- factor(rep(c("x", "y"), c(length(x), length(y))), levels = c("x", "y"))
  p <- function(alternative) as.numeric(pvalue(wilcox_test(value ~ group, distribution = "exact", alternative = alternative)))
  p_values <- c(p("two.sided"), p("greater"), p("less"))
  if (min(x) > max(y) && !has_ties(list(x, y)))
    stopifnot(abs(p_values[2] * choose(length(value), length(x)) - 1) < 1e-10)
  r <- rank(value)[seq_along(x)]
  list(u = sum(r) - length(x) * (length(x) + 1) / 2, rankSum = sum(r), z = as.numeric(statistic(wilcox_test(value ~ group))),
       pValue = p_values[1], pValueFirstHigher = p_values[2], pValueFirstLower = p_values[3],
       firstN = length(x), secondN = length(y), method = "exact permutation of midranks")
}
mann_whitney_normal <- function(correct) function(x, y) {
  p <- function(alternative) suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = correct, alternative = alternative))$p.value
  list(u = unname(wilcox.test(x, y, exact = FALSE)$statistic), pValue = p("two.sided"), pValueFirstHigher = p("greater"), pValueFirstLower = p("less"),
       method = paste0("normal approximation, corrected for ties", if (correct) " and continuity" else ""))
}
exact_sets <- c(two_groups, separated, one_each[1])
normal_sets <- c(two_groups, separated, large)
million <- list(`two waves of a million` = list(c(60, 140, 260, 340, 200) * 1000, c(61, 141, 259, 340, 199) * 1000))

## Cliff (1993) over the whole dominance matrix; Feng & Cliff (2004) interval
cliffs_delta_of <- function(level) function(x, y) {
  d <- sign(outer(x, y, "-")); n1 <- length(x); n2 <- length(y); delta <- mean(d)
  stopifnot(abs(delta - cliffs_delta(x, y, ci = NULL, verbose = FALSE)[[1]]) < 1e-12)
  unbiased <- (n2^2 * sum((rowMeans(d) - delta)^2) + n1^2 * sum((colMeans(d) - delta)^2) - sum((d - delta)^2)) / (n1 * n2 * (n1 - 1) * (n2 - 1))
  v <- max(unbiased, (1 - delta^2) / (n1 * n2 - 1)); z <- qnorm((1 + level) / 2)
  limits <- (delta - delta^3 + c(-1, 1) * z * sqrt(v) * sqrt((1 - delta^2)^2 + z^2 * v)) / (1 - delta^2 + z^2 * v)
  list(estimate = delta, low = limits[1], high = limits[2], level = level, firstN = n1, secondN = n2,
       method = "Cliff's unbiased variance, asymmetric interval")
}

## Newcombe (2006) method 5: roots of a polynomial, each sharpened by Newton's method on the equation itself
superiority <- function(x, y) mean(outer(x, y, ">") + outer(x, y, "==") / 2)
times <- function(a, b) { out <- numeric(length(a) + length(b) - 1); for (i in seq_along(a)) out[i + seq_along(b) - 1] <- out[i + seq_along(b) - 1] + a[i] * b; out }
newcombe_limits <- function(theta, m, n, level) {
  star <- (m + n) / 2 - 1; k <- qnorm((1 + level) / 2)^2 / (m * n)
  equation <- function(t) (t - theta)^2 - k * t * (1 - t) * (1 + star * ((1 - t) / (2 - t) + t / (1 + t)))
  common <- times(c(2, -1), c(1, 1))
  inner <- common + star * (times(c(1, -1), c(1, 1)) + times(c(0, 1), c(2, -1)))
  roots <- polyroot(times(c(theta^2, -2 * theta, 1), common) - k * times(c(0, 1, -1), inner))
  roots <- sort(Re(roots[abs(Im(roots)) < 1e-7 & Re(roots) > -1e-9 & Re(roots) < 1 + 1e-9]))
  sharpen <- function(t) { for (i in 1:4) t <- t - equation(t) / ((equation(t + 1e-7) - equation(t - 1e-7)) / 2e-7); t }
  low <- if (theta == 0) 0 else sharpen(min(roots[roots > 1e-12])); high <- if (theta == 1) 1 else sharpen(max(roots[roots < 1 - 1e-12]))
  stopifnot(low <= theta, high >= theta, abs(equation(low)) < 1e-15, abs(equation(high)) < 1e-15)
  c(low, high)
}
superiority_score <- function(level) function(x, y) {
  theta <- superiority(x, y); limits <- newcombe_limits(theta, length(x), length(y), level)
  list(estimate = theta, low = limits[1], high = limits[2], level = level, firstN = length(x), secondN = length(y), method = "Newcombe's score interval (method 5)")
}
cliffs_delta_score <- function(x, y) {
  limits <- 2 * newcombe_limits(superiority(x, y), length(x), length(y), 0.95) - 1
  list(estimate = mean(sign(outer(x, y, "-"))), low = limits[1], high = limits[2],
       method = "Newcombe's score interval (method 5) of the probability of superiority, rescaled")
}

## DeLong variance over the matrix of comparisons, on the logit scale
superiority_logit <- function(level) function(x, y) {
  h <- outer(x, y, ">") + outer(x, y, "==") / 2; theta <- mean(h)
  se <- sqrt(var(rowMeans(h)) / length(x) + var(colMeans(h)) / length(y))
  limits <- plogis(qlogis(theta) + c(-1, 1) * qnorm((1 + level) / 2) * se / (theta * (1 - theta)))
  list(estimate = theta, low = limits[1], high = limits[2], method = "DeLong variance, logit interval")
}

## Brunner & Munzel (2000) by ranks; its sign here is that of the first group
brunner_munzel <- function(x, y) {
  nx <- length(x); ny <- length(y); r <- rank(c(x, y)); rx <- r[seq_len(nx)]; ry <- r[-seq_len(nx)]
  sx <- sum((rx - rank(x) - mean(rx) + (nx + 1) / 2)^2) / (nx - 1); sy <- sum((ry - rank(y) - mean(ry) + (ny + 1) / 2)^2) / (ny - 1)
  w <- nx * ny * (mean(rx) - mean(ry)) / ((nx + ny) * sqrt(nx * sx + ny * sy))
  df <- (nx * sx + ny * sy)^2 / ((nx * sx)^2 / (nx - 1) + (ny * sy)^2 / (ny - 1))
  list(estimate = (mean(rx) - (nx + 1) / 2) / ny, standardError = sqrt(sx / (nx * ny^2) + sy / (ny * nx^2)),
       statistic = w, df = df, pValue = 2 * pt(-abs(w), df), firstN = nx, secondN = ny)
}

kruskal <- function(groups) {
  fit <- kruskal.test(groups)
  list(h = unname(fit$statistic), df = unname(fit$parameter), pValue = fit$p.value, n = length(unlist(groups)), groups = length(groups),
       epsilonSquared = rank_epsilon_squared(groups, ci = NULL)[[1]])
}

## Every arrangement of the values over the groups, one by one, by kruskal.test's own statistic
arrangements <- function(left, sizes) {
  if (length(sizes) == 1) return(list(list(left)))
  unlist(lapply(asplit(combn(length(left), sizes[1]), 2), function(chosen)
    lapply(arrangements(left[-chosen], sizes[-1]), function(rest) c(list(left[chosen]), rest))), recursive = FALSE)
}
kruskal_exact <- function(groups) {
  ranks <- rank(unlist(groups)); sizes <- lengths(groups)
  between <- function(g) sum(sapply(g, sum)^2 / sizes)
  observed <- between(split(ranks, rep(seq_along(sizes), sizes)))
  all <- vapply(arrangements(ranks, sizes), between, 0)
  stopifnot(length(all) == exp(lfactorial(sum(sizes)) - sum(lfactorial(sizes))) |> round())
  list(h = unname(kruskal.test(groups)$statistic), pValue = mean(all >= observed - 1e-9), n = sum(sizes), groups = length(sizes), method = "exact, all arrangements")
}
small_groups <- list(
  `bottle caps, Kruskal & Wallis` = many_groups[["bottle caps, Kruskal & Wallis"]],
  `Likert answers, ties` = list(c(4,5,3,4), c(3,2,3), c(2,1,3)),
  `single values` = list(4, 1, 3, 3),
  `four groups` = list(c(1,2), c(4,3,2), c(5,5), c(2,4)),
  `separate` = list(c(1,2,3), c(4,5,6), c(7,8))
)

welch <- function(level) function(x, y) {
  fit <- t.test(x, y, conf.level = level)
  list(estimate = unname(fit$estimate[1] - fit$estimate[2]), low = fit$conf.int[1], high = fit$conf.int[2], level = level, standardError = fit$stderr,
       statistic = unname(fit$statistic), df = unname(fit$parameter), pValue = fit$p.value, firstMean = unname(fit$estimate[1]), secondMean = unname(fit$estimate[2]))
}

correction <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
# limits of the noncentrality: effectsize's own search stops at about three digits, so pt is solved to the last here
noncentrality <- function(t, df, level) sapply(c(1 + level, 1 - level) / 2, function(p)
  uniroot(function(ncp) pt(t, df, ncp) - p, t + c(-1, 1) * (6 + 2 * abs(t)), tol = 1e-14)$root)
agrees <- function(g, low, high, x, y, pooled, level) {
  fit <- hedges_g(x, y, pooled_sd = pooled, ci = level, verbose = FALSE)
  stopifnot(abs(g - fit$Hedges_g) < 1e-12, abs(c(low, high) - c(fit$CI_low, fit$CI_high)) < 0.02 * (1 + abs(g)))
}
hedges_pooled <- function(level) function(x, y) {
  df <- length(x) + length(y) - 2; s <- sd_pooled(x, y); root <- sqrt(1 / length(x) + 1 / length(y)); j <- correction(df)
  g <- j * (mean(x) - mean(y)) / s; limits <- j * root * noncentrality((mean(x) - mean(y)) / (s * root), df, level)
  agrees(g, limits[1], limits[2], x, y, TRUE, level)
  list(estimate = g, low = limits[1], high = limits[2], level = level, standardDeviation = s, df = df)
}
hedges_average <- function(level) function(x, y) {
  n1 <- length(x); n2 <- length(y); v1 <- var(x); v2 <- var(y)
  df <- (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1)); s <- sqrt((v1 + v2) / 2); se <- sqrt(v1 / n1 + v2 / n2); j <- correction(df)
  g <- j * (mean(x) - mean(y)) / s; limits <- j * se / s * noncentrality((mean(x) - mean(y)) / se, df, level)
  if (n1 == n2) agrees(g, limits[1], limits[2], x, y, FALSE, level)
  list(estimate = g, low = limits[1], high = limits[2], level = level, standardDeviation = s, df = df)
}

## Hodges-Lehmann without ties: wilcox.test, whose exact interval is of order statistics
shift_exact <- function(level) function(x, y) {
  fit <- suppressWarnings(wilcox.test(x, y, exact = TRUE, conf.int = TRUE, conf.level = level))
  qu <- max(1, qwilcox((1 - level) / 2, length(x), length(y)))
  list(estimate = median(outer(x, y, "-")), low = fit$conf.int[1], high = fit$conf.int[2], attainedLevel = 1 - 2 * pwilcox(qu - 1, length(x), length(y)), method = "exact, no ties")
}
## Its normal approximation, the root sought to 1e-13
shift_normal <- function(level) function(x, y) {
  fit <- suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = FALSE, conf.int = TRUE, conf.level = level, tol.root = 1e-13))
  list(estimate = median(outer(x, y, "-")), low = fit$conf.int[1], high = fit$conf.int[2], method = "normal approximation, corrected for ties within the groups")
}

levels <- c(0.9, 0.95, 0.99)
at_levels <- function(sets, method) unlist(lapply(levels, function(level) cases_of(sets, method(level), list(level = level))), recursive = FALSE)
more_than_one <- two_groups[sapply(two_groups, function(g) min(lengths(g)) > 1)]
uncertain <- more_than_one[sapply(more_than_one, function(g) superiority(g[[1]], g[[2]]) %in% c(0, 1) == FALSE)]
untied <- Filter(Negate(has_ties), c(two_groups, separated[c(1, 3)]))
with_level <- function(sets, method, level = 0.95) cases_of_counts(sets, method, list(level = level))
groups_case <- function(name, groups, values) case(list(groups = lapply(groups, I)), kruskal(values), name)

write_methods("unpaired", list(
  `mann-whitney-exact` = reference(by("coin", "wilcox_test"), cases_of(exact_sets, mann_whitney_exact)),
  `mann-whitney-exact-counts` = reference(by("coin", "wilcox_test"), cases_of_counts(c(count_groups, count_separated), mann_whitney_exact)),
  `mann-whitney-normal` = reference(by("stats", "wilcox.test"), unlist(lapply(c(FALSE, TRUE), function(correct)
    cases_of(normal_sets, mann_whitney_normal(correct), list(continuityCorrection = correct))), recursive = FALSE)),
  `mann-whitney-normal-counts` = reference(by("stats", "wilcox.test"), cases_of_counts(c(count_groups, million), mann_whitney_normal(FALSE))),
  `cliffs-delta` = reference(by("base", "over the dominance matrix"), c(at_levels(more_than_one, cliffs_delta_of),
    cases_of(large[1:2], cliffs_delta_of(0.95), list(level = 0.95)))),
  `cliffs-delta-score` = reference(by("base", "polyroot, of Newcombe's equation"), cases_of(c(two_groups, separated, one_each), cliffs_delta_score, list(level = 0.95))),
  `cliffs-delta-counts` = reference(by("base", "over the dominance matrix"), with_level(count_groups, cliffs_delta_of(0.95))),
  `probability-of-superiority-score` = reference(by("base", "polyroot, of Newcombe's equation"), c(at_levels(c(two_groups, separated, one_each), superiority_score),
    cases_of(large[2], superiority_score(0.95), list(level = 0.95)))),
  `probability-of-superiority-score-counts` = reference(by("base", "polyroot, of Newcombe's equation"), with_level(c(count_groups, count_separated), superiority_score(0.95))),
  `probability-of-superiority-logit` = reference(by("base", "over the matrix of comparisons"), at_levels(uncertain, superiority_logit)),
  `brunner-munzel` = reference(by("stats", "from the formulas, by rank and pt"), cases_of(c(uncertain, large[2]), brunner_munzel)),
  `brunner-munzel-counts` = reference(by("stats", "from the formulas, by rank and pt"), cases_of_counts(count_groups, brunner_munzel)),
  `kruskal-wallis` = reference(paste0(by("stats", "kruskal.test"), "; ", by("effectsize", "rank_epsilon_squared")),
    lapply(names(many_groups), function(name) groups_case(name, many_groups[[name]], many_groups[[name]]))),
  `kruskal-wallis-counts` = reference(paste0(by("stats", "kruskal.test"), "; ", by("effectsize", "rank_epsilon_squared")),
    lapply(names(many_counts), function(name) groups_case(name, many_counts[[name]], lapply(many_counts[[name]], likert)))),
  `kruskal-wallis-permutation` = reference(by("base", "every arrangement, by combn"),
    lapply(names(small_groups), function(name) case(list(groups = lapply(small_groups[[name]], I)), kruskal_exact(small_groups[[name]]), name))),
  `welch-t` = reference(by("stats", "t.test"), at_levels(c(more_than_one, separated), welch)),
  `hedges-g` = reference(paste0(by("stats", "pt"), "; ", by("effectsize", "hedges_g")), at_levels(c(more_than_one, separated), hedges_pooled)),
  `hedges-g-average` = reference(by("stats", "pt, from the formulas; effectsize where the groups are of one size"), at_levels(c(more_than_one, separated), hedges_average)),
  `hedges-correction` = reference(by("base", "lgamma"), lapply(c(1.5, 2, 3, 5.5, 10, 14, 29, 68, 200), function(df) case(df, correction(df)))),
  `hodges-lehmann-shift-exact` = reference(by("stats", "wilcox.test"), at_levels(untied, shift_exact)),
  `hodges-lehmann-shift-normal` = reference(by("stats", "wilcox.test"), c(cases_of(large, shift_normal(0.95), list(level = 0.95)),
    cases_of(large[3], shift_normal(0.8), list(level = 0.8))))
))
