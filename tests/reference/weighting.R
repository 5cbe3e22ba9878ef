# Expected values for src/stats/weighting and src/stats/missingness.
# Run from the project root: Rscript tests/reference/weighting.R
source("tests/reference/write-json.R")
suppressMessages(library(survey))
data(api); data(crowd)

## Raking. survey::rake stops early, so it is run to the last digits, and every case is solved again as a
## calibration by Newton's method (calfun = "raking"), which must agree.
design_of <- function(people, weights) svydesign(~1, data = people, weights = weights)
table_of <- function(variable, targets) setNames(data.frame(names(targets), as.vector(targets)), c(variable, "Freq"))
raked <- function(people, targets, weights = rep(1, nrow(people))) {
  design <- design_of(people, weights)
  formulas <- lapply(names(targets), function(v) as.formula(paste0("~", v)))
  tables <- mapply(table_of, names(targets), targets, SIMPLIFY = FALSE)
  fit <- weights(rake(design, formulas, tables, control = list(maxit = 20000, epsilon = 1e-13, verbose = FALSE)))
  full <- as.formula(paste0("~", paste(names(targets), collapse = "+")))
  columns <- model.matrix(full, people)
  total <- sum(targets[[1]])
  population <- c(total, unlist(lapply(names(targets), function(v) {
    levels <- levels(factor(people[[v]]))
    setNames(targets[[v]][levels], paste0(v, levels))[-1]
  })))
  names(population) <- colnames(columns)
  newton <- weights(calibrate(design_of(people, weights * total / sum(weights)), full, population, calfun = "raking", epsilon = 1e-13, maxit = 500))
  stopifnot(max(abs(unname(fit) / unname(newton) - 1)) < 1e-9)
  unname(newton)
}
kish <- function(w) sum(w)^2 / sum(w^2)
raking_case <- function(name, people, targets, over = NULL) {
  people[] <- lapply(people, as.character)
  w <- raked(people, targets); cut <- logical(nrow(people))
  if (!is.null(over)) for (round in 1:120) {
    limit <- over * median(w); heavy <- w > limit * (1 + 1e-10)
    if (!any(heavy)) break
    stopifnot(round < 120)
    cut <- cut | heavy; w <- raked(people, targets, pmin(w, limit))
  }
  margins <- lapply(names(targets), function(v) list(variable = v, categories = I(people[[v]]), targets = as.list(targets[[v]])))
  options <- c(list(minimumPerCategory = 1), if (!is.null(over)) list(trimOver = over))
  case(list(margins = margins, options = options),
       list(weights = I(w), trimmed = sum(cut), effectiveN = kish(w), designEffect = nrow(people) / kish(w), n = nrow(people)), name)
}
eight <- data.frame(sex = c("F","F","F","M","M","M","M","M"), grade = c("A","B","B","A","A","B","B","B"))
schools <- apistrat[, c("stype", "sch.wide", "awards")]
population <- lapply(apipop[, names(schools)], function(v) c(table(as.character(v))))
lonely <- data.frame(a = c(rep("x", 40), rep("y", 8)), b = c(rep("u", 36), rep("v", 4), rep("u", 7), "v"))
cars <- data.frame(cyl = mtcars$cyl, gear = mtcars$gear, am = mtcars$am)
raking <- list(
  raking_case("eight people, two margins", eight, list(sex = c(F = 12, M = 8), grade = c(A = 9, B = 11))),
  raking_case("one margin, post-stratification", eight["sex"], list(sex = c(F = 12, M = 8))),
  raking_case("already in proportion", eight, list(sex = c(F = 3, M = 5), grade = c(A = 3, B = 5))),
  raking_case("targets as shares", eight, list(sex = c(F = 0.6, M = 0.4), grade = c(A = 0.45, B = 0.55))),
  raking_case("survey's apistrat to apipop, three margins", schools, population),
  raking_case("R's warpbreaks, twisted", warpbreaks[, c("wool", "tension")], list(wool = c(A = 100, B = 20), tension = c(L = 10, M = 30, H = 80))),
  raking_case("R's mtcars, empty cells", cars, list(cyl = c("4" = 40, "6" = 30, "8" = 30), gear = c("3" = 45, "4" = 40, "5" = 15), am = c("0" = 55, "1" = 45))),
  raking_case("one person for many", lonely, list(a = c(x = 30, y = 30), b = c(u = 30, v = 30)))
)
trimming <- list(
  raking_case("one person for many, 6 times the median", lonely, list(a = c(x = 40, y = 20), b = c(u = 42, v = 18)), 6),
  raking_case("survey's apistrat, 1.4 times the median", schools, population, 1.4),
  raking_case("R's warpbreaks, nothing to trim", warpbreaks[, c("wool", "tension")], list(wool = c(A = 30, B = 24), tension = c(L = 16, M = 18, H = 20)), 5)
)

