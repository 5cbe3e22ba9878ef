# A second witness for permutation tests, perm.test. Run from the project root: Rscript tests/reference/resampling-perm.R
source("tests/reference/write-json.R")
suppressPackageStartupMessages(library(exactRankTests))
source("tests/reference/resampling-groups.R")

by_perm_test <- function(g) list(
  pValueFirstHigher = perm.test(g[[2]], g[[3]], alternative = "greater", exact = TRUE)$p.value,
  pValueFirstLower = perm.test(g[[2]], g[[3]], alternative = "less", exact = TRUE)$p.value,
  pValue = perm.test(g[[2]], g[[3]], exact = TRUE)$p.value)
between <- function(groups, expected) lapply(groups, function(g) case(list(first = I(g[[2]]), second = I(g[[3]])), expected(g), g[[1]]))

write_methods("resampling-perm", list(
  `permutation-means` = reference(by("exactRankTests", "perm.test"), between(two_groups, by_perm_test))
))
