# Expected values for src/stats/tables. Run from the project root: Rscript tests/reference/tables.R
suppressMessages({ library(coin); library(effectsize) })
source("tests/reference/write-json.R")
two <- function(a, b, c, d) matrix(c(a, b, c, d), 2, byrow = TRUE)

## Fisher's exact test, 2 x 2. fisher.test's p-values are good to 1e-12, its odds ratio only to 2.5e-4 and its limits to
## 9e-3: the same equations are solved here on the log odds ratio, and confirmed by their residuals and by fisher.test
fisher_two <- list(
  `tea tasting` = two(3, 1, 1, 3),
  `convictions of twins` = two(2, 10, 15, 3),
  `agreement in two groups` = two(8, 2, 1, 5),
  `infert: induced by case` = unname(table(infert$induced > 0, infert$case)),
  `mtcars: engine by gear` = unname(table(mtcars$vs, mtcars$am)),
  `admissions, department A` = unname(UCBAdmissions[, , 1]),
  `admissions, department F` = unname(UCBAdmissions[, , 6]),
  `Titanic: crew, sex by survival` = unname(apply(Titanic[4, , 2, ], c(1, 2), sum)),
  `complete separation` = two(4, 0, 0, 4),
  `complete separation, other way` = two(0, 7, 5, 0),
  `complete separation, n = 2` = two(1, 0, 0, 1),
  `one empty cell` = two(0, 3, 4, 2),
  `one empty cell, other corner` = two(5, 0, 4, 2),
  `p exactly 1` = two(5, 5, 5, 5),
  `p exactly 1, uneven` = two(6, 3, 4, 2),
  `one person in a row` = two(1, 0, 3, 6),
  `tables of equal probability` = two(10, 2, 2, 10),
  `n = 1000` = two(400, 100, 120, 380),
  `extreme tail` = two(180, 20, 15, 185),
  `n = 1000, separated` = two(500, 0, 0, 500)
)
exact_odds <- function(m, level, alternative) {
  row <- sum(m[1, ]); column <- sum(m[, 1]); x <- m[1, 1]
  support <- max(0, row + column - sum(m)):min(row, column)
  logs <- dhyper(support, column, sum(m) - column, row, log = TRUE)
  d <- function(eta) { l <- logs + eta * support; w <- exp(l - max(l)); w / sum(w) }
  solve_for <- function(f) {
    if (isTRUE(abs(f(0)) < 1e-15)) return(0)
    step <- 1; while (sign(f(-step)) == sign(f(step))) step <- 2 * step
    root <- uniroot(f, c(-step, step), tol = 1e-15, maxiter = 10000)$root
    if (abs(f(root)) > 1e-9) stop("residual")
    h <- 1e-5; root <- root - f(root) / ((f(root + h) - f(root - h)) / (2 * h))
    stopifnot(abs(f(root)) < 1e-11)
    root
  }
  mean_of <- function(eta) sum(support * d(eta)) - x
  error <- if (alternative == "two.sided") (1 - level) / 2 else 1 - level
  at_least <- x == min(support); at_most <- x == max(support)
  list(estimate = if (at_least) 0 else if (at_most) "unbounded" else exp(solve_for(mean_of)),
       low = if (alternative == "less" || at_least) 0
             else exp(solve_for(function(eta) log(sum(d(eta)[support >= x])) - log(error))),
       high = if (alternative == "greater" || at_most) "unbounded"
              else exp(solve_for(function(eta) log(sum(d(eta)[support <= x])) - log(error))))
}
# fisher.test solves for the odds ratio, or for one over it, with uniroot's default tolerance of 1.2e-4
close_to <- function(ours, theirs) {
  if (identical(ours, "unbounded")) is.infinite(theirs)
  else if (ours == 0) theirs == 0
  else min(abs(theirs - ours), abs(1 / theirs - 1 / ours)) < 2e-4
}
fisher_case <- function(name, alternative, level) {
  m <- fisher_two[[name]]
  r_name <- sub("-", ".", alternative)
  fit <- fisher.test(m, alternative = r_name, conf.level = level)
  ours <- exact_odds(m, level, r_name)
  stopifnot(close_to(ours$estimate, unname(fit$estimate)), close_to(ours$low, fit$conf.int[1]), close_to(ours$high, fit$conf.int[2]))
  case(list(table = rows_of(m), alternative = alternative, level = level),
       c(list(kind = "fisherExactTest", pValue = fit$p.value, n = sum(m), alternative = alternative, level = level), ours), name)
}
fisher_cases <- c(
  lapply(names(fisher_two), fisher_case, alternative = "two-sided", level = 0.95),
  lapply(names(fisher_two), fisher_case, alternative = "greater", level = 0.95),
  lapply(names(fisher_two), fisher_case, alternative = "less", level = 0.9),
  lapply(names(fisher_two)[c(1, 2, 3, 5)], fisher_case, alternative = "two-sided", level = 0.99)
)
no_one <- function(reason) list(kind = "unavailable", reason = reason)
fisher_cases <- c(fisher_cases, list(
  case(list(table = rows_of(two(0, 0, 3, 4)), alternative = "two-sided", level = 0.95), no_one("a row of the table is empty"), "empty row"),
  case(list(table = rows_of(two(3, 0, 4, 0)), alternative = "two-sided", level = 0.95), no_one("a column of the table is empty"), "empty column")
))

