# R's side: Rscript peers.R <draws>. Prints one line of JSON.
draws <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
before <- proc.time()
resources <- rgamma(draws, 16, scale = 110) + rgamma(draws, 9, scale = 65) + rgamma(draws, 25, scale = 20) +
  rgamma(draws, 4, scale = 160) + rgamma(draws, 12, scale = 45) + rgamma(draws, 7, scale = 30)
overhead <- rlnorm(draws, log(1.2), 0.08)
imgs <- 8 + 12 * rbeta(draws, 1 + 4 * (12 - 8) / 12, 1 + 4 * (20 - 12) / 12)
completed <- rbeta(draws, 32, 8)
answer <- quantile(resources * overhead * 12 / (imgs * completed), c(0.025, 0.5, 0.975), names = FALSE)
after <- proc.time()
cat(sprintf('{"seconds": %.6f, "processor": %.6f, "answer": [%s]}\n', after[["elapsed"]] - before[["elapsed"]],
  sum(after[1:2]) - sum(before[1:2]), paste(sprintf("%.10g", answer), collapse = ", ")))
