# The example study worked out again from its raw files, by hand in R: nothing of this toolkit is called.
# Needs readxl, jsonlite, metafor, clubSandwich, psych, lavaan, survey and survival.
#   Rscript tests/reference/example/independent.R data tests/reference/example/independent.json
suppressMessages({
  library(readxl)
  library(jsonlite)
  library(metafor)
  library(survey)
  library(survival)
})
args <- commandArgs(TRUE)
data_folder <- args[1]
study <- file.path(data_folder, "example")
trusts <- LETTERS[1:6]
waves <- c("arrival", "month3")
book <- read.csv(file.path(study, "codebook.csv"), colClasses = "character", na.strings = NULL)
rownames(book) <- book$variable
split_bar <- function(s) if (s == "") character() else strsplit(s, "|", fixed = TRUE)[[1]]

# ---- Reading -------------------------------------------------------------------------------------------------

# Headings and answers are compared without case, curly quotes, dashes or runs of space.
plain <- function(s) {
  s <- gsub("[\u2018\u2019]", "'", gsub("[\u201c\u201d]", "\"", gsub("[\u2013\u2014]", "-", s)))
  tolower(trimws(gsub("[[:space:]\u00a0]+", " ", s)))
}
read_text <- function(file, encoding) {
  bytes <- readBin(file, "raw", file.info(file)$size)
  if (identical(bytes[1:3], as.raw(c(0xef, 0xbb, 0xbf)))) bytes <- bytes[-(1:3)]
  text <- iconv(list(bytes), encoding, "UTF-8")
  read.csv(text = text, header = FALSE, colClasses = "character", na.strings = NULL, encoding = "UTF-8")
}
read_survey <- function(trust, wave) {
  stem <- file.path(study, "survey", paste0("trust-", tolower(trust), "-", wave))
  if (trust == "B") {
    grid <- as.data.frame(read_excel(paste0(stem, ".xlsx"), "Form1"))
    names(grid) <- plain(names(grid))
    done <- as.Date(grid[["completion time"]])
    when <- as.numeric(grid[["completion time"]])
    complete <- rep(TRUE, nrow(grid))
    started <- as.Date(grid[[grep("^on what date did you start", names(grid))]])
    grid[] <- lapply(grid, function(x) ifelse(is.na(x), "", as.character(x)))
  } else {
    raw <- read_text(paste0(stem, ".csv"), if (trust == "E") "WINDOWS-1252" else "UTF-8")
    names(raw) <- plain(unlist(raw[1, ]))
    grid <- raw[-(if (trust %in% c("D", "F")) 1:3 else 1), , drop = FALSE]
    if (trust %in% c("D", "F")) grid <- grid[!(grid$status %in% c("Survey Preview", "1")), ]
    complete <- if (trust %in% c("D", "F")) grid$finished %in% c("True", "1") else rep(TRUE, nrow(grid))
    stamp <- switch(trust,
      A = as.POSIXct(grid$timestamp, "UTC", format = "%d/%m/%Y %H:%M:%S"),
      C = as.POSIXct(grid$completiondate, "UTC", format = "%Y-%m-%d"),
      E = as.POSIXct(grid[["completion time"]], "UTC", format = "%m/%d/%y %H:%M:%S"),
      as.POSIXct(grid$enddate, "UTC", format = "%Y-%m-%d %H:%M:%S"))
    stopifnot(!is.na(stamp))
    done <- as.Date(stamp)
    when <- as.numeric(stamp)
  }
  pick <- function(v) {
    wanted <- plain(c(split_bar(book[v, "headings"]), book[v, "question"]))
    hit <- which(names(grid) %in% wanted)
    stopifnot(length(hit) <= 1)
    if (length(hit)) trimws(grid[[hit]]) else NULL
  }
  out <- data.frame(trust = rep(trust, nrow(grid)), wave = wave, complete, done, when, order = seq_len(nrow(grid)))
  out$link <- gsub("[^A-Z0-9]", "", toupper(pick("link_code")))
  dates <- pick("start_date")
  out$start <- if (trust == "B") started else as.Date(dates, c(A = "%d/%m/%Y", C = "%d/%m/%Y", D = "%d/%m/%Y", E = "%m/%d/%y", F = "%Y-%m-%d")[[trust]])
  stopifnot(!is.na(out$start))
  for (v in book$variable[book$type %in% c("single", "number")]) {
    asked <- wave %in% split_bar(book[v, "waves"])
    cells <- if (asked) pick(v) else NULL
    number <- rep(NA_real_, nrow(grid))
    state <- rep(if (asked && is.null(cells)) "not asked" else "not at this wave", nrow(grid))
    if (!is.null(cells)) {
      state <- rep("blank", nrow(grid))
      missing_words <- c("not_yet", "dont_know", "not_applicable", "prefer_not")
      codes <- split_bar(book[v, "codes"])
      labels <- plain(split_bar(book[v, "labels"]))
      for (i in seq_along(cells)) {
        cell <- plain(cells[i])
        if (cell == "") next
        kind <- missing_words[vapply(missing_words, function(w) cell %in% plain(split_bar(book[v, w])), NA)]
        value <- if (cell %in% labels) as.numeric(codes[match(cell, labels)]) else if (cell %in% codes || !length(codes)) suppressWarnings(as.numeric(cell)) else NA
        if (length(kind)) { state[i] <- kind } else if (!is.na(value)) { number[i] <- value; state[i] <- "answered" } else stop(trust, wave, v, ": ", cells[i])
      }
    }
    if (trust == "F" && book[v, "scale"] %in% c("settling", "confidence")) number <- 6 - number
    out[[v]] <- number
    out[[paste0(v, ".state")]] <- state
  }
  out
}
all_rows <- do.call(rbind, unlist(lapply(trusts, function(t) lapply(waves, function(w) read_survey(t, w))), FALSE))

