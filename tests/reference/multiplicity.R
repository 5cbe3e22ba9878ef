# Expected values for src/stats/multiplicity. Run from the project root: Rscript tests/reference/multiplicity.R
source("tests/reference/write-json.R")

## Real families (every pair of groups in R's warpbreaks, chickwts and airquality), made ones, ties, ends and gaps
pairs_of <- function(x, g) { p <- pairwise.t.test(x, g, p.adjust.method = "none")$p.value; p[!is.na(p)] }
set.seed(20261127)
families <- list(
  `ten items` = c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216),
  `fifteen tests of Benjamini and Hochberg 1995` = c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1),
  `warpbreaks by tension and wool` = pairs_of(warpbreaks$breaks, interaction(warpbreaks$wool, warpbreaks$tension)),
  `chickwts by feed` = pairs_of(chickwts$weight, chickwts$feed),
  `airquality by month` = pairs_of(airquality$Ozone, airquality$Month),
  `one test` = .03,
  `two, the larger under 0.05` = c(.049, .04),
  `all tied` = rep(.02, 6),
  `ties among others` = c(.2, .01, .01, .04, .2, .04, .01, .9),
  `zero and one` = c(0, 1, 0.5, 1, 0),
  `all one` = c(1, 1, 1),
  `extreme tails` = c(1e-300, 1e-200, 1e-16, .999, 1e-308),
  `tests without a p-value` = c(.01, NA, .04, NA, .03),
  `a thousand tests with ties` = round(c(rbeta(200, .2, 20), runif(800)), 3)
)
adjusted <- function(method) lapply(names(families), function(name) {
  p <- families[[name]]
  case(list(pValues = I(p)), list(adjusted = I(p.adjust(p, method)), tests = sum(!is.na(p)), missing = sum(is.na(p))), name)
})

write_methods("multiplicity", list(
  `adjust-holm` = reference(by("stats", "p.adjust, holm"), adjusted("holm")),
  `adjust-hochberg` = reference(by("stats", "p.adjust, hochberg"), adjusted("hochberg")),
  `adjust-benjamini-hochberg` = reference(by("stats", "p.adjust, BH"), adjusted("BH"))
))
