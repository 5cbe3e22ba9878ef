# Makes the .sav files of this folder and expected.json, what haven itself reads back from them.
# Run from this folder: Rscript make-fixtures.R (R 4.2.2, haven 2.5.1, jsonlite). The tests never need R.
suppressMessages({library(haven); library(jsonlite)})

long <- paste(rep("A long answer that goes on. ", 25), collapse = "") # 700 characters
people <- data.frame(id = 1:6)
people$agree <- labelled_spss(c(1, 2, 5, 97, NA, 3),
  c("Strongly disagree" = 1, "Disagree" = 2, "Agree" = 4, "Strongly agree" = 5, "Prefer not to say" = 97),
  na_values = 97, label = "I feel welcome in my team")
people$days <- labelled_spss(c(0, 2.5, -3, 999, 1e10, NA), na_range = c(900, 999), label = "Days of shadowing")
people$town <- c("Leeds", "", "Łódź", "São Paulo", "x", "Exactly8")
people$why <- labelled(c("new", "a much longer answer", "other reason", "", "new", "new"),
  c("Newly arrived" = "new", "Some other reason" = "other reason"), label = "Why did you come?")
people$story <- c(long, "short", "", paste0(long, long), strrep("é", 200), strrep("b", 255))
people$start <- as.Date(c("2026-04-05", "1999-12-31", NA, "2026-02-28", "1900-01-01", "2024-02-29"))
people$sent <- as.POSIXct(c("2026-04-05 10:22:00", "2026-04-05 00:00:00", NA, "2026-12-31 23:59:59",
  "2026-06-01 08:00:01", "2026-06-02 12:00:00"), tz = "UTC")
people$clock <- hms::hms(c(37320, 0, NA, 86399, 1, 108000))
names(people)[2] <- "how_far_do_you_agree_with_this_statement"
people$level <- labelled_spss(c("ct", "zz", "st", "", "other", "ct"), c("Core training" = "ct", "Not said" = "zz"), na_values = "zz")
attr(people$start, "label") <- "On what date did you start?"
people$`Größe` <- c(1, 2, 3, 4, 5, 6) / 10

write_sav(people, "none.sav", compress = "none")
write_sav(people, "byte.sav", compress = "byte")
write_sav(people, "zlib.zsav", compress = "zsav")
write_sav(people[0, c("id", "start")], "no-people.sav", compress = "byte")

text <- function(x) {
  if (inherits(x, "Date")) return(ifelse(is.na(x), NA, format(x)))
  if (inherits(x, "POSIXct")) return(ifelse(is.na(x), NA, sub("T00:00:00", "", format(x, "%Y-%m-%dT%H:%M:%S", tz = "UTC"))))
  if (inherits(x, "hms")) return(as.numeric(x))
  if (is.character(x)) return(as.vector(unclass(x)))
  as.numeric(x)
}
described_labels <- function(labels) if (is.null(labels)) NULL else as.list(labels)
described <- function(file) {
  d <- read_sav(file, user_na = TRUE)
  lapply(names(d), function(n) list(
    name = n, label = attr(d[[n]], "label", exact = TRUE),
    labels = described_labels(attr(d[[n]], "labels")), missingValues = I(c(list(), attr(d[[n]], "na_values"))),
    missingRange = attr(d[[n]], "na_range"), values = I(text(d[[n]]))))
}
files <- c("none.sav", "byte.sav", "zlib.zsav")
stopifnot(length(unique(lapply(files, described))) == 1)
expected <- list(people = described("byte.sav"), nobody = described("no-people.sav"))
writeLines(toJSON(expected, auto_unbox = TRUE, null = "null", na = "null", digits = NA, pretty = TRUE), "expected.json")