# One person, two answers to one wave: the latest complete one. Forms that were never finished are left out.
finished <- all_rows[all_rows$complete, ]
finished <- finished[order(finished$trust, finished$wave, finished$when, finished$order), ]
answers <- finished[!duplicated(finished[c("trust", "wave", "link")], fromLast = TRUE), ]
at <- function(t, w) answers[answers$trust %in% t & answers$wave == w, ]

# ---- Scales --------------------------------------------------------------------------------------------------

for (s in c("settling", "confidence")) {
  items <- book$variable[book$scale == s]
  score <- vapply(seq_len(nrow(answers)), function(i) {
    asked <- items[answers[i, paste0(items, ".state")] != "not asked"]
    value <- unlist(answers[i, asked])
    turned <- ifelse(book[asked, "reverse"] == "yes", 6 - value, value)
    if (sum(!is.na(turned)) < 0.5 * length(asked)) NA else (mean(turned, na.rm = TRUE) - 1) / 4 * 100
  }, 0)
  answers[[s]] <- score
}
# From 0 to 100, favourable high; NA when missing or not asked.
positions <- function(rows, items) {
  vapply(items, function(v) (if (book[v, "reverse"] == "yes") 5 - rows[[v]] else rows[[v]] - 1) / 4 * 100, numeric(nrow(rows)))
}
# The scores again by other rules for missing answers. A question that a form left out is not a missing answer; the mean
# of a question is that of the people of the same wave who were asked the same questions.
for (s in c("settling", "confidence")) {
  items <- book$variable[book$scale == s]
  place <- positions(answers, items)
  asked <- as.matrix(answers[paste0(items, ".state")]) != "not asked"
  filled <- place
  form <- paste(answers$wave, apply(asked, 1, paste, collapse = " "))
  for (f in unique(form)) {
    filled[form == f, ] <- apply(place[form == f, ], 2, function(x) ifelse(is.na(x), mean(x, na.rm = TRUE), x))
  }
  of_answered <- rowMeans(place, na.rm = TRUE)
  of_answered[is.nan(of_answered)] <- NA
  answers[[paste0(s, ".any-item")]] <- of_answered
  answers[[paste0(s, ".every-item")]] <- ifelse(rowSums(asked & is.na(place)) == 0, of_answered, NA)
  answers[[paste0(s, ".item-mean")]] <- ifelse(is.na(of_answered), NA, rowMeans(filled, na.rm = TRUE))
}

values <- list()
keep <- function(id, value) values[[id]] <<- unname(value)
say <- function(id, estimate, low = NA, high = NA) {
  keep(id, estimate)
  if (!is.na(low)) { keep(paste0(id, "#low"), low); keep(paste0(id, "#high"), high) }
}
slug <- function(t) paste0("trust-", tolower(t))

# Trust A has fewer than ten respondents: it is shown together with the next smallest, B, and what is pooled over all
# Trusts is pooled from the groups that are shown.
cluster <- c("A+B", "A+B", "C", "D", "E", "F")
# A share of one Trust has Wilson's interval; over all Trusts Wilson's on the effective n, with t on groups less 1.
wilson <- function(p, n, m) {
  centre <- (p + m^2 / (2 * n)) / (1 + m^2 / n)
  half <- m * sqrt(p * (1 - p) / n + m^2 / (4 * n^2)) / (1 + m^2 / n)
  c(if (p == 0) 0 else centre - half, if (p == 1) 1 else centre + half)
}
shares <- function(id, hits, of) {
  for (i in seq_along(trusts)) {
    if (of[i] == 0) next
    limits <- suppressWarnings(prop.test(hits[i], of[i], correct = FALSE)$conf.int)
    say(paste0(id, "/", slug(trusts[i])), hits[i] / of[i], limits[1], limits[2])
    keep(paste0(id, "/", slug(trusts[i]), "#n"), of[i])
  }
  hits <- tapply(hits, cluster, sum)
  of <- tapply(of, cluster, sum)
  hits <- hits[of > 0]
  of <- of[of > 0]
  k <- length(of)
  n <- sum(of)
  p <- sum(hits) / n
  effect <- if (p %in% 0:1) 1 else max(1, k / (k - 1) * sum((hits - p * of)^2) / n^2 / (p * (1 - p) / n))
  limits <- wilson(p, n / effect, qt(0.975, k - 1))
  say(paste0(id, "/pooled"), p, limits[1], limits[2])
  keep(paste0(id, "/pooled#n"), n)
}

