# Expected values for src/stats/ordinal. Run from the project root: Rscript tests/reference/ordinal.R
suppressMessages({ library(MASS); library(ordinal); library(psych) })
source("tests/reference/write-json.R")

## Fits: ordinal::clm until its gradient is below 1e-10, confirmed by MASS::polr; two answers only, glm. Profile limits: the
## model fitted again with the coefficient as an offset, uniroot on the deviance, confirmed by confint's spline to 1e-3
tight <- clm.control(gradTol = 1e-10, maxIter = 500L, method = "Newton")
fit_one <- function(y, X, w, offset) {
  d <- data.frame(y = y, X, w = w, off = offset)
  if (nlevels(y) == 2) {
    f <- if (ncol(X)) reformulate(c(names(X), "offset(off)"), "y") else y ~ offset(off)
    m <- suppressWarnings(glm(f, binomial, d, weights = w, epsilon = 1e-15, maxit = 200))
    # once more from the optimum: glm's covariance is that of one step before its last
    m <- suppressWarnings(glm(f, binomial, d, weights = w, epsilon = 1e-15, maxit = 200, start = coef(m)))
    list(logLik = as.numeric(logLik(m)), beta = coef(m)[-1], alpha = -coef(m)[1], V = vcov(m), m = m)
  } else {
    f <- if (ncol(X)) reformulate(c(names(X), "offset(off)"), "y") else y ~ offset(off)
    m <- clm(f, data = d, weights = w, control = tight)
    stopifnot(m$maxGradient < 1e-9)
    list(logLik = as.numeric(logLik(m)), beta = m$beta, alpha = m$alpha, V = vcov(m), m = m)
  }
}
ll_at <- function(y, X, w, k, value, base = 0) fit_one(y, X[, -k, drop = FALSE], w, base + value * (X[, k] - mean(X[, k])))$logLik
limit <- function(deviance, height, inner, step) {
  f <- function(v) deviance(v) - height
  outer <- inner + step; while (f(outer) < 0) { inner <- outer; outer <- outer + step }
  r <- uniroot(f, sort(c(inner, outer)), tol = 1e-12)$root
  stopifnot(abs(f(r)) < 1e-8); r
}
by_order <- function(x) factor(x, levels = sort(unique(x)), ordered = TRUE)
regression <- function(x, level, height = qchisq(level, 1)) {
  keep <- x$w > 0
  y <- by_order(x$y[keep]); X <- x$X[keep, , drop = FALSE]; w <- x$w[keep]
  m <- fit_one(y, X, w, 0 * w)
  null <- { n <- tapply(w, y, sum); sum(n * log(n / sum(n))) }
  if (nlevels(y) > 2) {
    p <- polr(reformulate(names(X), "y"), data = data.frame(y = y, scale(X, scale = FALSE), w = w), weights = w, control = list(reltol = 1e-16, maxit = 1000))
    stopifnot(max(abs(p$coefficients - m$beta)) < 1e-4, abs(as.numeric(logLik(p)) - m$logLik) < 1e-8)
  }
  se <- sqrt(diag(m$V))
  se_beta <- if (nlevels(y) == 2) se[-1] else se[names(m$beta)]
  se_alpha <- if (nlevels(y) == 2) se[1] else se[seq_along(m$alpha)]
  coefficients <- lapply(seq_along(X), function(k) {
    deviance <- function(v) { D <- 2 * (m$logLik - ll_at(y, X, w, k, v)); if (abs(D) < 1e-12) 0 else D }
    low <- limit(deviance, height, m$beta[[k]], -2 * se_beta[[k]]); high <- limit(deviance, height, m$beta[[k]], 2 * se_beta[[k]])
    list(name = names(X)[k], estimate = m$beta[[k]], standardError = se_beta[[k]], low = low, high = high, limits = "both",
         pValue = pchisq(deviance(0), 1, lower.tail = FALSE),
         oddsRatio = exp(m$beta[[k]]), oddsRatioLow = exp(low), oddsRatioHigh = exp(high))
  })
  if (nlevels(y) > 2) {
    spline <- suppressWarnings(suppressMessages(confint(m$m, level = level, type = "profile", nsteps = 30)))
    ours <- t(vapply(coefficients, function(one) c(one$low, one$high), c(0, 0)))
    stopifnot(max(abs(spline - ours) / se_beta) < 1e-3)
  }
  codes <- as.numeric(levels(y)); statistic <- 2 * (m$logLik - null); if (abs(statistic) < 1e-12) statistic <- 0
  list(kind = "proportionalOdds", coefficients = coefficients,
       thresholds = lapply(seq_along(m$alpha), function(j) list(below = codes[j], above = codes[j + 1], estimate = m$alpha[[j]], standardError = se_alpha[[j]])),
       logLikelihood = m$logLik, nullLogLikelihood = null,
       likelihoodRatio = list(statistic = statistic, df = length(X), pValue = pchisq(statistic, length(X), lower.tail = FALSE)),
       separatedBy = list(), n = sum(w), categories = I(codes), level = level)
}
input_of <- function(x, level) list(answers = I(x$y), covariates = lapply(names(x$X), function(k) list(name = k, values = I(x$X[[k]]))), counts = I(x$w), level = level)
data_of <- function(y, ..., w = rep(1, length(y))) list(y = as.numeric(y), X = data.frame(...), w = as.numeric(w))

