# A second implementation of the exact signed-rank test. Run from the project root: Rscript tests/reference/paired-exact-rank-tests.R
source("tests/reference/write-json.R")
suppressMessages(library(exactRankTests))

set.seed(11)
sets <- list(
  `R sleep` = round(sleep$extra[sleep$group == 2] - sleep$extra[sleep$group == 1], 1),
  `boot darwin` = boot::darwin$y,
  `MASS immer` = round(MASS::immer$Y2 - MASS::immer$Y1, 1),
  `Likert with zeros` = c(2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2),
  `one person` = -2,
  `all tied` = rep(3, 9),
  `40 Likert changes` = sample(-3:4, 40, replace = TRUE),
  `120 Likert changes, upwards` = sample(-1:4, 120, replace = TRUE),
  `100 without ties` = round(rnorm(100, 0.2), 4)
)
ways <- c(`two-sided` = "two.sided", greater = "greater", less = "less")
cases <- unlist(lapply(names(sets), function(name) lapply(names(ways), function(way) {
  t <- wilcox.exact(sets[[name]], exact = TRUE, alternative = ways[[way]])
  case(list(differences = I(sets[[name]]), options = list(zeros = "wilcoxon", alternative = way)),
       list(positiveRankSum = unname(t$statistic), pValue = t$p.value), paste0(name, ", ", way))
})), recursive = FALSE)
write_methods("paired-exact-rank-tests", list(`signed-rank-wilcoxon` = reference(by("exactRankTests", "wilcox.exact"), cases)))
