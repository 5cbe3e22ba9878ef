# Expected values for src/stats/kaplan-meier.ts: survival::survfit with conf.type = "log-log".
# Run from the project root: Rscript tests/reference/survival.R
suppressPackageStartupMessages(library(survival))
source("tests/reference/write-json.R")

curve <- function(time, event, level = 0.95) {
  fit <- survfit(Surv(time, event) ~ 1, conf.type = "log-log", conf.int = level)
  median <- summary(fit)$table[c("median", paste0(level, "LCL"), paste0(level, "UCL"))]
  list(time = I(time), event = I(as.logical(event)), level = level,
       steps = list(time = fit$time, atRisk = fit$n.risk, events = fit$n.event, censored = fit$n.censor,
                    survival = fit$surv, low = fit$lower, high = fit$upper),
       median = list(estimate = median[[1]], low = median[[2]], high = median[[3]]))
}

## Leukaemia maintenance trial (aml, Miller 1981); 6-MP remission times (Freireich 1963); every person with the
## event; nobody with it; a curve level at one half; ties of events with censorings
set <- list(
  maintained = curve(aml$time[aml$x == "Maintained"], aml$status[aml$x == "Maintained"]),
  all = curve(aml$time, aml$status, 0.9),
  sixMp = curve(c(6,6,6,6,7,9,10,10,11,13,16,17,19,20,22,23,25,32,32,34,35),
                c(1,1,1,0,1,0,1,0,0,1,1,0,0,0,1,1,0,0,0,0,0)),
  allEvents = curve(c(1, 2, 3, 4), c(1, 1, 1, 1)),
  oneEvent = curve(c(5), c(1)),
  noEvents = curve(c(3, 4, 4), c(0, 0, 0)),
  levelAtHalf = curve(c(1, 2, 3, 5, 8, 8), c(1, 1, 1, 1, 0, 0)),
  levelToTheEnd = curve(c(1, 2, 3, 4), c(1, 1, 0, 0)),
  ties = curve(c(0, 2, 2, 2, 5, 5, 7, 9, 9, 12), c(0, 1, 1, 0, 1, 0, 0, 1, 1, 0))
)
write_reference("survival", set, "survival")