# ---- Response ------------------------------------------------------------------------------------------------

cohort <- read.csv(file.path(study, "cohort.csv"))
rownames(cohort) <- cohort$trust
for (w in waves) {
  for (t in trusts) keep(paste0("flow/answered-", w, "/", slug(t)), nrow(at(t, w)))
  keep(paste0("flow/answered-", w, "/pooled"), nrow(at(trusts, w)))
  shares(paste0("response/", w), vapply(trusts, function(t) nrow(at(t, w)), 0), cohort[trusts, "invited"])
}
linked_of <- function(t) intersect(at(t, "arrival")$link, at(t, "month3")$link)
shares("link-rate/arrival-to-month3", lengths(lapply(trusts, linked_of)), vapply(trusts, function(t) nrow(at(t, "month3")), 0))

# ---- Means and changes, pooled -------------------------------------------------------------------------------

t_interval <- function(id, x) {
  x <- x[!is.na(x)]
  half <- if (length(x) > 1) qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x)) else NA
  keep(paste0(id, "#n"), length(x))
  say(id, mean(x), mean(x) - half, mean(x) + half)
}
joined <- function(by_trust) {
  by_trust <- lapply(by_trust, function(x) x[!is.na(x)])
  by_trust <- lapply(split(by_trust, cluster), unlist)
  by_trust[lengths(by_trust) > 0]
}
variances <- function(groups) {
  n <- lengths(groups)
  sum(vapply(groups, function(x) sum((x - mean(x))^2), 0)) / sum(n - 1) / n
}
random_effects <- function(means, v, method) {
  rma(means, v, method = method, test = "adhoc", control = list(threshold = 1e-14, tol = 1e-14, maxiter = 10000))
}
say_test <- function(id, statistic, df, p) {
  keep(paste0(id, "#statistic"), statistic)
  if (!is.na(df)) keep(paste0(id, "#df"), df)
  keep(paste0(id, "#pValue"), p)
}
pool <- function(id, by_trust, tested = FALSE) {
  by_trust <- joined(by_trust)
  n <- lengths(by_trust)
  fit <- random_effects(vapply(by_trust, mean, 0), variances(by_trust), "REML")
  if (tested) say_test(id, fit$zval, length(n) - 1, fit$pval)
  p <- predict(fit)
  say(id, fit$beta[1], fit$ci.lb, fit$ci.ub)
  keep(paste0(id, "#predictionLow"), p$pi.lb)
  keep(paste0(id, "#predictionHigh"), p$pi.ub)
  keep(paste0(id, "#tauSquared"), fit$tau2)
  keep(paste0(id, "#iSquared"), fit$I2 / 100)
  keep(paste0(id, "#n"), sum(n))
}
changes <- function(score) lapply(trusts, function(t) {
  codes <- linked_of(t)
  before <- at(t, "arrival"); after <- at(t, "month3")
  after[[score]][match(codes, after$link)] - before[[score]][match(codes, before$link)]
})
for (s in c("settling", "confidence")) {
  for (w in waves) {
    scores <- lapply(trusts, function(t) at(t, w)[[s]])
    for (i in seq_along(trusts)) t_interval(paste0("scale/", s, "/", w, "/", slug(trusts[i])), scores[[i]])
    pool(paste0("scale/", s, "/", w, "/pooled"), scores)
  }
  change <- changes(s)
  for (i in seq_along(trusts)) t_interval(paste0("change/", s, "/arrival-to-month3/", slug(trusts[i])), change[[i]])
  pool(paste0("change/", s, "/arrival-to-month3/pooled"), change, tested = TRUE)
}

# ---- The changes worked out in other ways --------------------------------------------------------------------