set.seed(20261127)
B <- data_of(c(4,5,3,4,4,5,2,5,4,3, 3,2,3,4,2,1,3,4,3,2,3), induction = rep(1:0, c(10, 11)))
cheese <- rbind(c(0,0,1,7,8,8,19,8,1), c(6,9,12,11,7,6,1,0,0), c(1,1,6,8,23,7,5,1,0), c(0,0,0,1,3,7,14,16,11))
additive <- as.vector(row(cheese))
item <- na.omit(bfi[1:250, c("A1", "gender", "age")])
big <- { x <- round(rnorm(1000), 1); g <- rbinom(1000, 1, .4); aggregate(n ~ y + x + g, data.frame(y = cut(.5 * x - .8 * g + rlogis(1000), c(-Inf, -2, -1, 0.5, 2, Inf), labels = FALSE), x = round(x), g = g, n = 1), sum) }
models <- list(
  `ten with induction, eleven without` = B,
  `wine: bitterness by temperature and contact` = data_of(as.integer(wine$rating), warm = as.integer(wine$temp == "warm"), contact = as.integer(wine$contact == "yes")),
  `housing in Copenhagen` = data_of(as.integer(housing$Sat), medium = as.integer(housing$Infl == "Medium"), high = as.integer(housing$Infl == "High"),
     apartment = as.integer(housing$Type == "Apartment"), atrium = as.integer(housing$Type == "Atrium"), terrace = as.integer(housing$Type == "Terrace"),
     contact = as.integer(housing$Cont == "High"), w = housing$Freq),
  `cheese tasting, McCullagh` = data_of(as.vector(col(cheese)), A = as.integer(additive == 1), B = as.integer(additive == 2), C = as.integer(additive == 3), w = as.vector(cheese)),
  `an item of psych's bfi by sex and age` = data_of(item$A1, woman = item$gender - 1, age = item$age),
  `esoph: age group by cases` = { e <- esoph; data_of(rep(as.integer(e$agegp), 2), case = rep(1:0, each = nrow(e)), w = c(e$ncases, e$ncontrols)) },
  `answers nobody gave between` = data_of(c(1, 1, 4, 4, 7, 7, 1, 7, 4), x = c(0, 1, 0, 1, 1, 1, 0, 0, 1)),
  `n = 1000 with ties` = data_of(big$y, x = big$x, g = big$g, w = big$n),
  `two answers, infert` = data_of(infert$case, spontaneous = infert$spontaneous, induced = infert$induced),
  `two answers, mtcars` = data_of(mtcars$am, weight = mtcars$wt),
  `no effect at all` = data_of(rep(1:3, 4), x = rep(0:1, each = 6)),
  `covariate far from zero` = data_of(c(1, 2, 1, 3, 2, 3, 3, 2, 1, 3), age = 45:54),
  `one nearly alone in a category` = data_of(c(1, rep(2, 8), rep(3, 6)), x = c(0, rep(0:1, 4), 0, 1, 1, 1, 1, 0))
)
levels_of <- c(0.95, 0.9)
fits <- unlist(lapply(names(models), function(name) lapply(if (name == names(models)[1]) levels_of else 0.95, function(level)
  case(input_of(models[[name]], level), regression(models[[name]], level), name))), recursive = FALSE)

