# The example study worked out again from its raw files, by hand in R: nothing of this toolkit is called.
# Needs readxl, jsonlite, metafor and survival.
#   Rscript tests/reference/example/independent.R data tests/reference/example/independent.json
suppressMessages({
  library(readxl)
  library(jsonlite)
  library(metafor)
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
pool <- function(id, by_trust) {
  by_trust <- lapply(by_trust, function(x) x[!is.na(x)])
  by_trust <- lapply(split(by_trust, cluster), unlist)
  by_trust <- by_trust[lengths(by_trust) > 0]
  n <- lengths(by_trust)
  within <- sum(vapply(by_trust, function(x) sum((x - mean(x))^2), 0)) / sum(n - 1)
  fit <- rma(vapply(by_trust, mean, 0), within / n, method = "REML", test = "adhoc",
    control = list(threshold = 1e-14, maxiter = 10000))
  p <- predict(fit)
  say(id, fit$beta[1], fit$ci.lb, fit$ci.ub)
  keep(paste0(id, "#predictionLow"), p$pi.lb)
  keep(paste0(id, "#predictionHigh"), p$pi.ub)
  keep(paste0(id, "#tauSquared"), fit$tau2)
  keep(paste0(id, "#iSquared"), fit$I2 / 100)
  keep(paste0(id, "#n"), sum(n))
}
for (s in c("settling", "confidence")) {
  for (w in waves) {
    scores <- lapply(trusts, function(t) at(t, w)[[s]])
    for (i in seq_along(trusts)) t_interval(paste0("scale/", s, "/", w, "/", slug(trusts[i])), scores[[i]])
    pool(paste0("scale/", s, "/", w, "/pooled"), scores)
  }
  change <- lapply(trusts, function(t) {
    codes <- linked_of(t)
    before <- at(t, "arrival"); after <- at(t, "month3")
    after[[s]][match(codes, after$link)] - before[[s]][match(codes, before$link)]
  })
  for (i in seq_along(trusts)) t_interval(paste0("change/", s, "/arrival-to-month3/", slug(trusts[i])), change[[i]])
  pool(paste0("change/", s, "/arrival-to-month3/pooled"), change)
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

pay <- read.csv(file.path(data_folder, "pay", "pay-and-on-costs.csv"), colClasses = "character")
pay <- pay[pay$year == "2026/27", ]
figure <- function(key, table = NULL) {
  row <- pay[pay$key == key & (is.null(table) | pay$table %in% table), ]
  stopifnot(nrow(row) == 1)
  as.numeric(row$value)
}
rate <- function(point) {
  table <- pay$table[pay$key == point & grepl("pay_england", pay$table)]
  p <- figure(point, table)
  ni <- figure("rate", "employer_ni") * max(0, p - figure("secondary_threshold"))
  year <- p + ni + p * figure("paid_by_employer") + p * figure("rate", "apprenticeship_levy")
  year / figure(if (table == "afc_pay_england") "paid_hours.afc" else "paid_hours.medical")
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
total <- list()
for (t in trusts) {
  cover <- sheet(t, "Cover")
  days <- as.numeric(cover$Answer[3]) - as.numeric(cover$Answer[2]) + 1
  times <- function(unit) c(`whole period` = 1, `each cohort` = cohort[t, "intakes"], `each week` = days / 7, `each IMG` = cohort[t, "inducted"])[unit]
  staff <- sheet(t, "Staff")
  point <- sub(" .*", "", staff[["Pay point"]])
  hours <- as.numeric(staff$People) * as.numeric(staff[["Hours of each person"]]) * times(staff[["Hours are for"]])
  staff_cost <- penny(hours * vapply(point, rate, 0))
  other <- sheet(t, "Other costs")
  other_cost <- as.numeric(other[["Amount in pounds"]]) * times(other[["Amount is for"]])
  img <- sheet(t, "IMG time")
  img_cost <- as.numeric(img$IMGs) * as.numeric(img[["Supernumerary hours of each IMG"]]) *
    vapply(sub(" .*", "", img[["Pay point"]]), rate, 0)
  img_cost <- penny(img_cost)
  total[[t]] <- c(without = sum(staff_cost) + sum(other_cost), with = sum(staff_cost) + sum(other_cost) + sum(img_cost))
}
for (kind in c("with", "without")) {
  tail <- paste0("/", kind, "-supernumerary/")
  cost <- vapply(trusts, function(t) total[[t]][[kind]], 0)
  for (g in names(groups)) {
    keep(paste0("cost/total", tail, g), sum(cost[groups[[g]]]))
    for (count in c("recruited", "inducted", "completed")) {
      keep(paste0("cost/per-img/", count, tail, g), sum(cost[groups[[g]]]) / sum(cohort[groups[[g]], count]))
    }
  }
}

write_json(list(script = "tests/reference/example/independent.R", r = R.version.string,
  metafor = as.character(packageVersion("metafor")), survival = as.character(packageVersion("survival")),
  values = values), args[2], auto_unbox = TRUE, digits = I(17), pretty = TRUE, na = "null")