for (s in c("settling", "confidence")) {
  stem <- paste0("sensitivity/", s, "/arrival-to-month3/")
  for (rule in c("every-item", "any-item", "item-mean")) pool(paste0(stem, rule, "/pooled"), changes(paste0(s, ".", rule)))
  groups_of <- joined(changes(s))
  k <- length(groups_of)
  means <- vapply(groups_of, mean, 0)
  v <- variances(groups_of)
  way <- function(name, estimate, low, high, statistic, df, p) {
    id <- paste0(stem, name, "/pooled")
    say(id, estimate, low, high)
    keep(paste0(id, "#n"), sum(lengths(groups_of)))
    say_test(id, statistic, df, p)
  }
  for (method in c("PM", "DL")) {
    fit <- random_effects(means, v, method)
    # Paule and Mandel's variance is the one at which Q is its expectation.
    if (method == "PM") stopifnot(abs(sum((means - fit$beta[1])^2 / (v + fit$tau2)) - (k - 1)) < 1e-9)
    way(c(PM = "paule-mandel", DL = "dersimonian-laird")[[method]], fit$beta[1], fit$ci.lb, fit$ci.ub, fit$zval, k - 1, fit$pval)
  }
  each <- t.test(means)
  way("trust-means", each$estimate, each$conf.int[1], each$conf.int[2], each$statistic, each$parameter, each$p.value)
  people <- data.frame(x = unlist(groups_of), g = rep(names(groups_of), lengths(groups_of)))
  fit <- lm(x ~ 1, people)
  robust <- clubSandwich::coef_test(fit, vcov = "CR2", cluster = people$g, test = "Satterthwaite")
  half <- qt(0.975, robust$df_Satt) * robust$SE
  way("people", robust$beta, robust$beta - half, robust$beta + half, robust$tstat, robust$df_Satt, robust$p_Satt)
  # Every change of signs; with so few groups no interval of 95% can be had.
  flipped <- as.matrix(expand.grid(rep(list(c(-1, 1)), k))) %*% means / k
  stopifnot(2 / 2^k > 0.05)
  way("sign-flip", mean(means), NA, NA, mean(means), NA, mean(abs(flipped) >= abs(mean(means)) - 1e-9))

  # How far Trusts differ, and the change without each group of Trusts.
  fit <- random_effects(means, v, "REML")
  limits <- confint(fit, control = list(tol = 1e-14, maxiter = 10000, tau2.max = 1e4))$random
  stem <- paste0("heterogeneity/", s, "/arrival-to-month3/")
  say(paste0(stem, "between-trusts/pooled"), sqrt(fit$tau2), limits["tau", "ci.lb"], limits["tau", "ci.ub"])
  say(paste0(stem, "i-squared/pooled"), fit$I2 / 100, limits["I^2(%)", "ci.lb"] / 100, limits["I^2(%)", "ci.ub"] / 100)
  for (g in names(groups_of)) {
    rest <- names(groups_of) != g
    fit <- random_effects(means[rest], v[rest], "REML")
    id <- paste0("leave-one-out/", s, "/arrival-to-month3/without-", tolower(g))
    say(id, fit$beta[1], fit$ci.lb, fit$ci.ub)
    keep(paste0(id, "#n"), sum(lengths(groups_of)[rest]))
  }
}

# ---- People who did not answer -------------------------------------------------------------------------------

# Everyone invited who gave no usable answer: all at the lowest, then all at the highest.
bounds <- function(stem, x, most) {
  x <- x[!is.na(x)]
  invited <- sum(cohort$invited)
  for (side in c("worst", "best")) {
    id <- paste0("bounds/", stem, "/", side, "/pooled")
    keep(id, (sum(x) + (invited - length(x)) * (side == "best") * most) / invited)
    keep(paste0(id, "#n"), invited)
    keep(paste0(id, "#answered"), length(x))
  }
}
for (s in c("settling", "confidence")) for (w in waves) bounds(paste0(s, "/", w), at(trusts, w)[[s]], 100)
for (v in c("recommend", "settled_overall")) {
  bounds(paste0(gsub("_", "-", v), "/month3"), as.numeric(at(trusts, "month3")[[v]] >= 4), 1)
}

# ---- Reliability ---------------------------------------------------------------------------------------------

# People who answered every question: those whose form left one out are not among them.
for (s in c("settling", "confidence")) {
  items <- book$variable[book$scale == s]
  for (w in waves) {
    x <- as.data.frame(positions(at(trusts, w), items))
    x <- x[complete.cases(x), ]
    n <- nrow(x)
    k <- length(items)
    stem <- paste0("reliability/", s, "/", w, "/")
    found <- suppressMessages(psych::alpha(x, check.keys = FALSE, warnings = FALSE))
    alpha <- found$total$raw_alpha
    feldt <- 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
    stopifnot(abs(feldt - unlist(found$feldt[c("lower.ci", "upper.ci")])) < 1e-9)
    say(paste0(stem, "alpha/pooled"), alpha, feldt[1], feldt[2])
    keep(paste0(stem, "alpha/pooled#n"), n)
    model <- paste("f =~", paste(items, collapse = " + "))
    # lavaan stops about 1e-7 short of the best fit.
    fit <- lavaan::cfa(model, x / 25, std.lv = TRUE, estimator = "ML")
    stopifnot(lavaan::lavInspect(fit, "converged"))
    part <- lavaan::lavInspect(fit, "est")
    keep(paste0(stem, "omega/pooled"), sum(part$lambda)^2 / (sum(part$lambda)^2 + sum(diag(part$theta))))
    for (v in items) {
      dashed <- gsub("_", "-", v)
      rest <- setdiff(items, v)
      keep(paste0(stem, "item-rest/", dashed, "/pooled"), cor(x[[v]], rowSums(x[rest])))
      keep(paste0(stem, "alpha-without/", dashed, "/pooled"), found$alpha.drop[v, "raw_alpha"])
    }
  }
}

# ---- Coverage, usefulness, recommendation --------------------------------------------------------------------

