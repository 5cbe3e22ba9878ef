# Expected values for src/stats/survival: survival::survfit with conf.type = "log-log".
# Run from the project root: Rscript tests/reference/survival.R
suppressPackageStartupMessages(library(survival))
source("tests/reference/write-json.R")

## Leukaemia maintenance trial (aml, Miller 1981) by arm; 6-MP remission times (Freireich 1963); lung and ovarian cancer
## and veterans of the survival package; every person with the event; nobody with it; a curve level at one half; ties
## of events with censorings
sets <- list(
  `aml, maintained` = list(aml$time[aml$x == "Maintained"], aml$status[aml$x == "Maintained"]),
  `aml, both arms` = list(aml$time, aml$status, 0.9),
  `6-MP` = list(c(6,6,6,6,7,9,10,10,11,13,16,17,19,20,22,23,25,32,32,34,35), c(1,1,1,0,1,0,1,0,0,1,1,0,0,0,1,1,0,0,0,0,0)),
  lung = list(lung$time, lung$status == 2),
  ovarian = list(ovarian$futime, ovarian$fustat, 0.99),
  veteran = list(veteran$time, veteran$status, 0.95),
  `all events` = list(c(1, 2, 3, 4), c(1, 1, 1, 1)),
  `one event` = list(5, 1),
  `one person, no event` = list(5, 0),
  `no events` = list(c(3, 4, 4), c(0, 0, 0)),
  `level at one half` = list(c(1, 2, 3, 5, 8, 8), c(1, 1, 1, 1, 0, 0)),
  `level to the end` = list(c(1, 2, 3, 4), c(1, 1, 0, 0)),
  ties = list(c(0, 2, 2, 2, 5, 5, 7, 9, 9, 12), c(0, 1, 1, 0, 1, 0, 0, 1, 1, 0)),
  `all tied` = list(c(7, 7, 7, 7), c(1, 1, 0, 1))
)
fitted <- function(set) {
  level <- if (length(set) > 2) set[[3]] else 0.95
  list(time = set[[1]], event = as.logical(set[[2]]), level = level,
       fit = survfit(Surv(set[[1]], set[[2]]) ~ 1, conf.type = "log-log", conf.int = level))
}
input_of <- function(one) list(time = I(one$time), event = I(one$event), level = one$level)

# survfit gives no limits where the curve is 1 or 0, nor a median that was not reached: null. At 0 it gives limits of
# its own that say nothing.
curves <- lapply(names(sets), function(name) {
  one <- fitted(sets[[name]]); fit <- one$fit
  nothing <- fit$surv == 1 | fit$surv == 0
  median <- summary(fit)$table[c("median", paste0(one$level, "LCL"), paste0(one$level, "UCL"))]
  case(input_of(one), list(n = fit$n, events = sum(fit$n.event),
    steps = list(time = I(fit$time), atRisk = I(fit$n.risk), events = I(fit$n.event), censored = I(fit$n.censor), survival = I(fit$surv),
                 low = I(ifelse(nothing, NA, fit$lower)), high = I(ifelse(nothing, NA, fit$upper))),
    median = lapply(list(estimate = median[[1]], low = median[[2]], high = median[[3]]),
                    function(x) if (is.na(x)) "not reached" else x)), name)
})

# The curve at given times: summary.survfit, whose counts of events and censorings are since the time before
at_times <- function(one, times) summary(one$fit, times = times, extend = TRUE)
times_of <- function(one) sort(unique(c(0, median(one$time), one$time[1], max(one$time) / 3 + 0.5, max(one$time))))
read <- lapply(names(sets), function(name) {
  one <- fitted(sets[[name]]); times <- times_of(one); s <- at_times(one, times)
  nothing <- s$surv == 1 | s$surv == 0
  case(c(input_of(one), list(times = I(times))), list(survival = I(s$surv), atRisk = I(s$n.risk),
       low = I(ifelse(nothing, NA, s$lower)), high = I(ifelse(nothing, NA, s$upper))), name)
})
numbers <- lapply(names(sets), function(name) {
  one <- fitted(sets[[name]]); times <- c(times_of(one), max(one$time) + 1); s <- at_times(one, times)
  case(c(input_of(one), list(times = I(times))),
       list(atRisk = I(s$n.risk), events = I(cumsum(s$n.event)), censored = I(cumsum(s$n.censor))), name)
})

write_methods("survival", list(
  `kaplan-meier` = reference(by("survival", "survfit, log-log"), curves),
  `survival-at` = reference(by("survival", "summary.survfit at times"), read),
  `numbers-at-risk` = reference(by("survival", "summary.survfit at times"), numbers)
))