## Pearson's chi-squared, with and without Yates, and Cramer's V as it is and corrected
satisfaction <- matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4)
count_tables <- list(
  `job satisfaction by income` = satisfaction,
  `three by three` = matrix(c(3, 1, 4, 2, 6, 5, 0, 2, 7), 3, byrow = TRUE),
  `hair by eye` = unname(apply(HairEyeColor, c(1, 2), sum)),
  `cylinders by gears` = unname(table(mtcars$cyl, mtcars$gear)),
  `occupational mobility` = unname(as.matrix(occupationalStatus)),
  `education by induced, infert` = unname(table(infert$education, infert$induced)),
  `class by survival, Titanic` = unname(apply(Titanic, c(1, 4), sum)),
  `complete separation` = diag(c(4, 4)),
  `perfect association, three` = diag(c(5, 2, 9)),
  `two people` = diag(c(1, 1)),
  `one a row` = matrix(c(1, 0, 1, 0, 0, 1, 0, 1), 4, byrow = TRUE),
  `exactly as expected` = matrix(c(2, 4, 4, 8), 2),
  `large` = matrix(c(300, 200, 240, 260), 2)
)
with_gaps <- list(`empty row and column` = rbind(c(3, 0, 5), c(0, 0, 0), c(6, 0, 2)), `empty last column` = cbind(satisfaction, 0))
chi_case <- function(m, name, yates) {
  kept <- m[rowSums(m) > 0, colSums(m) > 0, drop = FALSE]
  fit <- suppressWarnings(chisq.test(kept, correct = yates)); plain <- suppressWarnings(chisq.test(kept, correct = FALSE))
  v <- effectsize::cramers_v(kept, adjust = FALSE, ci = NULL)$Cramers_v
  corrected <- if (sum(m) > 2) effectsize::cramers_v(kept, adjust = TRUE, ci = NULL)$Cramers_v_adjusted else 0
  hand <- sqrt(unname(plain$statistic) / (sum(m) * (min(dim(kept)) - 1))); stopifnot(abs(v - hand) < 1e-12)
  case(list(table = rows_of(m), yates = yates),
       list(statistic = unname(fit$statistic), df = unname(fit$parameter), pValue = fit$p.value, expected = rows_of(fit$expected),
            cellsBelowFive = sum(fit$expected < 5), cells = length(kept), cramersV = v, cramersVCorrected = if (is.nan(corrected)) 0 else corrected,
            n = sum(m), droppedRows = I(which(rowSums(m) == 0) - 1), droppedColumns = I(which(colSums(m) == 0) - 1)), name)
}
chi_tables <- c(count_tables, with_gaps)
chi_cases <- lapply(names(chi_tables), function(name) chi_case(chi_tables[[name]], name, FALSE))
yates_cases <- c(lapply(names(fisher_two), function(name) chi_case(fisher_two[[name]], name, TRUE)),
                 lapply(names(count_tables)[c(1, 2, 8, 12)], function(name) chi_case(count_tables[[name]], name, TRUE)))