by_group <- function(id, numerator) {
  x <- lapply(trusts, function(t) numerator(at(t, "month3")))
  shares(id, vapply(x, sum, 0, na.rm = TRUE), vapply(x, function(v) sum(!is.na(v)), 0))
}
# TRUE: a rating counts unless the person said "No" to having received the part, so that "don't know", "not applicable"
# and blank count in. FALSE: only people who said "Partly" or "Yes".
rating_without_receipt <- FALSE
for (v in book$variable[book$role == "received"]) {
  part <- tolower(book[v, "component"])
  dashed <- gsub("_", "-", v)
  useful <- sub("received", "useful", v)
  by_group(paste0("coverage/", dashed, "/month3/yes"), function(r) r[[v]] == 2)
  by_group(paste0("coverage/", dashed, "/month3/partly"), function(r) r[[v]] == 1)
  by_group(paste0("gap/", part, "/provided"), function(r) r[[v]] >= 1)
  by_group(paste0("gap/", part, "/useful"), function(r) {
    received <- if (rating_without_receipt) !(r[[v]] %in% 0) else r[[v]] %in% 1:2
    ifelse(received, r[[useful]] >= 4, NA)
  })
}
by_group("outcome/recommend/month3/top-two", function(r) r$recommend >= 4)
by_group("standard/shadowing-two-weeks", function(r) r$shadow_days >= 10)
by_group("standard/shadowing-four-weeks", function(r) r$shadow_days >= 20)
by_group("standard/login-first-day", function(r) ifelse(r$days_login.state == "not_yet", FALSE, r$days_login <= 0))
for (v in book$variable[book$role == "setup"]) {
  by_group(paste0("setup/", gsub("_", "-", v), "/month3/done"), function(r) r[[v]] == 1)
}

# ---- Milestones ----------------------------------------------------------------------------------------------

groups <- c(as.list(trusts), list(trusts))
names(groups) <- c(vapply(trusts, slug, ""), "pooled")
for (g in names(groups)) {
  for (v in book$variable[book$role == "milestone"]) {
    rows <- at(groups[[g]], "month3")
    state <- rows[[paste0(v, ".state")]]
    time <- ifelse(state == "answered", rows[[v]], ifelse(state == "not_yet", as.numeric(rows$done - rows$start), NA))
    ok <- !is.na(time)
    fit <- survfit(Surv(time[ok], state[ok] == "answered") ~ 1, conf.type = "log-log")
    q <- quantile(fit, 0.5)
    id <- paste0("milestone/", gsub("_", "-", v), "/")
    keep(paste0(id, "median/", g, "#n"), sum(ok))
    keep(paste0(id, "median/", g), q$quantile)
    if (!is.na(q$lower) && !is.na(q$upper)) {
      keep(paste0(id, "median/", g, "#low"), q$lower)
      keep(paste0(id, "median/", g, "#high"), q$upper)
    }
    for (day in c(1, 3, 7, 14, 21, 28, 42, 56, 84)) {
      s <- summary(fit, times = day, extend = TRUE)
      if (g == "pooled") keep(paste0(id, "at-risk-", day, "/pooled"), s$n.risk)
      if (day > max(time[ok]) && s$surv > 0) next
      # Before the first event Greenwood's variance is 0 and R's interval has no width: no limits to compare.
      if (s$surv == 1) keep(paste0(id, "day-", day, "/", g), 0)
      else say(paste0(id, "day-", day, "/", g), 1 - s$surv, 1 - s$upper, 1 - s$lower)
    }
  }
}

# ---- Retention -----------------------------------------------------------------------------------------------

hr <- read.csv(file.path(study, "hr.csv"), colClasses = "character", na.strings = NULL)
extract <- as.Date("2026-12-18")
began <- as.Date(hr$start_date, "%d/%m/%Y")
left <- as.Date(hr$end_date, "%d/%m/%Y")
due <- as.Date(vapply(as.character(began), function(d) as.character(seq(as.Date(d), by = "6 months", length.out = 2)[2]), ""))
left_by <- !is.na(left) & left < due
for (g in names(groups)) {
  here <- hr$trust %in% groups[[g]]
  followed <- as.numeric(ifelse(left_by, left - began, pmin(due, extract) - began))[here]
  fit <- survfit(Surv(followed, left_by[here]) ~ 1, conf.type = "log-log")
  last <- length(fit$surv)
  say(paste0("retention/month-6/", g), fit$surv[last], fit$lower[last], fit$upper[last])
  keep(paste0("retention/month-6/", g, "#n"), sum(here))
}
due_here <- function(t) hr$trust == t & hr$appraisal_due == "yes"
shares("appraisal", vapply(trusts, function(t) sum(due_here(t) & hr$appraisal_done == "yes"), 0), vapply(trusts, function(t) sum(due_here(t)), 0))

# ---- Costs ---------------------------------------------------------------------------------------------------

