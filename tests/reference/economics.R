# Expected values for src/economics and src/costs/uncertainty: from R's own distributions, integrate() and uniroot().
# Run from the project root: Rscript tests/reference/economics.R > tests/reference/economics.json
options(digits = 17)
num <- function(x) formatC(x, digits = 15, format = "g")
rows <- function(...) {
  columns <- list(...)
  keys <- names(columns)
  each <- do.call(mapply, c(list(FUN = function(...) {
    values <- c(...)
    paste0("{ ", paste0('"', keys, '": ', num(values), collapse = ", "), " }")
  }), columns))
  paste0("[", paste(each, collapse = ", "), "]")
}

# EVPI of a normal net benefit: unit normal loss, and the same by integration of max(0, x).
m <- c(0.5, -1, 200, 0)
s <- c(1, 1, 400, 1)
d <- abs(m) / s
closed <- s * (dnorm(d) - d * pnorm(d, lower.tail = FALSE))
integral <- mapply(function(m, s) {
  integrate(function(x) x * dnorm(x, m, s), 0, Inf, rel.tol = 1e-10)$value - max(0, m)
}, m, s)

# Acceptability: change N(12, 3), cost N(6000, 400), apart.
worth <- c(0, 250, 400, 500, 600, 1000)
probability <- pnorm(0, worth * 12 - 6000, sqrt((worth * 3)^2 + 400^2), lower.tail = FALSE)

# Moments of gamma factors by range, and of beta-PERT.
half <- c(0.05, 0.2, 0.5)
sd <- half / qnorm(0.975)
shape <- 1 / sd^2
low <- qgamma(0.025, shape, shape)
high <- qgamma(0.975, shape, shape)
a <- c(0.8, 0.7, 1)
b <- c(1, 1, 1)
cc <- c(1.6, 1, 1.3)
alpha <- 1 + 4 * (b - a) / (cc - a)
beta <- 1 + 4 * (cc - b) / (cc - a)
pert_mean <- a + (cc - a) * alpha / (alpha + beta)
pert_sd <- (cc - a) * sqrt(alpha * beta / ((alpha + beta)^2 * (alpha + beta + 1)))
pert_median <- a + (cc - a) * qbeta(0.5, alpha, beta)

# Where a falling average cost is a threshold.
threshold <- c(2500, 3000, 10000)
cohort <- sapply(threshold, function(t) {
  uniroot(function(n) (50000 + 500 * n) / n - t, c(1, 1000), tol = 1e-12)$root
})

cat("{\n")
cat('  "evpi": ', rows(mean = m, sd = s, closed = closed, integral = integral), ",\n", sep = "")
cat('  "acceptability": ', rows(worth = worth, probability = probability), ",\n", sep = "")
cat('  "gamma": ', rows(half = half, sd = sd, low = low, high = high), ",\n", sep = "")
cat('  "pert": ', rows(low = a, mode = b, high = cc, mean = pert_mean, sd = pert_sd, median = pert_median), ",\n", sep = "")
cat('  "cohort": ', rows(threshold = threshold, n = cohort), "\n", sep = "")
cat("}\n")
