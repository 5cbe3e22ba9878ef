# Expected values for src/stats/reliability. Run from the project root: Rscript tests/reference/reliability.R
suppressPackageStartupMessages({library(psych); library(lavaan); library(boot)})
source("tests/reference/write-json.R")

## Scales: real ones that R and its packages ship, 14 made people, and hard ones
data(bfi, package = "psych")
complete <- function(x) unname(as.matrix(x[complete.cases(x), ]))
bfi_items <- function(items, people, turned = integer()) {
  x <- complete(bfi[, items])[seq_len(people), ]
  x[, turned] <- 7 - x[, turned]
  x
}
made <- matrix(c(4,5,4,4,5, 3,3,2,3,3, 5,5,5,4,5, 2,2,3,2,1, 4,4,4,5,4, 3,4,3,3,4, 5,4,5,5,5, 1,2,1,2,2,
                 4,3,4,4,3, 3,3,3,2,3, 2,3,2,3,2, 5,5,4,5,5, 4,4,5,4,4, 3,2,3,3,2), ncol = 5, byrow = TRUE)
agreeable <- bfi_items(c("A1", "A2", "A3", "A4", "A5"), 100, 1)
scales <- list(
  `attitude` = complete(attitude), `14 made people` = made, `bfi agreeableness` = agreeable,
  `bfi agreeableness, one item not turned` = bfi_items(c("A1", "A2", "A3", "A4", "A5"), 100),
  `bfi conscientiousness` = bfi_items(c("C1", "C2", "C3", "C4", "C5"), 80, 4:5),
  `Holzinger and Swineford, nine tests` = complete(HolzingerSwineford1939[1:60, paste0("x", 1:9)]),
  `three people` = made[1:3, ], `two items` = made[, 1:2], `two people` = made[2:3, ],
  `items that disagree` = cbind(made[, 1], 6 - made[, 2], made[, 3]),
  `far from 0` = 1e6 + made, `from -2e9, in different units` = sweep(sweep(made, 2, c(1, 10, 0.1, 100, 1), "*"), 2, c(-2e9, 0, 5, 3e7, 1), "+"))
columns <- function(x) lapply(seq_len(ncol(x)), function(j) I(x[, j]))
quiet <- function(expression) { sink(nullfile()); on.exit(sink()); suppressWarnings(suppressMessages(expression)) }
named <- function(x) setNames(as.data.frame(x), paste0("item", seq_len(ncol(x))))

## Alpha: psych::alpha, and the mean squares of people and residual of a two-way analysis of variance; Feldt's interval from qf
alpha_of <- function(x) {
  long <- data.frame(y = as.vector(scale(x, colMeans(x), FALSE)), person = factor(row(x)), item = factor(col(x)))
  squares <- anova(lm(y ~ person + item, long))[c("person", "Residuals"), "Mean Sq"]
  from_squares <- suppressWarnings(1 - squares[2] / squares[1])
  from_psych <- quiet(psych::alpha(named(x), warnings = FALSE))$total$raw_alpha
  stopifnot(abs(from_squares - from_psych) < 1e-9)
  from_psych
}
feldt <- function(estimate, n, k, level) 1 - (1 - estimate) * qf(c((1 + level) / 2, (1 - level) / 2), n - 1, (n - 1) * (k - 1))
alpha_case <- function(x, name, estimate = alpha_of(x)) lapply(if (nrow(x) == 14) c(0.8, 0.95, 0.99) else 0.95, function(level) {
  limits <- feldt(estimate, nrow(x), ncol(x), level)
  case(list(items = columns(x), level = level),
       c(list(estimate = estimate, low = limits[1], high = limits[2], n = nrow(x), items = ncol(x)),
         if (estimate < 0) list(caution = "items disagree: check reverse-keyed items")), name)
})
alpha_cases <- unlist(c(lapply(names(scales), function(name) alpha_case(scales[[name]], name)),
  list(alpha_case(made[, c(1, 1, 1)], "the same item three times", 1),
       alpha_case(cbind(made, 3), "an item everyone answered alike", { v <- cov(cbind(made, 3)); 6 / 5 * (1 - sum(diag(v)) / sum(v)) }))), recursive = FALSE)

## Items: psych::alpha for all, on deviations from the first person where an offset would cost it digits
item_cases <- lapply(names(scales), function(name) {
  x <- scales[[name]]; k <- ncol(x); origin <- x[1, ]
  fit <- quiet(psych::alpha(named(sweep(x, 2, origin)), warnings = FALSE))
  v <- cov(sweep(x, 2, origin)); others <- sapply(seq_len(k), function(j) cor(x[, j], rowSums(sweep(x, 2, origin)[, -j, drop = FALSE])))
  stopifnot(all.equal(unname(fit$item.stats$r.drop), others, tolerance = 1e-12))
  case(list(items = columns(x)),
       list(n = nrow(x), alpha = list(estimate = fit$total$raw_alpha), standardisedAlpha = fit$total$std.alpha,
            meanInterItemCorrelation = fit$total$average_r,
            items = lapply(seq_len(k), function(j) list(
              mean = fit$item.stats$mean[j] + origin[j], standardDeviation = fit$item.stats$sd[j],
              itemTotalCorrelation = fit$item.stats$raw.r[j], correctedItemTotalCorrelation = fit$item.stats$r.drop[j],
              alphaIfDeleted = if (k > 2) fit$alpha.drop$raw_alpha[j] else list(kind = "unavailable")))), name)
})