pay_all <- read.csv(file.path(data_folder, "pay", "pay-and-on-costs.csv"), colClasses = "character")
pay <- pay_all[pay_all$year == "2026/27", ]
discount <- as.numeric(pay_all$value[pay_all$table == "discount_rate" & pay_all$key == "standard.0-30y"])
stopifnot(length(discount) == 1)
years_of_set_up <- 3
figure <- function(key, table = NULL) {
  row <- pay[pay$key == key & (is.null(table) | pay$table %in% table), ]
  stopifnot(nrow(row) == 1)
  as.numeric(row$value)
}
# What a year's pay costs the employer, over the hours paid in it.
of_year <- function(p, pension) {
  p + figure("rate", "employer_ni") * max(0, p - figure("secondary_threshold")) + p * pension +
    p * figure("rate", "apprenticeship_levy")
}
hours_of <- function(point) {
  table <- pay$table[pay$key == point & grepl("pay_england", pay$table)]
  figure(if (table == "afc_pay_england") "paid_hours.afc" else "paid_hours.medical")
}
rate <- function(point, pension, supplement) {
  table <- pay$table[pay$key == point & grepl("pay_england", pay$table)]
  of_year(figure(point, table) + supplement[[table]], pension) / hours_of(point)
}
sheet <- function(trust, name) {
  grid <- as.data.frame(read_excel(file.path(study, "costs", paste0("trust-", tolower(trust), ".xlsx")), name,
    col_names = FALSE, col_types = "text", .name_repair = "minimal"))
  names(grid) <- unlist(grid[4, ])
  grid <- grid[-(1:4), ]
  grid[!is.na(grid[[1]]), ]
}
# Half a penny up, each line by itself: sums are of whole pence.
penny <- function(x) floor(x * 100 + 0.5 + 1e-9) / 100
number <- function(x, blank) ifelse(is.na(x), blank, as.numeric(x))
lines_of <- function(t) {
  cover <- sheet(t, "Cover")
  asked <- function(question) cover$Answer[cover$Question == question]
  days <- as.numeric(asked("Last day covered")) - as.numeric(asked("First day covered")) + 1
  supplement <- c(
    afc_pay_england = number(asked("High-cost supplement a year, Agenda for Change, in pounds"), 0),
    medical_pay_england = number(asked("High-cost supplement a year, doctors, in pounds"), 0))
  imgs <- cohort[t, "inducted"]
  intakes <- cohort[t, "intakes"]
  times <- function(unit) c(`whole period` = 1, `each cohort` = intakes, `each week` = days / 7, `each IMG` = imgs)[unit]
  # What an hour costs: the Trust's own rate as it stands, or with on-costs put on, or the pay point's.
  hourly <- function(point, own, with_on_costs, pension) {
    if (is.na(own)) return(rate(point, pension, supplement))
    if (with_on_costs == "yes") return(as.numeric(own))
    of_year(as.numeric(own) * hours_of(point), pension) / hours_of(point)
  }
  price <- function(point, own, on_costs, which) {
    mapply(hourly, point, own, on_costs, MoreArgs = list(pension = figure(which)))
  }
  staff <- sheet(t, "Staff")
  point <- sub(" .*", "", staff[["Pay point"]])
  hours <- as.numeric(staff$People) * as.numeric(staff[["Hours of each person"]]) * times(staff[["Hours are for"]]) *
    number(staff[["Percent for IMGs"]], 100) / 100
  own <- staff[["Own rate in pounds an hour"]]
  on_costs <- staff[["Own rate includes on-costs"]]
  staff_lines <- data.frame(
    amount = penny(hours * price(point, own, on_costs, "paid_by_employer")),
    full = penny(hours * price(point, own, on_costs, "total")),
    unit = staff[["Hours are for"]], once = staff[["One-off or recurrent"]] == "one-off",
    life = number(staff[["Useful life in years"]], NA), cap = number(staff[["Most IMGs at once"]], NA),
    extra = staff[["Extra because of the induction"]] == "yes", payer = staff[["Paid by"]],
    paid = is.na(staff[["In paid time"]]) | staff[["In paid time"]] == "yes", own_time = FALSE)
  other <- sheet(t, "Other costs")
  spent <- penny(as.numeric(other[["Amount in pounds"]]) * times(other[["Amount is for"]]) *
    number(other[["Percent for IMGs"]], 100) / 100)
  other_lines <- data.frame(
    amount = spent, full = spent,
    unit = other[["Amount is for"]], once = other[["One-off or recurrent"]] == "one-off",
    life = number(other[["Useful life in years"]], NA), cap = number(other[["Most IMGs at once"]], NA),
    extra = other[["Extra because of the induction"]] == "yes", payer = other[["Paid by"]], paid = TRUE, own_time = FALSE)
  img <- sheet(t, "IMG time")
  img_point <- sub(" .*", "", img[["Pay point"]])
  img_hours <- as.numeric(img$IMGs) * as.numeric(img[["Supernumerary hours of each IMG"]]) *
    (1 - number(img[["Percent spent on clinical work"]], 0) / 100)
  none <- rep(NA, nrow(img))
  img_lines <- data.frame(
    amount = penny(img_hours * price(img_point, none, none, "paid_by_employer")),
    full = penny(img_hours * price(img_point, none, none, "total")),
    unit = "each IMG", once = FALSE, life = NA, cap = NA,
    extra = img[["Extra because of the induction"]] == "yes", payer = img[["Paid by"]], paid = TRUE, own_time = TRUE)
  all <- rbind(staff_lines, other_lines, img_lines)
  # Set-up as the same sum at the end of each year of its life, for the part of a year that was covered.
  life <- ifelse(is.na(all$life), years_of_set_up, all$life)
  factor <- (1 - (1 + discount)^-life) / discount
  part <- days / 365
  all$amount_spread <- ifelse(all$once, penny(all$amount / factor * part), all$amount)
  all$full_spread <- ifelse(all$once, penny(all$full / factor * part), all$full)
  all$trust <- t
  all
}
lines <- do.call(rbind, lapply(trusts, lines_of))
counts <- c("recruited", "inducted", "completed")
view <- function(perspective, scope) {
  by_trust <- lines$payer == "Trust"
  kept <- switch(perspective,
    `trust-cash` = by_trust & lines$extra & lines$paid,
    `trust-economic` = by_trust,
    nhs = by_trust | lines$payer == "NHS England",
    img = lines$payer == "IMG",
    charity = lines$payer == "charity")
  counted <- lines[kept & (scope == "full" | lines$extra), ]
  counted$pounds <- if (perspective == "nhs") counted$full_spread else if (perspective == "trust-economic") counted$amount_spread else counted$amount
  counted
}
without_own_time <- function(rows, kind) if (kind == "with") rows else rows[!rows$own_time, ]
total <- list()
headline <- view("trust-economic", "full")
for (t in trusts) {
  total[[t]] <- vapply(c(without = "without", with = "with"), function(kind) {
    rows <- without_own_time(headline, kind)
    sum(rows$pounds[rows$trust == t])
  }, 0)
}
for (kind in c("with", "without")) {
  tail <- paste0("/", kind, "-supernumerary/")
  cost <- vapply(trusts, function(t) total[[t]][[kind]], 0)
  for (g in names(groups)) {
    keep(paste0("cost/total", tail, g), sum(cost[groups[[g]]]))
    for (count in counts) {
      keep(paste0("cost/per-img/", count, tail, g), sum(cost[groups[[g]]]) / sum(cohort[groups[[g]], count]))
    }
  }
}
# Whose money, and what is extra.
views <- list(c("trust-cash", "full"), c("trust-economic", "incremental"), c("nhs", "full"), c("nhs", "incremental"),
  c("charity", "full"))