## Separation by one covariate: at 70 its coefficient has all but reached the limit of the likelihood, exp(-35) short of it
apart <- list(
  `complete separation, four answers` = list(x = data_of(c(1, 2, 2, 3, 3, 4), g = rep(0:1, each = 3)), by = 1, side = 1),
  `complete separation downwards` = list(x = data_of(c(5, 4, 4, 3, 3, 1), g = rep(0:1, each = 3)), by = 1, side = -1),
  `quasi-complete separation` = list(x = data_of(c(1, 2, 3, 3, 3, 4, 3), g = rep(0:1, c(4, 3))), by = 1, side = 1),
  `two people` = list(x = data_of(c(1, 2), g = c(0, 1)), by = 1, side = 1),
  `another covariate beside it` = list(x = data_of(c(1, 2, 2, 3, 3, 4, 1, 3), g = c(0, 0, 0, 1, 1, 1, 0, 1), h = c(0, 1, 0, 1, 0, 1, 1, 0.5)), by = 1, side = 1),
  `everyone at the top after` = list(x = data_of(c(3, 4, 2, 4, 5, 5, 5, 5, 5), after = rep(0:1, c(4, 5))), by = 1, side = 1)
)
# clm walks out in small steps, each fit starting from the last; two answers, glm
walk <- function(y, X, w, by, value) {
  if (nlevels(y) == 2) return(fit_one(y, X, w, value * by)$logLik)
  d <- data.frame(y = y, X, w = w)
  f <- if (ncol(X)) reformulate(c(names(X), "offset(off)"), "y") else y ~ offset(off)
  start <- NULL
  for (v in seq(0, value, length.out = ceiling(abs(value)) + 1)) {
    d$off <- v * (by - mean(by))
    m <- if (is.null(start)) clm(f, data = d, weights = w, control = tight) else clm(f, data = d, weights = w, control = tight, start = start)
    stopifnot(m$maxGradient < 1e-9)
    start <- c(m$alpha, m$beta)
  }
  as.numeric(logLik(m))
}
separated <- lapply(names(apart), function(name) {
  s <- apart[[name]]; x <- s$x; y <- by_order(x$y); k <- s$by; far <- 70 * s$side; height <- qchisq(.95, 1)
  at <- function(v) walk(y, x$X[, -k, drop = FALSE], x$w, x$X[, k], v)
  sup <- at(far); deviance <- function(v) 2 * (sup - at(v))
  f <- function(v) deviance(v) - height
  edge <- uniroot(f, c(-12, 12), tol = 1e-11)$root
  bound <- list(name = names(x$X)[k], estimate = "unbounded", standardError = "unbounded",
    low = if (s$side > 0) edge else "unbounded", high = if (s$side > 0) "unbounded" else edge,
    limits = if (s$side > 0) "lower only" else "upper only", pValue = pchisq(deviance(0), 1, lower.tail = FALSE),
    oddsRatio = if (s$side > 0) "unbounded" else 0, oddsRatioLow = if (s$side > 0) exp(edge) else 0, oddsRatioHigh = if (s$side > 0) "unbounded" else exp(edge))
  null <- { n <- table(y); sum(n * log(n / sum(n))) }
  statistic <- 2 * (sup - null)
  case(input_of(x, 0.95), list(kind = "proportionalOdds", coefficients = c(list(bound), rep(list(NULL), length(x$X) - 1)),
       logLikelihood = if (abs(sup) < 1e-12) 0 else sup, nullLogLikelihood = null,
       likelihoodRatio = list(statistic = statistic, df = length(x$X), pValue = pchisq(statistic, length(x$X), lower.tail = FALSE)),
       separatedBy = I(names(x$X)[k]), n = length(y)), name)
})

no_one <- function(reason) list(kind = "unavailable", reason = reason)
nothing <- list(
  case(input_of(data_of(c(3, 3, 3), x = 0:2), 0.95), no_one("fewer than two different answers were given"), "one category only"),
  case(input_of(data_of(c(1, 2, 3), x = c(4, 4, 4)), 0.95), no_one("x has one value"), "a covariate with one value")
)

## Odds ratios at each cut: glm
by_cut <- function(name) {
  x <- models[[name]]; codes <- sort(unique(x$y[x$w > 0]))
  cuts <- lapply(head(codes, -1), function(code) {
    r <- regression(list(y = as.integer(x$y > code), X = x$X, w = x$w), 0.95)
    list(atOrBelow = code, above = sum(x$w[x$y > code]), coefficients = r$coefficients, logLikelihood = r$logLikelihood)
  })
  case(input_of(x, 0.95), list(kind = "oddsRatiosByCut", cuts = cuts, n = sum(x$w)), name)
}

write_methods("ordinal", list(
  `proportional-odds` = reference(paste0(by("ordinal", "clm, confirmed by polr of MASS; limits by uniroot")), c(fits, nothing)),
  `proportional-odds-separation` = reference(by("ordinal", "clm and uniroot on the likelihood"), separated),
  `odds-ratios-by-cut` = reference(by("stats", "glm; limits by uniroot"), lapply(names(models)[c(3, 5, 8)], by_cut))
))
