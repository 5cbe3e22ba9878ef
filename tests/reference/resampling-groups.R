# Pairs of groups for resampling.R and resampling-perm.R: whole numbers, which perm.test needs, and decimals.
two_groups <- list(
  list("five against six Likert answers", c(4, 5, 3, 4, 4), c(3, 2, 3, 4, 2, 1)),
  list("unequal sizes, costs in pounds", c(1200, 1450, 980, 3100, 1760), c(800, 950, 1020, 760, 2900, 1100, 680, 1240, 905)),
  list("the first group larger", c(7, 3, 9, 4, 4, 8, 2, 6), c(12, 9, 11)),
  list("one against seven", c(30), c(11, 14, 9, 10, 12, 15, 11)),
  list("no difference", c(1, 5, 3), c(3, 1, 5)),
  list("weight gain in grams, R chickwts, horsebean and linseed", with(chickwts, weight[feed == "horsebean"]), with(chickwts, weight[feed == "linseed"])),
  list("breaks in yarn, R warpbreaks, two wools", with(warpbreaks, breaks[wool == "A"]), with(warpbreaks, breaks[wool == "B"])),
  list("education, R infert, 40 cases and 60 controls", as.integer(infert$education)[infert$case == 1][1:40], as.integer(infert$education)[infert$case == 0][1:60]),
  list("satisfaction of 100 and 100, a far tail", rep(1:5, c(2, 8, 20, 40, 30)), rep(1:5, c(25, 30, 25, 15, 5)))
)
in_tenths <- list(
  list("extra hours of sleep, R sleep, two drugs", with(sleep, extra[group == 1]), with(sleep, extra[group == 2])),
  list("decimals with ties that rounding would hide", c(0.1, 0.3, 0.7, 0.2), c(0.4, 0.6, 0.5, 0.3))
)
