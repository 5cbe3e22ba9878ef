# A second reference for the exact rank tests. Run from the project root: Rscript tests/reference/unpaired-exact.R
suppressMessages(library(exactRankTests))
source("tests/reference/write-json.R")
source("tests/reference/unpaired-data.R")

mann_whitney_exact <- function(x, y) {
  p <- function(alternative) wilcox.exact(x, y, exact = TRUE, alternative = alternative)$p.value
  list(u = unname(wilcox.exact(x, y, exact = TRUE)$statistic), pValue = p("two.sided"), pValueFirstHigher = p("greater"), pValueFirstLower = p("less"))
}
# its estimate is not the median of the differences, so only its limits are taken
shift_exact <- function(level) function(x, y) {
  fit <- wilcox.exact(x, y, exact = TRUE, conf.int = TRUE, conf.level = level)
  list(estimate = median(outer(x, y, "-")), low = fit$conf.int[1], high = fit$conf.int[2], method = "exact permutation of midranks")
}
tied <- Filter(function(g) has_ties(g) && min(lengths(g)) > 1, two_groups)
levels <- c(0.9, 0.95, 0.99)
shifts <- unlist(lapply(levels, function(level) cases_of(tied, shift_exact(level), list(level = level))), recursive = FALSE)
count_shifts <- unlist(lapply(levels, function(level) cases_of_counts(count_groups, shift_exact(level), list(level = level))), recursive = FALSE)

write_methods("unpaired-exact", list(
  `mann-whitney-exact` = reference(by("exactRankTests", "wilcox.exact"), cases_of(c(two_groups, separated[1:2]), mann_whitney_exact)),
  `mann-whitney-exact-counts` = reference(by("exactRankTests", "wilcox.exact"), cases_of_counts(c(count_groups, count_separated), mann_whitney_exact)),
  `hodges-lehmann-shift-exact` = reference(by("exactRankTests", "wilcox.exact"), shifts),
  `hodges-lehmann-shift-counts` = reference(by("exactRankTests", "wilcox.exact"), count_shifts)
))
