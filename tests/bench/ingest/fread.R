# data.table's fread on the same file, in a process of its own: Rscript fread.R <file>. Prints one line of JSON.
# Only the reading is timed, not R's start; memory is the whole process's.
if (!suppressWarnings(requireNamespace("data.table", quietly = TRUE))) {
  cat('{"absent": "R package data.table is not installed"}\n'); quit(status = 0)
}
suppressPackageStartupMessages(library(data.table))
seconds <- system.time(d <- fread(commandArgs(TRUE)[1], na.strings = "", showProgress = FALSE))[["elapsed"]]
peak <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
items <- d[, paste0("q", 1:16), with = FALSE]
cat(sprintf('{"seconds": %.6f, "megabytes": %.1f, "answer": [%d, %.0f, %d, %.0f]}\n', seconds, peak,
            nrow(d), sum(items, na.rm = TRUE), sum(is.na(items)), sum(d$hours_support)))
