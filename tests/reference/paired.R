# Expected values for src/stats/paired. Run from the project root: Rscript tests/reference/paired.R
source("tests/reference/write-json.R")
suppressMessages({library(coin); library(exactRankTests); library(effectsize); library(MASS); library(boot)})
options(warn = 1)

## Scores before and after, from R's own data sets and made ones
depression <- list(before = c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30),
                   after = c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)) # ?wilcox.test; Hollander & Wolfe table 3.1
cbt <- subset(anorexia, Treat == "CBT")
pairs <- list(
  `Likert, 15 people` = list(before = c(2,3,2,1,3,4,2,3,2,1,4,3,2,2,3), after = c(4,4,3,3,3,5,4,3,4,2,4,2,3,4,5)),
  `Hollander and Wolfe, depression` = depression,
  `R sleep` = list(before = sleep$extra[sleep$group == 1], after = sleep$extra[sleep$group == 2]),
  `MASS shoes` = list(before = shoes$A, after = shoes$B),
  `MASS anorexia, cognitive behavioural` = list(before = cbt$Prewt, after = cbt$Postwt),
  `MASS immer, barley in two years` = list(before = immer$Y1, after = immer$Y2),
  `boot darwin, crossed less self-fertilised` = list(before = rep(0, 15), after = darwin$y)
)
change <- function(p) round(p$after - p$before, 9)
set.seed(3)
likert <- function(n, up) sample(-3:4, n, replace = TRUE, prob = c(1, 2, 5, 8, 8, 5, 2, 1) + up * c(0, 0, 0, 0, 4, 3, 2, 1))
made <- list(
  `one person` = 3, `two people` = c(1, -2), `one changed of four` = c(0, 0, 2, 0), `all up and tied` = rep(1, 7), `all tied, both ways` = c(1, 1, 1, -1, 1, -1, 1, 1),
  `balanced` = c(1, -1, 2, -2), `mostly zeros` = c(rep(0, 12), 1, 2, -1, 1), `complete shift of 60` = 1:60,
  `200 Likert changes` = likert(200, 1), `1000 Likert changes, strong` = likert(1000, 1),
  `200 without ties` = round(rnorm(200, 0.1), 4), `500 without ties` = round(rnorm(500, 0.05), 5),
  `extreme tail` = c(1:198, -199, -0.5)
)
changes <- c(lapply(pairs, change), made)
changed <- changes[vapply(changes, function(d) any(d != 0), TRUE)]
moderately_many <- Filter(function(d) length(d) <= 200, changed)
alternatives <- c(`two-sided` = "two.sided", greater = "greater", less = "less")

## Signed-rank test: sums from base rank(), z and p from coin
rank_sums <- function(d, zeros) {
  ranked <- if (zeros == "pratt") d else d[d != 0]
  r <- rank(abs(ranked))
  list(positiveRankSum = sum(r[ranked > 0]), negativeRankSum = sum(r[ranked < 0]), nZero = sum(d == 0), nUsed = sum(d != 0), n = length(d),
       nTied = sum(duplicated(abs(d[d != 0])) | duplicated(abs(d[d != 0]), fromLast = TRUE)))
}
coin_test <- function(d, zeros, alternative, distribution) {
  zero <- rep(0, length(d))
  t <- wilcoxsign_test(d ~ zero, zero.method = c(pratt = "Pratt", wilcoxon = "Wilcoxon")[[zeros]], alternative = alternatives[[alternative]], distribution = distribution)
  z <- as.numeric(statistic(t)); p <- as.numeric(pvalue(t))
  if (distribution == "asymptotic") { # coin takes 1 - pnorm, which has few digits left in far tails; pnorm keeps them
    tail <- switch(alternative, `two-sided` = 2 * pnorm(-abs(z)), greater = pnorm(-z), less = pnorm(z))
    stopifnot(abs(tail - p) < 1e-14)
    p <- tail
  }
  list(z = z, pValue = p)
}
ways <- function(d) if (length(d) < 100) names(alternatives) else "two-sided"
signed_rank <- function(zeros, distribution) unlist(lapply(if (distribution == "exact" && zeros == "pratt") names(changed) else names(moderately_many), function(name) lapply(ways(changed[[name]]), function(alternative) {
  d <- changed[[name]]
  expected <- c(rank_sums(d, zeros), coin_test(d, zeros, alternative, distribution))
  case(list(differences = I(d), options = list(zeros = zeros, alternative = alternative, exactUpTo = if (distribution == "exact") 1000 else 0)), expected, paste0(name, ", ", alternative))
})), recursive = FALSE)
with_correction <- unlist(lapply(setdiff(names(moderately_many), c("balanced", "one person")), function(name) lapply(ways(changed[[name]]), function(alternative) {
  d <- changed[[name]]
  t <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE, alternative = alternatives[[alternative]]))
  case(list(differences = I(d), options = list(zeros = "wilcoxon", alternative = alternative, exactUpTo = 0, continuityCorrection = TRUE)),
       list(positiveRankSum = unname(t$statistic), pValue = t$p.value), paste0(name, ", ", alternative))
})), recursive = FALSE)

