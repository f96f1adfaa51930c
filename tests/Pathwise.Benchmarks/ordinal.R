# The same work by lavaan: Rscript ordinal.R FILE.csv; milliseconds of processor time, median and minimum.
suppressMessages(library(lavaan)); options(warn = -1)
d <- read.csv(commandArgs(TRUE)[1]); v <- names(d)
time <- function(f, n = 9) { f(); x <- replicate(n, sum(system.time(f())[c("user.self", "sys.self", "user.child", "sys.child")]) * 1000); sprintf("%8.1f %8.1f", median(x), min(x)) }
levels <- sapply(d, function(x) length(unique(x))); y <- sapply(d, function(x) as.integer(ordered(x)))
muthen <- function(w) lavaan:::muthen1984(Data = y, ov.names = v, ov.types = rep("ordered", length(v)), ov.levels = levels, WLS.W = w)
cat("polychoric correlations    ", time(function() muthen(FALSE)), "\nwith asymptotic covariance ", time(function() muthen(TRUE)), "\n")
cat("psych::polychoric          ", time(function() psych::polychoric(d, correct = 0), 3), "\n")