## Bootstrap of alpha: the people of every resample are R's own; the arithmetic on the same people must agree
levels <- c(0.9, 0.95)
set.seed(20260102)
bootstrap_cases <- lapply(c("14 made people", "attitude", "bfi agreeableness, one item not turned"), function(name) {
  x <- scales[[name]][seq_len(min(30, nrow(scales[[name]]))), ]
  alpha_at <- function(x, i) { v <- cov(x[i, ]); ncol(x) / (ncol(x) - 1) * (1 - sum(diag(v)) / sum(v)) }
  b <- boot(x, alpha_at, R = 199)
  without <- sapply(seq_len(nrow(x)), function(i) alpha_at(x[-i, ], seq_len(nrow(x) - 1)))
  limits <- function(type, part, ...) lapply(levels, function(level) {
    ends <- as.vector(tail(suppressWarnings(boot.ci(b, conf = level, type = type, ...))[[part]][1, ], 2))
    list(level = level, low = ends[1], high = ends[2])
  })
  case(list(items = columns(x), rows = rows_of(matrix(as.integer(boot.array(b, indices = TRUE) - 1), nrow = 199)), levels = levels),
       list(estimate = b$t0, replicates = I(as.vector(b$t)), percentile = limits("perc", "percent"),
            bca = limits("bca", "bca", L = mean(without) - without)), name)
})

## Omega: lavaan's one-factor fit (of items in units of their standard deviations) stops about 1e-7 short. The EM algorithm of Rubin and Thayer
## (1982) Psychometrika 47:69-76 goes on from there until the score in loadings and uniquenesses vanishes; lavaan's
## estimates and those of factanal, a third search, must be next to it
discrepancy_score <- function(s, loadings, own) {
  fitted <- tcrossprod(loadings) + diag(own)
  gap <- solve(fitted) %*% (fitted - s) %*% solve(fitted)
  c(2 * gap %*% loadings, diag(gap))
}
expectation_maximisation <- function(s, loadings, own) {
  for (step in 1:1e6) {
    weights <- solve(tcrossprod(loadings) + diag(own), loadings)
    with_factor <- as.vector(s %*% weights)
    loadings <- with_factor / (1 - sum(weights * loadings) + sum(weights * with_factor))
    own <- diag(s) - loadings * with_factor
    if (step %% 100 == 0 && max(abs(discrepancy_score(s, loadings, own))) < 5e-14) return(list(loadings = loadings, own = own))
  }
  stop("the score did not vanish")
}
omega_case <- function(name, x) {
  unit <- apply(x, 2, sd); s <- cor(x)
  d <- named(scale(x))
  fit <- cfa(paste("f =~", paste(names(d), collapse = " + ")), d, std.lv = TRUE, likelihood = "wishart")
  start <- lavInspect(fit, "est")
  best <- expectation_maximisation(s, as.vector(start$lambda), diag(start$theta))
  stopifnot(all(best$own > 0), max(abs(diag(start$theta) - best$own)) < 1e-5,
            max(abs(factanal(x, 1)$uniquenesses - best$own)) < 1e-4)
  fitted <- tcrossprod(best$loadings) + diag(best$own)
  distance <- as.numeric(determinant(fitted)$modulus - determinant(s)$modulus) + sum(diag(solve(fitted, s))) - ncol(x)
  loadings <- unit * best$loadings * sign(sum(unit * best$loadings)); own <- unit^2 * best$own
  case(list(items = columns(x)),
       list(estimate = sum(loadings)^2 / (sum(loadings)^2 + sum(own)), loadings = I(loadings), uniquenesses = I(unname(own)),
            discrepancy = distance, n = nrow(x), items = ncol(x)), name)
}
hs <- HolzingerSwineford1939
omega_cases <- list(
  omega_case("bfi agreeableness", agreeable), omega_case("bfi conscientiousness", scales$`bfi conscientiousness`),
  omega_case("bfi agreeableness, one item not turned", scales$`bfi agreeableness, one item not turned`),
  omega_case("Holzinger and Swineford, nine tests", complete(hs[paste0("x", 1:9)])[1:90, ]),
  omega_case("Holzinger and Swineford, three visual tests", complete(hs[paste0("x", 1:3)])[1:120, ]),
  omega_case("bfi neuroticism", bfi_items(paste0("N", 1:5), 100)),
  omega_case("bfi neuroticism, far from 0 in different units", sweep(bfi_items(paste0("N", 1:5), 100), 2, c(1, 100, 0.01, 1, 10), "*") + 1000))

write_methods("reliability", list(
  `cronbach-alpha` = reference(by("psych", "alpha, anova and qf"), alpha_cases),
  `item-analysis` = reference(by("psych", "alpha"), item_cases),
  `bootstrap-alpha` = reference(by("boot", "boot.ci, perc and bca"), bootstrap_cases),
  `omega-total` = reference(by("lavaan", "cfa, taken on by the EM algorithm until the score vanishes"), omega_cases)
))
