# Expected values for src/stats distributions, from R's own p and q functions.
# Run from the project root: Rscript tests/reference/distributions.R
source("tests/reference/write-json.R")

dfs <- c(0.5, 1, 1.5, 2, 3, 4.75, 5, 10, 29, 30.5, 100, 365, 1000)
ts <- c(0, 1e-8, 0.01, 0.3, 0.7, 1, 1.5, 1.7, 2, 2.57, 4, 8, 20, 50, 1e4, 1e9, 1e100)
ps <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-10, 1e-5, 0.001, 0.005, 0.025, 0.05, 0.1, 0.2,
        0.25, 0.26, 0.4, 0.49, 0.4999, 0.6, 0.8, 0.9, 0.95, 0.975, 0.995, 0.9999)
zs <- c(0, 1e-10, 0.1, 0.5, 1, 1.5, 1.96, 1.999, 2, 2.001, 2.5, 3, 4, 5, 7, 10, 15, 20, 30, 37)
shapes <- c(0.5, 1, 2, 3.5, 6.5, 20, 52, 500)

# qt and qf stop early in far tails (qt(1e-200, 1.5) is out by 1 %, qf(0.005, 1, 2000) by 4e-9), while pt, dt,
# pf and df hold their digits, so R's quantiles are finished here with Newton steps on R's own functions.
qt_polished <- function(p, df) {
  tail <- pmin(p, 1 - p)
  q <- qt(tail, df)
  for (step in 1:20) q <- q - (pt(q, df) - tail) / dt(q, df)
  ifelse(p > 0.5, -q, q)
}
qf_polished <- function(p, df1, df2) {
  q <- qf(p, df1, df2)
  for (step in 1:8) q <- q - (pf(q, df1, df2) - p) / df(q, df1, df2)
  q
}

rows <- function(grid, value) {
  grid$expected <- value(grid)
  grid <- grid[is.finite(grid$expected) & abs(grid$expected) > 1e-300, ]
  rownames(grid) <- NULL
  grid
}

chi <- expand.grid(p = c(1e-300, 1e-100, 1e-20, 1e-6, 0.01, 0.05, 0.3, 0.5, 0.8, 0.99), df = dfs)
chi$x <- signif(qchisq(chi$p, chi$df, lower.tail = FALSE), 12)
chi <- chi[chi$x > 0, c("x", "df")]

values <- list(
  normalUpperTail = rows(expand.grid(z = c(zs, -zs[-1])), function(g) pnorm(g$z, lower.tail = FALSE)),
  normalQuantile = rows(data.frame(p = ps), function(g) qnorm(g$p)),
  studentTUpperTail = rows(expand.grid(t = c(ts, -ts[2:10]), df = dfs),
                           function(g) pt(g$t, g$df, lower.tail = FALSE)),
  studentTQuantile = rows(expand.grid(p = ps, df = dfs), function(g) qt_polished(g$p, g$df)),
  chiSquaredUpperTail = rows(chi, function(g) pchisq(g$x, g$df, lower.tail = FALSE)),
  betaCdf = rows(expand.grid(x = c(1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999), a = shapes, b = shapes),
                 function(g) pbeta(g$x, g$a, g$b)),
  fQuantile = rows(expand.grid(p = c(0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995),
                               df1 = c(1, 2, 5, 13, 39, 200), df2 = c(1, 3, 10, 52, 400, 2000)),
                   function(g) qf_polished(g$p, g$df1, g$df2))
)

write_reference("distributions", values)
