# R's side of one statistics job, in a process of its own: Rscript peers.R <job> <folder>. Prints one line of JSON.
# Only the call is timed: not R's start, not the loading of packages, not the reading of the file.
arguments <- commandArgs(TRUE); job <- arguments[1]; folder <- arguments[2]
bytes <- function(name) { path <- file.path(folder, name); readBin(path, "integer", file.size(path), size = 1, signed = FALSE) }
doubles <- function(name) { path <- file.path(folder, name); readBin(path, "double", file.size(path) / 8, endian = "little") }
need <- function(package) if (!suppressPackageStartupMessages(suppressWarnings(require(package, character.only = TRUE)))) {
  cat(sprintf('{"absent": "R package %s is not installed"}\n', package)); quit(status = 0)
}
told <- function(work, times = 1) {
  seconds <- system.time(answer <- suppressWarnings(work()))[["elapsed"]] * times
  cat(sprintf('{"seconds": %.6f, "answer": [%s]}\n', seconds, paste(sprintf("%.10g", answer), collapse = ", ")))
}
set.seed(1)
mean_of <- function(x, i) mean(x[i])

if (job == "bca") {
  need("boot"); x <- doubles("values-1000.f64")
  told(function() tail(boot.ci(boot(x, mean_of, R = 10000), type = "bca")$bca[1, ], 2))
} else if (job == "bca-given-L") {
  need("boot"); x <- doubles("values-1000.f64")
  told(function() tail(boot.ci(boot(x, mean_of, R = 10000), type = "bca", L = x - mean(x))$bca[1, ], 2))
} else if (job == "counts") {
  need("boot"); x <- bytes("likert-100000.u8")
  told(function() tail(boot.ci(boot(x, mean_of, R = 1000, simple = TRUE), type = "perc")$percent[1, ], 2), times = 10)
} else if (job == "alpha") {
  need("psych"); x <- as.data.frame(matrix(bytes("items.u8"), ncol = 16))
  told(function() { a <- alpha(x); c(a$total$raw_alpha, a$alpha.drop$raw_alpha[1]) })
} else if (job == "mannWhitney") {
  x <- bytes("wave-1.u8"); y <- bytes("wave-2.u8")
  told(function() { w <- wilcox.test(x, y, correct = FALSE); c(w$statistic, w$p.value) })
} else if (job == "permutation") {
  x <- doubles("values-1000.f64")[1:200]; seen <- abs(mean(x[1:100]) - mean(x[101:200]))
  told(function() {
    drawn <- replicate(10000, { i <- sample(200, 100); mean(x[i]) - mean(x[-i]) })
    (sum(abs(drawn) >= seen) + 1) / 10001
  })
} else if (job == "permutation-coin") {
  need("coin"); d <- data.frame(x = doubles("values-1000.f64")[1:200], g = factor(rep(1:2, each = 100)))
  told(function() pvalue(oneway_test(x ~ g, d, distribution = approximate(nresample = 10000))))
} else if (job == "signedRank") {
  need("coin"); d <- data.frame(after = bytes("changes-200.u8"), before = 4L)
  told(function() pvalue(wilcoxsign_test(after ~ before, d, distribution = "exact", zero.method = "Pratt")))
}