## From scores, through differences
from_scores <- lapply(names(pairs), function(name) {
  t <- coin_test(change(pairs[[name]]), "pratt", "two-sided", "exact")
  case(list(before = pairs[[name]]$before, after = pairs[[name]]$after), t, name)
})

## Sign test
sign_test <- unlist(lapply(names(changed), function(name) lapply(ways(changed[[name]]), function(alternative) {
  d <- changed[[name]]
  t <- binom.test(sum(d > 0), sum(d != 0), alternative = alternatives[[alternative]])
  case(list(differences = I(d), alternative = alternative), list(nPositive = sum(d > 0), nNegative = sum(d < 0), nZero = sum(d == 0), n = length(d), pValue = t$p.value), paste0(name, ", ", alternative))
})), recursive = FALSE)

## Hodges-Lehmann: wilcox.test where it is exact, and Walsh averages cut at qsignrank, which wilcox.test uses, where ties or zeros stop it
levels_for <- function(d) if (length(d) < 100) c(0.8, 0.9, 0.95, 0.99) else 0.95
walsh <- function(d) { w <- outer(d, d, "+") / 2; sort(w[!lower.tri(w)]) }
by_walsh <- function(d, level) {
  w <- walsh(d); n <- length(d); cut <- qsignrank((1 - level) / 2, n)
  stopifnot(cut > 0)
  list(estimate = median(w), interval = list(low = w[cut], high = w[length(w) + 1 - cut], attainedLevel = 1 - 2 * psignrank(cut - 1, n)), n = n)
}
hl_cases <- function(sets, expected) unlist(lapply(names(sets), function(name) lapply(Filter(function(level) qsignrank((1 - level) / 2, length(sets[[name]])) > 0, levels_for(sets[[name]])),
  function(level) case(list(differences = I(sets[[name]]), level = level), expected(sets[[name]], level), name))), recursive = FALSE)
is_untied <- function(d) all(d != 0) && !anyDuplicated(abs(d)) && length(d) > 1
untied <- Filter(function(d) is_untied(d) && length(d) < 900, changed)
hl_untied <- hl_cases(untied, function(d, level) {
  t <- wilcox.test(d, exact = TRUE, conf.int = TRUE, conf.level = level)
  stopifnot(all.equal(c(t$conf.int), unlist(by_walsh(d, level)$interval[1:2]), check.attributes = FALSE, tolerance = 1e-14))
  list(estimate = unname(t$estimate), interval = list(low = t$conf.int[1], high = t$conf.int[2]), n = length(d))
})
hl_tied <- hl_cases(Filter(function(d) length(d) <= 200 && length(unique(d)) > 1, changed), by_walsh)

## McNemar: binom.test, and half the probability of the split taken off
splits <- list(c(0, 6), c(86, 150), c(1, 7), c(5, 5), c(0, 1), c(3, 4), c(16, 6), c(10, 300), c(700, 800))
mcnemar <- lapply(splits, function(s) case(list(onlyBefore = s[1], onlyAfter = s[2]), {
  p <- binom.test(s[1], sum(s))$p.value
  list(pValue = p, midPValue = if (s[1] == s[2]) 1 else p - dbinom(s[1], sum(s), 0.5), nChanged = sum(s))
}))
answers <- list(before = pairs[[1]]$before >= 4, after = pairs[[1]]$after >= 4)
answer_table <- table(factor(answers$before, c(TRUE, FALSE)), factor(answers$after, c(TRUE, FALSE)))