for (v in views) {
  for (kind in if (v[1] == "charity") "with" else c("with", "without")) {
    pounds <- sum(without_own_time(view(v[1], v[2]), kind)$pounds)
    id <- function(count) paste0("cost/perspective/", v[1], "/", v[2], "/", count, "/", kind, "-supernumerary/pooled")
    keep(id("total"), pounds)
    for (count in counts) keep(id(count), pounds / sum(cohort[trusts, count]))
  }
}

# What a cohort of n costs: a fixed part, steps for groups, and a part for each IMG.
parts_of <- function(t, kind) {
  rows <- without_own_time(headline, kind)
  rows <- rows[rows$trust == t, ]
  n <- cohort[t, "inducted"]
  k <- cohort[t, "intakes"]
  grows <- rows$unit == "each IMG"
  stepped <- !grows & (rows$unit == "each cohort" | !is.na(rows$cap))
  # A group for each cohort is the mean intake, unless fewer can be taken at once.
  at_once <- ifelse(is.na(rows$cap), Inf, rows$cap)
  cap <- ifelse(rows$unit == "each cohort", pmin(at_once, n / k), at_once)[stepped]
  list(fixed = sum(rows$pounds[!grows & !stepped]), growing = sum(rows$pounds[grows]), n = n,
    cap = cap, step = rows$pounds[stepped] / whole_groups(n, cap))
}
# Rounding errors of a mean group must not make one group more.
whole_groups <- function(n, cap) ceiling(round(n / cap, 9))
# What n would cost at one Trust by its own parts.
own_cost <- function(p, n) p$fixed + sum(whole_groups(n, p$cap) * p$step) + p$growing / p$n * n
cohort_cost <- function(members, kind) {
  p <- lapply(members, parts_of, kind)
  fixed <- mean(vapply(p, `[[`, 0, "fixed"))
  each <- sum(vapply(p, `[[`, 0, "growing")) / sum(vapply(p, `[[`, 0, "n"))
  # A mean Trust: the median is of the different sizes of each Trust's groups.
  step <- mean(vapply(p, function(one) sum(one$step), 0))
  cap <- max(1, round(median(unlist(lapply(p, function(one) unique(one$cap)))) + 1e-9))
  list(fixed = fixed, each = each, step = step, cap = cap,
    of = function(n) fixed + whole_groups(n, cap) * step + each * n)
}
sizes <- c(5, 10, 15, 20, 30, 40, 50, 60)
common <- 5 * round(median(cohort[trusts, "inducted"]) / 5)
for (kind in c("with", "without")) {
  tail <- paste0("/", kind, "-supernumerary")
  curve <- cohort_cost(trusts, kind)
  keep("cost/curve/fixed-per-trust", curve$fixed)
  keep("cost/curve/each-group", curve$step)
  keep(paste0("cost/curve/each-img", tail), curve$each)
  for (i in seq_along(sizes)) {
    n <- sizes[i]
    keep(paste0("cost/curve/n-", n, tail), curve$of(n) / n)
    keep(paste0("cost/curve/one-more/n-", n, tail), curve$of(n + 1) - curve$of(n))
    if (i > 1) {
      keep(paste0("cost/curve/between/n-", sizes[i - 1], "-and-", n, tail),
        (curve$of(n) - curve$of(sizes[i - 1])) / (n - sizes[i - 1]))
    }
  }
  for (g in names(groups)) {
    own <- lapply(groups[[g]], parts_of, kind)
    keep(paste0("cost/standardised", tail, "/", g), mean(vapply(own, function(p) own_cost(p, common) / common, 0)))
    more <- vapply(own, function(p) own_cost(p, p$n + 1) - own_cost(p, p$n), 0)
    if (g == "pooled") keep(paste0("cost/one-more", tail, "/", g), weighted.mean(more, vapply(own, `[[`, 0, "n")))
  }
}

