# Expected values for src/stats/likert. Run from the project root: Rscript tests/reference/likert.R
suppressPackageStartupMessages({library(psych); library(ordinal)})
source("tests/reference/write-json.R")

## Answers: four items of psych::bfi (1 to 6), bitterness of wine (1 to 5), one person, and codes that start elsewhere
data(bfi, package = "psych")
seen <- function(x) x[!is.na(x)]
answers <- list(
  `bfi A1: inquire` = list(x = seen(bfi$A1)[1:400], lowest = 1, highest = 6),
  `bfi N5: panic` = list(x = seen(bfi$N5)[1:301], lowest = 1, highest = 6),
  `bitterness of wine` = list(x = as.integer(wine$rating), lowest = 1, highest = 5),
  `one person` = list(x = 4, lowest = 1, highest = 5),
  `everyone the same, from 0` = list(x = rep(0, 12), lowest = 0, highest = 4),
  `below and above 0` = list(x = c(-2, 2, 1, 1, 0, -1, 2), lowest = -2, highest = 2))
count_cases <- lapply(names(answers), function(name) with(answers[[name]], {
  counts <- table(factor(x, levels = lowest:highest))
  case(list(answers = I(x), lowest = lowest, highest = highest),
       list(n = length(x), counts = I(as.vector(counts)), shares = I(as.vector(prop.table(counts)))), name)
}))

## Counts: the same, and those that are hard. A million answers are counts like any other
count_of <- function(name) with(answers[[name]], as.vector(table(factor(x, levels = lowest:highest))))
counts <- c(setNames(lapply(names(answers), count_of), names(answers)), list(
  `nobody in the middle` = c(3, 4, 0, 6, 11), `everyone in the middle` = c(0, 0, 6, 0, 0),
  `everyone at the top` = c(0, 0, 0, 0, 9), `everyone at the bottom` = c(35, 0, 0, 0, 0),
  `both ends alike` = c(5, 0, 0, 0, 5), `two people` = c(0, 1, 0, 0, 1), `nobody at the bottom` = c(0, 0, 4, 9, 7),
  `one at the bottom` = c(1, 0, 0, 10, 20), `ten categories` = c(1, 0, 2, 3, 5, 8, 13, 21, 13, 8),
  `a million` = c(123456, 234567, 141977, 300000, 200000)))
each_count <- function(make) unlist(lapply(names(counts), function(name) make(counts[[name]], name)), recursive = FALSE)

## Median, quartiles, mean and sd of the answers written out one by one
summary_cases <- function(type) each_count(function(count, name) {
  lowest <- if (is.null(answers[[name]])) 1 else answers[[name]]$lowest
  x <- rep(lowest + seq_along(count) - 1, count)
  list(case(list(counts = I(count), lowest = lowest, quantileType = type),
    list(n = length(x), median = median(x), lowerQuartile = quantile(x, 0.25, type = type)[[1]],
         upperQuartile = quantile(x, 0.75, type = type)[[1]], mean = mean(x),
         standardDeviation = if (length(x) > 1) sd(x) else list(kind = "unavailable")), name))
})
quantile_cases <- function(type) each_count(function(count, name) {
  x <- rep(seq_along(count), count)
  lapply(c(0, 0.01, 0.1, 1/3, 0.5, 0.6, 0.9, 0.975, 1), function(p)
    case(list(counts = I(count), p = p, quantileType = type), quantile(x, p, type = type)[[1]], name))
})

## The highest one to three categories: prop.test without continuity correction is Wilson's interval
levels <- c(0.8, 0.95, 0.99)
boxes_of <- function(count) seq_len(min(3, length(count) %/% 2))
top_box <- each_count(function(count, name) unlist(lapply(boxes_of(count), function(boxes) lapply(levels, function(level) {
  n <- sum(count); top <- sum(tail(count, boxes))
  limits <- suppressWarnings(prop.test(top, n, conf.level = level, correct = FALSE)$conf.int)
  case(list(counts = I(count), boxes = boxes, level = level),
       list(successes = top, n = n, estimate = top / n, low = limits[1], high = limits[2]), name)
})), recursive = FALSE))