## Newcombe's method 10 from the limits of prop.test, which are Wilson's, and phi from cor() of the people themselves
newcombe <- function(t, level) {
  n <- sum(unlist(t)); before <- with(t, bothYes + onlyBefore); after <- with(t, bothYes + onlyAfter)
  wilson <- function(x) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
  l1 <- wilson(after)[1]; u1 <- wilson(after)[2]; l2 <- wilson(before)[1]; u2 <- wilson(before)[2]; p1 <- after / n; p2 <- before / n
  if (before == 0) l2 <- 0; if (after == 0) l1 <- 0; if (before == n) u2 <- 1; if (after == n) u1 <- 1
  people <- with(t, rbind(matrix(rep(c(1, 1), bothYes), ncol = 2, byrow = TRUE), matrix(rep(c(1, 0), onlyBefore), ncol = 2, byrow = TRUE),
                          matrix(rep(c(0, 1), onlyAfter), ncol = 2, byrow = TRUE), matrix(rep(c(0, 0), neither), ncol = 2, byrow = TRUE)))
  phi <- suppressWarnings(cor(people[, 1], people[, 2])); if (is.na(phi)) phi <- 0
  # the correction takes n / 2 from the numerator ad - bc; the people's standard deviations give the denominator
  if (phi > 0) phi <- max(0, phi - (n / 2) / prod(sqrt(c(before * (n - before), after * (n - after)))))
  delta <- sqrt((p1 - l1)^2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2)^2)
  epsilon <- sqrt((u1 - p1)^2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2)^2)
  list(estimate = p1 - p2, low = p1 - p2 - delta, high = p1 - p2 + epsilon, phi = phi, before = p2, after = p1, n = n)
}
tables2 <- list(c(2,0,6,7), c(1,1,7,12), c(59,6,16,80), c(14,5,0,22), c(36,12,2,0), c(43,0,1,1), c(54,0,0,0), c(0,0,0,9), c(53,1,0,0), c(0,30,0,0), c(0,0,30,0), c(29,0,0,1), c(794,150,86,570), c(0,5,7,0), c(1,0,0,0))
newcombe_cases <- unlist(lapply(tables2, function(x) lapply(c(0.9, 0.95, 0.99), function(level) {
  t <- as.list(setNames(x, c("bothYes", "onlyBefore", "onlyAfter", "neither")))
  case(c(t, level = level), newcombe(t, level))
})), recursive = FALSE)

