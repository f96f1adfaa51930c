# lavaan's part of the comparison: a full fit, its bootstrap, and the fastest honest use of its internals (own covariance matrix, warm
# start, nothing computed beside the estimates); then its estimates on the resamples that Pathwise exported.
suppressMessages(library(lavaan))
folder <- commandArgs(TRUE)[1]
data <- read.csv(file.path(folder, "study.csv"))
resamples <- as.matrix(read.csv(file.path(folder, "resamples.csv"), header = FALSE)) + 1
model <- "
  col =~ c1 + c2 + c3 + c4
  ali =~ a1 + a2 + a3 + a4
  con =~ k1 + k2 + k3 + k4
  int =~ i1 + i2 + i3
  mar =~ m1 + m2 + m3
  per =~ int + mar
  ali ~ col
  con ~ col
  per ~ ali + con
  ali ~~ 0*con
"
times <- function(units, work, blocks = 15) {
  work()
  sapply(seq_len(blocks), function(i) { gc(FALSE); 1000 * system.time(work())[["elapsed"]] / units })
}
row <- function(name, values) cat(name, ",", paste(sprintf("%.6f", values), collapse = ","), "\n", sep = "", file = out)
quiet <- suppressWarnings
fit <- sem(model, data)
out <- file(file.path(folder, "lavaan-times.csv"), "w")
row("full fit with standard errors", times(5, function() for (i in 1:5) quiet(sem(model, data))))
row("bootstrap each resample", times(20, function() quiet(bootstrapLavaan(fit, R = 20, FUN = coef))))
bare <- quiet(sem(model, data, se = "none", test = "none", baseline = FALSE, h1 = FALSE, check.start = FALSE, check.post = FALSE, check.gradient = FALSE, check.vcov = FALSE))
table <- parTable(bare); table$ustart <- table$start <- table$est
refit <- function(i) {
  drawn <- as.matrix(data[resamples[i, ], ])
  quiet(lavaan(slotParTable = as.list(table), slotOptions = bare@Options, sample.cov = cov(drawn), sample.nobs = nrow(drawn)))
}
row("innermost loop each resample", times(20, function() for (i in 1:20) refit(i)))
close(out)
estimates <- t(sapply(seq_len(nrow(resamples)), function(i) {
  found <- quiet(sem(model, data[resamples[i, ], ], se = "none", test = "none", baseline = FALSE))
  for (again in 1:3) found <- quiet(sem(model, data[resamples[i, ], ], se = "none", test = "none", baseline = FALSE, start = found))
  lavInspect(found, "optim")$x
}))
write.table(estimates, file.path(folder, "lavaan-estimates.csv"), sep = ",", row.names = FALSE, col.names = FALSE)
