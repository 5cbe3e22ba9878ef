# The groups that unpaired.R and unpaired-exact.R both work on: data that R packages ship, and hard cases.
data(ASAT, package = "exactRankTests")
likert <- function(counts) rep(seq_along(counts), counts)
spread <- function(n, start, step, by) start + step * ((seq_len(n) * by) %% n)

two_groups <- list(
  `Likert answers` = list(c(4,5,3,4,4,5,2,5,4,3), c(3,2,3,4,2,1,3,4,3,2,3)),
  `shoulder pain, Brunner & Munzel` = list(c(3,3,4,3,1,2,3,1,1,5,4), c(1,2,1,1,1,1,1,1,1,1,2,4,1,1)),
  `placenta, Hollander & Wolfe` = list(c(0.80,0.83,1.89,1.04,1.45,1.38,1.91,1.64,0.73,1.46), c(1.15,0.88,0.90,0.74,1.21)),
  `ozone, May and August` = with(subset(airquality, !is.na(Ozone)), list(Ozone[Month == 5], Ozone[Month == 8])),
  `chick weights, casein and horsebean` = with(chickwts, list(weight[feed == "casein"], weight[feed == "horsebean"])),
  `warp breaks by wool` = with(warpbreaks, list(breaks[wool == "A"], breaks[wool == "B"])),
  `ASAT` = with(ASAT, list(asat[group == levels(group)[1]], asat[group == levels(group)[2]])),
  `sleep as two groups` = with(sleep, list(extra[group == 1], extra[group == 2])),
  `nearly all tied` = list(c(3,3,3,3,4), c(3,3,3,3,3,3)),
  `two categories` = list(likert(c(3, 9)), likert(c(8, 2))),
  `35 against 35` = list(likert(c(0, 1, 7, 15, 12)), likert(c(3, 9, 14, 8, 1))),
  `one group constant` = list(c(4,4,4,4), c(1,3,4,5,2,4)),
  `one against many` = list(5, c(1,2,2,3,4,5,3,2)),
  `even spread across` = list(c(1,2,3,4,5), c(5,4,3,2,1))
)
separated <- list(
  `complete separation, 6 against 6` = list(c(7,8,9,10,11,12), c(1,2,3,4,5,6)),
  `complete separation, 4 against 9, the other way` = list(c(1,1,2,2), c(3,3,4,4,5,5,5,3,4)),
  `complete separation, 35 against 35` = list(36:70 + 0, 1:35 + 0)
)
one_each <- list(`one value a group` = list(3, 2), `one value a group, tied` = list(3, 3))
large <- list(
  `birth-order ages, 83 against 165` = with(infert, list(age[case == 1], age[case == 0])),
  `1000 against 1000, ties` = list(likert(c(60, 140, 260, 340, 200)), likert(c(110, 190, 250, 300, 150))),
  `120 against 130, no ties` = list(spread(120, 10, 0.5, 37), spread(130, 0.3, 0.5, 47))
)

count_groups <- list(
  `two waves of 24` = list(c(1, 2, 6, 10, 5), c(4, 7, 8, 4, 1)),
  `empty categories` = list(c(0, 0, 3, 5, 2), c(1, 4, 0, 4, 0)),
  `empty in both` = list(c(0, 4, 0, 0, 6), c(0, 7, 0, 0, 2)),
  `eleven points` = list(c(0,0,1,0,2,3,5,4,6,2,1), c(1,1,0,2,4,5,3,2,1,1,0))
)
count_separated <- list(`complete separation` = list(c(0, 0, 0, 5, 4), c(2, 4, 1, 0, 0)))
many_groups <- list(
  `ozone by month` = with(subset(airquality, !is.na(Ozone)), unname(split(Ozone, Month))),
  `chick weights by feed` = unname(split(chickwts$weight, chickwts$feed)),
  `warp breaks by tension` = unname(split(warpbreaks$breaks, warpbreaks$tension)),
  `insects by spray` = unname(split(InsectSprays$count, InsectSprays$spray)),
  `bottle caps, Kruskal & Wallis` = list(c(340,345,330,342,338), c(339,333,344), c(347,343,349,355)),
  `Likert answers` = list(c(4,5,3,4,4,5,2,5,4,3), c(3,2,3,4,2,1,3,4,3,2,3), c(2,3,3,4,2,5)),
  `two groups` = list(c(1,2,3,9), c(4,5,6,7,8)),
  `nearly all tied` = list(c(3,3,3,4), c(3,3,3), c(3,3,3,3)),
  `single values` = list(4, 1, 3, 3),
  `1000 a group` = list(likert(c(60,140,260,340,200)), likert(c(110,190,250,300,150)), likert(c(90,160,250,330,170)))
)
many_counts <- list(
  `six groups` = list(c(1,2,6,10,5), c(4,7,8,4,1), c(0,3,5,5,2), c(0,0,2,9,4), c(1,1,1,1,1), c(2,0,0,0,8)),
  `empty categories` = list(c(0,3,0,2), c(0,1,0,6), c(0,4,0,0))
)

has_ties <- function(groups) anyDuplicated(unlist(groups)) > 0
both <- function(groups) list(first = I(groups[[1]]), second = I(groups[[2]]))
cases_of <- function(sets, expected, more = list()) lapply(names(sets), function(name)
  case(c(both(sets[[name]]), more), expected(sets[[name]][[1]], sets[[name]][[2]]), name))
cases_of_counts <- function(sets, expected, more = list()) lapply(names(sets), function(name)
  case(c(both(sets[[name]]), more), expected(likert(sets[[name]][[1]]), likert(sets[[name]][[2]])), name))