## Stuart-Maxwell: coin::mh_test; the permutation p by going through all splits, the statistic by a general inverse
square <- function(...) matrix(c(...), nrow = sqrt(length(c(...))), byrow = TRUE)
tables <- list(
  `Likert in three, 15 people` = square(1,3,4, 1,2,2, 0,0,2),
  `Stuart 1955, vision of women` = square(1520,266,124,66, 234,1512,432,78, 117,362,1772,205, 36,82,179,492),
  `two categories` = square(794,150, 86,570),
  `a category that nobody chose` = square(3,0,4,1, 0,0,0,0, 1,0,2,2, 0,0,3,5),
  `a category that nobody left or joined` = square(3,4,0, 1,2,0, 0,0,6),
  `moves in two parts` = square(3,4,0,0, 1,2,0,0, 0,0,5,1, 0,0,6,2),
  `only upwards` = square(0,4,1,0, 0,0,3,1, 0,0,0,2, 0,0,0,1),
  `one person moved` = square(3,1,0, 0,2,0, 0,0,1),
  `five answers, 30 people` = square(2,3,1,0,0, 1,3,4,1,0, 0,1,3,3,1, 0,0,0,4,1, 0,0,0,0,2),
  `balanced` = square(1,2,3, 2,1,1, 3,1,1)
)
mh <- function(t) {
  dimnames(t) <- list(before = letters[seq_len(nrow(t))], after = letters[seq_len(nrow(t))])
  m <- mh_test(as.table(t))
  list(statistic = as.numeric(statistic(m)), df = m@statistic@df, pValue = as.numeric(pvalue(m)))
}
quadratic <- function(d, s) drop(t(d) %*% ginv(s) %*% d)
split_grid <- function(t) {
  moved <- which(upper.tri(t) & (t + t(t)) > 0, arr.ind = TRUE)
  n <- (t + t(t))[moved]
  list(moved = moved, n = n)
}
all_splits <- function(t) {
  g <- split_grid(t); k <- nrow(t)
  s <- -(t + t(t)); diag(s) <- 0; diag(s) <- -rowSums(s)
  inverse <- ginv(s); observed <- quadratic(colSums(t) - rowSums(t), s)
  grid <- as.matrix(expand.grid(lapply(g$n, function(m) 0:m)))
  probability <- Reduce(`*`, lapply(seq_along(g$n), function(i) dbinom(grid[, i], g$n[i], 0.5)))
  gains <- matrix(0, nrow(grid), k)
  for (i in seq_along(g$n)) {
    net <- 2 * grid[, i] - g$n[i]
    gains[, g$moved[i, 1]] <- gains[, g$moved[i, 1]] + net; gains[, g$moved[i, 2]] <- gains[, g$moved[i, 2]] - net
  }
  values <- rowSums((gains %*% inverse) * gains)
  sum(probability[values >= observed - 1e-8])
}
few <- Filter(function(t) prod(split_grid(t)$n + 1) < 3e6, tables)
as_input <- function(t) list(counts = rows_of(t))
stuart <- lapply(names(tables), function(name) case(as_input(tables[[name]]), mh(tables[[name]]), name))
swaps <- lapply(names(few), function(name) case(as_input(few[[name]]), list(permutationPValue = all_splits(few[[name]]), permutation = "exact"), name))
for (name in intersect(names(few), c("Likert in three, 15 people", "five answers, 30 people", "only upwards"))) {
  t <- few[[name]]; dimnames(t) <- list(before = letters[seq_len(nrow(t))], after = letters[seq_len(nrow(t))])
  draws <- 2e5; p <- all_splits(few[[name]])
  stopifnot(abs(as.numeric(pvalue(mh_test(as.table(t), distribution = approximate(nresample = draws)))) - p) < 4.5 * sqrt(p * (1 - p) / draws))
}

## Matched-pairs rank-biserial: effectsize drops zeros
rank_biserial_cases <- lapply(names(moderately_many), function(name) case(list(differences = I(changed[[name]]), zeros = "wilcoxon"),
  list(estimate = suppressMessages(rank_biserial(changed[[name]], ci = NULL, verbose = FALSE)$r_rank_biserial)), name))
pratt_share <- lapply(names(moderately_many), function(name) { s <- rank_sums(changed[[name]], "pratt"); n <- s$n
  case(list(differences = I(changed[[name]]), zeros = "pratt"), list(estimate = (s$positiveRankSum - s$negativeRankSum) / sum(rank(abs(changed[[name]])))), name) })