unavailable_tables <- list(
  case(list(table = rows_of(rbind(c(3, 4, 5))), yates = FALSE), no_one("fewer than two rows of the table hold anyone"), "one row"),
  case(list(table = rows_of(cbind(c(3, 4, 0), 0)), yates = FALSE), no_one("fewer than two columns of the table hold anyone"), "one column"),
  case(list(table = rows_of(matrix(0, 2, 2)), yates = FALSE), no_one("fewer than two rows of the table hold anyone"), "nobody"),
  case(list(table = rows_of(rbind(c(0, 9, 0), 0)), yates = FALSE), no_one("fewer than two rows of the table hold anyone"), "all in one cell")
)

## Fisher's exact test of larger tables. fisher.test counts tables within 3.5e-7 of the one seen, this project within 1e-7:
## no table here lies between
larger <- list(
  `job satisfaction by income` = satisfaction,
  `three by three` = matrix(c(3, 1, 4, 2, 6, 5, 0, 2, 7), 3, byrow = TRUE),
  `cylinders by gears, mtcars` = unname(table(mtcars$cyl, mtcars$gear)),
  `education by induced, infert` = unname(table(infert$education, infert$induced)),
  `a 2 x 2 table` = two(2, 10, 15, 3),
  `six sites, yes and no` = matrix(c(2, 5, 5, 12, 9, 11, 3, 4, 14, 21, 4, 2), 6, byrow = TRUE),
  `six sites, three answers` = matrix(c(2, 5, 3, 5, 8, 7, 9, 7, 4, 3, 4, 0, 14, 11, 10, 4, 2, 1), 6, byrow = TRUE),
  `six sites, five answers` = matrix(c(0, 1, 2, 3, 1, 1, 0, 2, 4, 2, 0, 0, 1, 2, 3, 2, 1, 1, 1, 0, 0, 1, 3, 2, 2, 1, 1, 2, 0, 1), 6, byrow = TRUE),
  `perfect association` = diag(c(5, 2, 9)),
  `perfect association, four` = diag(c(6, 6, 6, 6)),
  `p exactly 1` = matrix(c(2, 2, 2, 2, 2, 2), 2),
  `one a row` = matrix(c(1, 0, 1, 0, 0, 1, 0, 1), 4, byrow = TRUE),
  `many ties` = matrix(c(3, 0, 1, 0, 3, 1, 1, 1, 3), 3),
  `large and sparse` = matrix(c(190, 3, 5, 180, 9, 2, 195, 1, 12), 3, byrow = TRUE),
  `empty row and column` = rbind(c(3, 0, 5, 1), c(0, 0, 0, 0), c(6, 0, 2, 4))
)
halton_case <- function(name) {
  m <- larger[[name]]; kept <- m[rowSums(m) > 0, colSums(m) > 0]
  case(list(table = rows_of(m)), list(kind = "fisherFreemanHaltonTest", pValue = fisher.test(kept, workspace = 2e8)$p.value, n = sum(m),
       droppedRows = I(which(rowSums(m) == 0) - 1), droppedColumns = I(which(colSums(m) == 0) - 1)), name)
}
crowded <- c(larger[c(1, 2, 6, 7)], list(
  `six sites, five answers, n = 82` = matrix(c(0, 1, 2, 3, 1, 1, 0, 2, 14, 12, 0, 0, 1, 2, 3, 2, 1, 5, 11, 10, 0, 1, 3, 12, 2, 1, 1, 2, 0, 1), 6, byrow = TRUE)))
crowded_case <- function(name) case(list(table = rows_of(crowded[[name]]), exact = fisher.test(crowded[[name]], workspace = 2e8)$p.value),
  list(n = sum(crowded[[name]]), within = "4 standard errors"), name)