## Kish
weight_sets <- list(`equal` = rep(2.5, 7), `apistrat` = apistrat$pw, `some of nothing` = c(0, 0, 1, 3), `far apart` = c(1e-9, 1, 1e9),
  `huge` = c(1e200, 2e200), `one` = 3)
kish_cases <- lapply(names(weight_sets), function(name) { w <- weight_sets[[name]]
  s <- w / max(w); case(list(weights = I(w)), list(effectiveN = kish(s), designEffect = length(w) / kish(s), n = length(w)), name) })

## Weighted mean: svymean and its t interval on n - 1
mean_case <- function(name, y, w, level) {
  kept <- w > 0
  fit <- svymean(~y, design_of(data.frame(y = y[kept]), w[kept])); df <- sum(kept) - 1
  limits <- confint(fit, level = level, df = df)
  case(list(values = I(y), weights = I(w), level = level),
       list(estimate = unname(coef(fit)), low = limits[1], high = limits[2], standardError = as.vector(SE(fit)), df = df, effectiveN = kish(w)), name)
}
values <- list(
  list("apistrat, api00", apistrat$api00, apistrat$pw), list("apistrat, enroll", apistrat$enroll, apistrat$pw),
  list("equal weights, R's sleep", sleep$extra, rep(1, 20)), list("a weight of nothing", c(3, 9, 4, 5), c(1, 0, 2, 0.5)),
  list("two values", c(0.1, 0.3), c(1, 3)), list("large and close together", 1e6 + c(0.25, 0.5, 1), c(1, 2, 3)))
means <- unlist(lapply(values, function(v) lapply(c(0.8, 0.95, 0.99), function(level) mean_case(v[[1]], v[[2]], v[[3]], level))), recursive = FALSE)

## Weighted proportion: prop.test without correction is Wilson's interval, and takes parts of people
proportion_case <- function(name, hit, w, level) {
  p <- weighted.mean(hit, w); m <- kish(w)
  limits <- suppressWarnings(prop.test(p * m, m, conf.level = level, correct = FALSE)$conf.int)
  z <- qnorm((1 + level) / 2); centre <- (p + z^2 / (2 * m)) / (1 + z^2 / m); half <- z / (1 + z^2 / m) * sqrt(p * (1 - p) / m + z^2 / (4 * m^2))
  stopifnot(max(abs(limits - c(centre - half, centre + half))) < 1e-12)
  case(list(answers = I(hit), weights = I(w), level = level), list(estimate = p, low = limits[1], high = limits[2], effectiveN = m, designEffect = length(w) / m), name)
}
answers <- list(list("apistrat, awards", apistrat$awards == "Yes", apistrat$pw), list("equal weights", c(TRUE, TRUE, FALSE, TRUE), rep(1, 4)),
  list("four", c(TRUE, TRUE, FALSE, TRUE), c(1, 1, 2, 2)), list("nobody", rep(FALSE, 5), 1:5), list("everyone", rep(TRUE, 5), 1:5))
proportions <- unlist(lapply(answers, function(v) lapply(c(0.9, 0.95), function(level) proportion_case(v[[1]], v[[2]], v[[3]], level))), recursive = FALSE)

## Bounds: the people who did not answer are written out, all at one end, and averaged
bounds_case <- function(answered, missing, lowest, highest, input, name) {
  end <- function(value) mean(c(answered, rep(value, missing)))
  case(input, list(observed = if (length(answered)) mean(answered) else NA, low = end(lowest), high = end(highest), responseRate = length(answered) / (length(answered) + missing)), name)
}
count_bounds <- function(successes, answered, invited, name) bounds_case(rep(1:0, c(successes, answered - successes)), invited - answered, 0, 1,
  list(successes = successes, answered = answered, invited = invited), name)
