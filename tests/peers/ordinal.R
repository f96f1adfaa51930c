# Ordered variables: the study's 18 items of seven categories and 92 cases, by Pathwise (times read from standard input, as `Pathwise.Benchmarks ordinal`
# prints them), lavaan and, for the first step, OpenMx. Milliseconds of processor time. bootstrapLavaan fails on these data in every draw that loses a
# category, which nearly all do; a draw is therefore timed as a refit of the whole data without errors, tests or baseline.
suppressMessages({ library(lavaan); library(OpenMx) }); options(warn = -1)
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1]); v <- names(d); model <- paste(readLines(arguments[2]), collapse = "\n")
lines <- readLines(file("stdin"))
own <- function(start) { line <- lines[startsWith(lines, start)]; as.numeric(strsplit(trimws(substring(line, 33)), " +")[[1]]) }
time <- function(f, n) { f(); x <- replicate(n, sum(system.time(f())[c("user.self", "sys.self", "user.child", "sys.child")]) * 1000); c(median(x), min(x)) }
levels <- sapply(d, function(x) length(unique(x))); y <- sapply(d, function(x) as.integer(ordered(x)))
muthen <- function() lavaan:::muthen1984(Data = y, ov.names = v, ov.types = rep("ordered", length(v)), ov.levels = levels, WLS.W = TRUE)
factors <- as.data.frame(lapply(d, function(x) mxFactor(x, levels = sort(unique(x)))))
summarize <- function() omxAugmentDataWithWLSSummary(mxData(factors, "raw"), type = "DWLS")
whole <- function() { fit <- sem(model, d, ordered = v, estimator = "WLSMV"); fitMeasures(fit) }
refit <- function() sem(model, d, ordered = v, estimator = "DWLS", se = "none", test = "none", baseline = FALSE)
rows <- list(
  list("polychoric correlations with asymptotic covariance", own("with asymptotic"), time(muthen, 9), tryCatch(time(summarize, 3), error = function(e) NULL)),
  list("whole WLSMV fit with errors, tests and indices", own("with errors"), time(whole, 7), NULL),
  list("bootstrap, one more draw", own("one draw"), time(refit, 7), NULL))
cell <- function(x) if (is.null(x)) "" else sprintf("%.3g (%.3g)", x[1], x[2])
ratio <- function(x, base) if (is.null(x)) "" else sprintf("%.0f", x[1] / base[1])
cat(sprintf("\n| ordered variables, ms of processor time | Pathwise | lavaan %s | OpenMx %s | lavaan / Pathwise | OpenMx / Pathwise |\n|---|---|---|---|---|---|\n", packageVersion("lavaan"), packageVersion("OpenMx")))
for (row in rows) cat(sprintf("| %s | %s | %s | %s | %s | %s |\n", row[[1]], cell(row[[2]]), cell(row[[3]]), cell(row[[4]]), ratio(row[[3]], row[[2]]), ratio(row[[4]], row[[2]])))