## t test, d_z and d_av with J; limits of the noncentrality by uniroot on pt, checked at the root
several <- Filter(function(d) length(d) >= 3 && length(d) <= 200 && length(unique(d)) > 1, changes)
t_test <- unlist(lapply(names(several), function(name) lapply(ways(several[[name]]), function(alternative) {
  two <- t.test(several[[name]], conf.level = 0.9); t <- t.test(several[[name]], alternative = alternatives[[alternative]])
  case(list(differences = several[[name]], options = list(level = 0.9, alternative = alternative)),
       list(estimate = unname(t$estimate), statistic = unname(t$statistic), df = unname(t$parameter), pValue = t$p.value, low = two$conf.int[1], high = two$conf.int[2], standardError = two$stderr), paste0(name, ", ", alternative))
})), recursive = FALSE)
noncentralities <- function(t, df, level) {
  tail <- (1 - level) / 2
  solve_for <- function(lower) {
    f <- function(ncp) pt(t, df, ncp, lower.tail = lower) - tail
    root <- uniroot(f, c(t - 6 - abs(t), min(t + 6 + abs(t), 37)), tol = 1e-14, maxiter = 10000)$root
    stopifnot(abs(f(root)) < 1e-11)
    root
  }
  suppressWarnings(c(solve_for(FALSE), solve_for(TRUE))) # pt warns at the ends of the search, far from the root
}
moderate <- Filter(function(d) abs(mean(d) / sd(d) * sqrt(length(d))) < 15, several)
d_z <- unlist(lapply(names(moderate), function(name) lapply(if (length(moderate[[name]]) < 100) c(0.9, 0.95) else 0.95, function(level) {
  d <- moderate[[name]]; n <- length(d)
  estimate <- cohens_d(d, ci = NULL)$Cohens_d; g <- hedges_g(d, ci = NULL)$Hedges_g
  limits <- noncentralities(mean(d) / sd(d) * sqrt(n), n - 1, level) / sqrt(n)
  case(list(differences = d, level = level), list(estimate = estimate, low = limits[1], high = limits[2], corrected = g, correction = g / estimate, df = n - 1), name)
})), recursive = FALSE)
d_av <- lapply(setdiff(names(pairs), "boot darwin, crossed less self-fertilised"), function(name) {
  p <- pairs[[name]]; d <- change(p); n <- length(d)
  estimate <- cohens_d(p$after, p$before, pooled_sd = FALSE, ci = NULL)$Cohens_d
  factor <- hedges_g(d, ci = NULL)$Hedges_g / cohens_d(d, ci = NULL)$Cohens_d
  limits <- noncentralities(mean(d) / sd(d) * sqrt(n), n - 1, 0.95) * sqrt(2 * (var(p$before) + var(p$after) - 2 * cov(p$before, p$after)) / (n * (var(p$before) + var(p$after))))
  case(list(before = p$before, after = p$after, level = 0.95), list(estimate = estimate, low = limits[1], high = limits[2], corrected = estimate * factor, correctedLow = limits[1] * factor, df = n - 1), name)
})

write_methods("paired", list(
  `signed-rank-pratt` = reference(by("coin", "wilcoxsign_test, exact"), signed_rank("pratt", "exact")),
  `signed-rank-wilcoxon` = reference(by("coin", "wilcoxsign_test, exact"), signed_rank("wilcoxon", "exact")),
  `signed-rank-pratt-normal` = reference(by("coin", "wilcoxsign_test, asymptotic"), signed_rank("pratt", "asymptotic")),
  `signed-rank-wilcoxon-normal` = reference(by("coin", "wilcoxsign_test, asymptotic"), signed_rank("wilcoxon", "asymptotic")),
  `signed-rank-corrected` = reference(by("stats", "wilcox.test, exact = FALSE"), with_correction),
  `signed-rank-from-scores` = reference(by("coin", "wilcoxsign_test, exact"), from_scores),
  `sign-test` = reference(by("stats", "binom.test"), sign_test),
  `hodges-lehmann` = reference(by("stats", "wilcox.test, exact"), hl_untied),
  `hodges-lehmann-tied` = reference(by("stats", "qsignrank on Walsh averages"), hl_tied),
  mcnemar = reference(by("stats", "binom.test, dbinom"), mcnemar),
  `count-pairs` = reference(by("base", "table"), list(case(answers, list(bothYes = answer_table[1, 1], onlyBefore = answer_table[1, 2], onlyAfter = answer_table[2, 1], neither = answer_table[2, 2])))),
  `newcombe-paired` = reference(by("stats", "prop.test and cor, joined as Newcombe 1998"), newcombe_cases),
  `stuart-maxwell` = reference(by("coin", "mh_test"), stuart),
  `stuart-maxwell-permutation` = reference(by("MASS", "ginv on every split"), swaps),
  `rank-biserial` = reference(by("effectsize", "rank_biserial"), rank_biserial_cases),
  `rank-biserial-pratt` = reference(by("base", "rank"), pratt_share),
  `paired-t` = reference(by("stats", "t.test"), t_test),
  `d-z` = reference(by("effectsize", "cohens_d and hedges_g; limits by uniroot on pt"), d_z),
  `d-average` = reference(by("effectsize", "cohens_d and hedges_g; limits by uniroot on pt"), d_av)
))