## Net score: the values at which Pearson's chi-squared on the counts of top, bottom and middle is the square of z, the
## expected counts being the most likely ones with that net score. That is the score test of a multinomial, so it must
## give Tango's interval, without his formulas. The likelihood is concave in the bottom share q: its slope has one zero.
## Coverage of 95% intervals, every outcome counted, over 1000 truths drawn evenly from the triangle of three shares (mean,
## least; mean width): n = 6, Tango 0.969, 0.896; 0.99 and Newcombe's method 10 with nobody in both ends 0.944, 0.814;
## 0.92. n = 12: 0.962, 0.924; 0.74 and 0.951, 0.857; 0.71. n = 35: 0.951, 0.923; 0.45 and 0.952, 0.923; 0.45.
most_likely <- function(net, top, bottom, middle) {
  slope <- function(q) sum(c(if (top > 0) top / (q + net), if (bottom > 0) bottom / q, if (middle > 0) -2 * middle / (1 - 2 * q - net)))
  least <- max(0, -net); most <- (1 - net) / 2
  q <- if (middle == 0) most else if (slope(least + 1e-300) <= 0) least
       else uniroot(slope, c(least, most), f.lower = 1e300, f.upper = -1e300, tol = 1e-18, maxiter = 10000)$root
  c(q + net, q, 1 - 2 * q - net)
}
chi_squared <- function(net, observed) {
  expected <- sum(observed) * most_likely(net, observed[1], observed[2], observed[3])
  part <- ifelse(observed == 0 & expected == 0, 0, (observed - expected)^2 / expected)
  sum(part)
}
limit <- function(observed, z, side) {
  estimate <- (observed[1] - observed[2]) / sum(observed)
  if (estimate == side) return(side)
  f <- function(net) chi_squared(net, observed) - z^2
  root <- uniroot(f, sort(c(estimate, side * (1 - 1e-12))), tol = 1e-17, maxiter = 10000)$root
  stopifnot(abs(f(root)) < 1e-8 * z^2 * max(1, sqrt(sum(observed)) / 100))
  root
}
net_score <- each_count(function(count, name) unlist(lapply(boxes_of(count), function(boxes) lapply(levels, function(level) {
  top <- sum(tail(count, boxes)); bottom <- sum(head(count, boxes)); n <- sum(count)
  observed <- c(top, bottom, n - top - bottom); z <- qnorm((1 + level) / 2)
  case(list(counts = I(count), boxes = boxes, level = level),
       list(estimate = (top - bottom) / n, low = limit(observed, z, -1), high = limit(observed, z, 1),
            top = top, bottom = bottom, n = n), name)
})), recursive = FALSE))

## Scale scores: psych::scoreItems for the mean of the items answered, the half rule and the 0 to 100 by hand in R
agreeable <- as.matrix(bfi[1:120, c("A1", "A2", "A3", "A4", "A5")])
agreeable[2, ] <- NA; agreeable[3, 1:3] <- NA; agreeable[4, 1:2] <- NA; agreeable[5, c(2, 4, 5)] <- NA
dimnames(agreeable) <- list(NULL, c("A1", "A2", "A3", "A4", "A5"))
scored <- suppressMessages(scoreItems(list(A = c("-A1", "A2", "A3", "A4", "A5")), agreeable, impute = "none", missing = TRUE, min = 1, max = 6))$scores[, 1]
turned <- agreeable; turned[, 1] <- 7 - turned[, 1]
stopifnot(all.equal(unname(scored), rowMeans(turned, na.rm = TRUE)))
scale_case <- function(m, low, high, reversed, minimum, name) {
  t <- m
  for (j in seq_along(low)) if (reversed[j]) t[, j] <- low[j] + high[j] - m[, j]
  answered <- rowSums(!is.na(m)); k <- ncol(m)
  keep <- answered > 0 & answered / k >= minimum
  percent <- 100 * sweep(sweep(t, 2, low), 2, high - low, "/")
  case(list(answers = rows_of(m), lowest = I(low), highest = I(high), isReversed = I(reversed), minimumAnswered = minimum),
       list(scores = I(ifelse(keep, rowMeans(percent, na.rm = TRUE), NA)), means = I(ifelse(keep, rowMeans(t, na.rm = TRUE), NA)),
            complete = sum(answered == k), prorated = sum(keep & answered < k), unscored = sum(!keep)), name)
}
mixed <- matrix(c(4, 0, 10, NA, 2, 5, 3, NA, NA, 1, 4, 0, NA, NA, 7, 2, 1, 9, NA, NA, NA), ncol = 3, byrow = TRUE)
score_cases <- c(
  lapply(c(0, 0.5, 0.6, 0.8, 1), function(minimum) scale_case(agreeable, rep(1, 5), rep(6, 5), c(TRUE, rep(FALSE, 4)), minimum, "bfi agreeableness")),
  list(scale_case(mixed, c(1, 0, 0), c(5, 4, 10), c(FALSE, TRUE, FALSE), 0.5, "items of different lengths")))

write_methods("likert", list(
  `answer-shares` = reference(by("base", "table and prop.table"), count_cases),
  `item-summary` = reference(by("stats", "median, quantile types 6 and 7, mean and sd of the answers written out"), c(summary_cases(6), summary_cases(7))),
  `quantile-of-counts` = reference(by("stats", "quantile, types 6 and 7, of the answers written out"), c(quantile_cases(6), quantile_cases(7))),
  `top-box-share` = reference(by("stats", "prop.test without continuity correction"), top_box),
  `net-score` = reference(by("stats", "uniroot of Pearson's chi-squared at the most likely counts"), net_score),
  `scale-scores` = reference(by("psych", "scoreItems, and rowMeans with the half rule"), score_cases)
))