## Cochran-Armitage: prop.trend.test, and coin's exact conditional distribution
smokers <- list(x = c(83, 90, 129, 70), n = c(86, 93, 136, 82), scores = 1:4)
by_cases <- function(success, total, scores) list(x = success, n = total, scores = scores)
esoph_alc <- aggregate(cbind(ncases, ncontrols) ~ alcgp, esoph, sum)
trends <- list(
  `four groups of twelve` = by_cases(c(3, 6, 8, 11), rep(12, 4), 1:4),
  `smokers, help of prop.trend.test` = smokers,
  `smokers, uneven scores` = by_cases(smokers$x, smokers$n, c(0, 0, 0, 1)),
  `alcohol and oesophageal cancer, esoph` = by_cases(esoph_alc$ncases, esoph_alc$ncases + esoph_alc$ncontrols, c(20, 60, 100, 150)),
  `parity, infert` = { t <- table(infert$parity, infert$case); by_cases(unname(t[, 2]), unname(rowSums(t)), 1:6) },
  `complete separation` = by_cases(c(0, 0, 5, 5), rep(5, 4), 1:4),
  `two groups` = by_cases(c(1, 5), c(6, 7), 1:2),
  `two people` = by_cases(c(0, 1), c(1, 1), 1:2),
  `no trend` = by_cases(c(2, 4, 2), c(6, 6, 6), 1:3),
  `scores with decimals` = by_cases(c(1, 3, 2, 6), c(7, 6, 5, 8), c(0.1, 0.2, 0.7, 1.5)),
  `falling, negative scores` = by_cases(c(5, 3, 1), c(6, 7, 8), c(-1, 0, 2)),
  `six sites` = by_cases(c(2, 5, 9, 3, 14, 4), c(5, 12, 20, 7, 35, 6), 1:6)
)
trend_input <- function(t) list(groups = Map(function(successes, n) list(successes = successes, n = n), as.vector(t$x), as.vector(t$n)) |> unname(), scores = I(t$scores))
trend_case <- function(name) {
  t <- trends[[name]]; fit <- suppressWarnings(prop.trend.test(t$x, t$n, t$scores))
  line <- lm(p ~ s, data.frame(p = t$x / t$n, s = t$scores), weights = t$n)
  case(trend_input(t), list(statistic = unname(fit$statistic), pValue = fit$p.value, slope = unname(coef(line)[2]), n = sum(t$n)), name)
}
exact_trend_case <- function(name) {
  t <- trends[[name]]
  score <- rep(rep(t$scores, 2), c(t$x, t$n - t$x)); success <- rep(c(1, 0), c(sum(t$x), sum(t$n) - sum(t$x)))
  # coin's shift algorithm wants whole scores: all are multiples of a tenth
  data <- data.frame(score = round(score * 10) - min(round(score * 10)), success = factor(success, levels = c(1, 0)))
  p <- function(alternative) pvalue(independence_test(score ~ success, data, distribution = exact(algorithm = "shift"), alternative = alternative))
  case(trend_input(t), list(statistic = sum(t$x * t$scores), expected = sum(t$n * t$scores) * sum(t$x) / sum(t$n),
       pValue = as.numeric(p("two.sided")), pValueGreater = as.numeric(p("greater")), pValueLess = as.numeric(p("less"))), name)
}
small_trends <- names(trends)[vapply(trends, function(t) sum(t$n) <= 120, TRUE)]

write_methods("tables", list(
  `fisher-exact` = reference(by("stats", "fisher.test and uniroot"), fisher_cases),
  `fisher-freeman-halton` = reference(by("stats", "fisher.test"), c(lapply(names(larger), halton_case), lapply(unavailable_tables, function(one) { one$input$yates <- NULL; one }))),
  `fisher-freeman-halton-monte-carlo` = reference(by("stats", "fisher.test, exact"), lapply(names(crowded), crowded_case)),
  `chi-squared-test` = reference(paste(by("stats", "chisq.test;"), by("effectsize", "cramers_v")), c(chi_cases, unavailable_tables)),
  `chi-squared-test-yates` = reference(by("stats", "chisq.test, correct = TRUE"), yates_cases),
  `cochran-armitage` = reference(by("stats", "prop.trend.test"), lapply(names(trends), trend_case)),
  `cochran-armitage-exact` = reference(by("coin", "independence_test, exact"), lapply(small_trends, exact_trend_case))
))