proportion_bounds <- list(count_bounds(9, 12, 20, "nine of twelve of twenty"), count_bounds(0, 5, 8, "no successes"), count_bounds(5, 5, 8, "all successes"),
  count_bounds(7, 11, 11, "everyone answered"), count_bounds(0, 0, 6, "nobody answered"), count_bounds(61, 158, 263, "many"))
score_bounds <- function(scores, invited, lowest, highest, name) bounds_case(scores, invited - length(scores), lowest, highest,
  list(mean = if (length(scores)) mean(scores) else NA, answered = length(scores), invited = invited, lowest = lowest, highest = highest), name)
mean_bounds <- list(score_bounds(attitude$rating, 40, 0, 100, "R's attitude"), score_bounds(c(-2, 0, 1, 2), 10, -4, 4, "changes on a 5-point scale"),
  score_bounds(c(5, 5, 5), 9, 1, 5, "at the top"), score_bounds(c(2, 3), 2, 1, 5, "everyone answered"), score_bounds(numeric(0), 4, 0, 100, "nobody answered"))

## Missing items: rowMeans under four rules
item_case <- function(m, lowest, highest, reversed, rule, name) {
  turned <- m; turned[, reversed] <- lowest + highest - m[, reversed]
  k <- ncol(m); answered <- rowSums(!is.na(m)); filled <- turned
  imputes <- identical(rule, "missing items take the item's mean")
  if (imputes) for (j in seq_len(k)) filled[is.na(m[, j]), j] <- mean(turned[, j], na.rm = TRUE)
  share <- if (is.list(rule)) rule$atLeastShare else c("every item answered" = 1, "at least half answered" = 0.5)[rule]
  needed <- if (is.na(share)) 1 else max(1, ceiling(round(share * k, 9)))
  scores <- 100 * (rowMeans(filled, na.rm = TRUE) - lowest) / (highest - lowest)
  scores[answered < needed] <- NA
  part <- sum(answered >= needed & answered < k)
  case(list(answers = rows_of(m), items = lapply(seq_len(k), function(j) list(lowest = lowest, highest = highest, isReversed = j %in% reversed)), rule = rule),
       list(scores = I(unname(scores)), complete = sum(answered == k), prorated = if (imputes) 0 else part, imputed = if (imputes) part else 0,
            unscored = sum(answered < needed)), name)
}
bfi <- as.matrix(psych::bfi[c(1:40, 2700:2740), 1:5]); bfi[3, ] <- NA; bfi[5, 2:5] <- NA; bfi[8, 1:2] <- NA; bfi[11, 1:3] <- NA
six <- rbind(c(5, 4, NA, 3, NA, 4), c(1, NA, NA, NA, 2, 3), c(NA, NA, NA, NA, NA, 2), rep(5, 6), rep(NA, 6), c(2, 3, 3, NA, 1, 2))
rules <- list("every item answered", "at least half answered", "any item answered", "missing items take the item's mean", list(atLeastShare = 0.7), list(atLeastShare = 2/3))
items <- unlist(lapply(rules, function(rule) list(item_case(bfi, 1, 6, 1, rule, "psych's bfi, agreeableness"), item_case(six, 1, 5, integer(0), rule, "six items"),
  item_case(matrix(c(1, NA, 5), 3), 1, 5, integer(0), rule, "one item"))), recursive = FALSE)

write_methods("weighting", list(
  raking = reference(by("survey", "calibrate (raking) and rake"), raking),
  `raking-trimmed` = reference(by("survey", "calibrate (raking), cut and calibrated in turn"), trimming),
  `kish-effective-n` = reference(by("base", "sum(w)^2 / sum(w^2)"), kish_cases),
  `weighted-mean` = reference(by("survey", "svymean"), means),
  `weighted-proportion` = reference(by("stats", "prop.test on Kish's effective n"), proportions),
  `non-response-bounds` = reference(by("base", "mean with the missing written out"), proportion_bounds),
  `mean-bounds` = reference(by("base", "mean with the missing written out"), mean_bounds),
  `item-rules` = reference(by("base", "rowMeans"), items)
))
