# Ordered variables: the study's 18 items of up to seven categories and 92 cases, by Pathwise (times read from standard input, as `Pathwise.Benchmarks
# ordinal` prints them) and lavaan. Milliseconds of processor time. OpenMx 2.21.1 refuses weighted least squares of 18 variables with less than 172 cases. bootstrapLavaan fails on these data in every draw that loses a
# category, which nearly all do; a draw is therefore timed as a refit of the whole data without errors, tests or baseline.
suppressMessages(library(lavaan)); options(warn = -1)
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1]); v <- names(d); model <- paste(readLines(arguments[2]), collapse = "\n")
lines <- readLines(file("stdin"))
own <- function(start) { line <- lines[startsWith(lines, start)]; as.numeric(strsplit(trimws(substring(line, 33)), " +")[[1]]) }
time <- function(f, n) { f(); x <- replicate(n, sum(system.time(f())[c("user.self", "sys.self", "user.child", "sys.child")]) * 1000); c(median(x), min(x)) }
levels <- sapply(d, function(x) length(unique(x))); y <- sapply(d, function(x) as.integer(ordered(x)))
muthen <- function() lavaan:::muthen1984(Data = y, ov.names = v, ov.types = rep("ordered", length(v)), ov.levels = levels, WLS.W = TRUE)
whole <- function() { fit <- sem(model, d, ordered = v, estimator = "WLSMV"); fitMeasures(fit) }
refit <- function() sem(model, d, ordered = v, estimator = "DWLS", se = "none", test = "none", baseline = FALSE)
rows <- list(
  list("polychoric correlations with asymptotic covariance", own("with asymptotic"), time(muthen, 9)),
  list("whole WLSMV fit with errors, tests and indices", own("with errors"), time(whole, 7)),
  list("bootstrap, one more draw", own("one draw"), time(refit, 7)))
cell <- function(x) sprintf("%.3g (%.3g)", x[1], x[2])
cat(sprintf("\n| ordered variables, ms of processor time | Pathwise | lavaan %s | lavaan / Pathwise |\n|---|---|---|---|\n", packageVersion("lavaan")))
for (row in rows) cat(sprintf("| %s | %s | %s | %.0f |\n", row[[1]], cell(row[[2]]), cell(row[[3]]), row[[3]][1] / row[[2]][1]))