# Each Trust once, whatever its size; where a further Trust is expected, from the logs.
for (kind in c("with", "without")) {
  cost <- vapply(trusts, function(t) total[[t]][[kind]], 0)
  for (shown in list(trusts, cluster)) {
    for (count in c("recruited", "inducted", "completed")) {
      each <- tapply(cost, shown, sum) / tapply(cohort[trusts, count], shown, sum)
      k <- length(each)
      tail <- paste0("-of-trusts/", count, "/", kind, "-supernumerary/of-", k)
      keep(paste0("cost/median", tail), median(each))
      id <- paste0("cost/mean", tail)
      keep(id, mean(each))
      next_one <- exp(predict(lm(log(each) ~ 1), data.frame(row.names = 1), interval = "prediction"))
      keep(paste0(id, "#predictionLow"), next_one[1, "lwr"])
      keep(paste0(id, "#predictionHigh"), next_one[1, "upr"])
    }
  }
}

# ---- Weighted to everyone invited ----------------------------------------------------------------------------

# The example declares no weighting. These declarations are added to copies of it.
margins <- list(
  list(variable = "first_post", people = list(`0` = 66, `1` = 84)),
  list(variable = "grade", people = list(`1` = 84, `2` = 36, `3` = 30)))
declared <- list(
  list(margins = margins[1], trim_over = 5, basis = "Invented"),
  list(margins = margins, trim_over = 5, basis = "Invented"),
  list(margins = margins, trim_over = 1.6, basis = "Invented"))
# NULL when the weights over the limit keep coming back.
weigh <- function(rows, weighting) {
  by <- vapply(weighting$margins, function(m) m$variable, "")
  formulas <- lapply(by, function(v) as.formula(paste0("~", v)))
  totals <- lapply(weighting$margins, function(m) {
    setNames(data.frame(as.numeric(names(m$people)), unlist(m$people)), c(m$variable, "Freq"))
  })
  w <- rep(1, nrow(rows))
  cut <- rep(FALSE, nrow(rows))
  for (trims in 0:200) {
    start <- svydesign(ids = ~1, weights = w, data = rows)
    fit <- survey::rake(start, formulas, totals, control = list(maxit = 10000, epsilon = 1e-13))
    # The same weights by Newton's method.
    design <- svydesign(ids = ~1, weights = w, data = transform(rows, first_post = factor(first_post), grade = factor(grade)))
    goals <- c(`(Intercept)` = sum(totals[[1]]$Freq), unlist(lapply(totals, function(t) setNames(t$Freq[-1], paste0(names(t)[1], t[-1, 1])))))
    newton <- calibrate(design, as.formula(paste("~", paste(by, collapse = " + "))), goals, calfun = "raking", epsilon = 1e-13, maxit = 200)
    w <- weights(fit)
    stopifnot(abs(w / weights(newton) - 1) < 1e-9)
    limit <- weighting$trim_over * median(w)
    over <- w > limit * (1 + 1e-10)
    if (!any(over)) return(list(design = fit, w = w, trimmed = sum(cut)))
    w[over] <- limit
    cut <- cut | over
  }
  NULL
}
weighted_studies <- lapply(declared, function(weighting) {
  found <- list()
  by <- vapply(weighting$margins, function(m) m$variable, "")
  one <- function(stem, w, value) {
    rows <- at(trusts, w)
    rows$value <- value(rows)
    rows <- rows[complete.cases(rows[c("value", by)]), ]
    fit <- weigh(rows, weighting)
    id <- paste0("weighted/", stem, "/", w, "/pooled")
    if (is.null(fit)) {
      found[[id]] <<- NA
      return()
    }
    found[[id]] <<- unname(coef(svymean(~value, fit$design)))
    found[[paste0(id, "#n")]] <<- nrow(rows)
    found[[paste0(id, "#effectiveN")]] <<- sum(fit$w)^2 / sum(fit$w^2)
    found[[paste0(id, "#trimmed")]] <<- fit$trimmed
  }
  for (s in c("settling", "confidence")) for (w in waves) one(s, w, function(rows) rows[[s]])
  for (v in c("recommend", "settled_overall")) one(gsub("_", "-", v), "month3", function(rows) as.numeric(rows[[v]] >= 4))
  list(weighting = weighting, values = found)
})

packages <- c("metafor", "clubSandwich", "psych", "lavaan", "survey", "survival")
write_json(list(script = "tests/reference/example/independent.R", r = R.version.string,
  packages = lapply(setNames(packages, packages), function(p) as.character(packageVersion(p))),
  values = values, weightedStudies = weighted_studies), args[2], auto_unbox = TRUE, digits = I(17), pretty = TRUE, na = "null")
