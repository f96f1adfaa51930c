# OpenMx' part of the comparison: a full fit and its bootstrap.
suppressMessages(library(OpenMx))
folder <- commandArgs(TRUE)[1]
data <- read.csv(file.path(folder, "study.csv"))
invisible(mxOption(NULL, "Number of Threads", 1))
items <- list(col = paste0("c", 1:4), ali = paste0("a", 1:4), con = paste0("k", 1:4), int = paste0("i", 1:3), mar = paste0("m", 1:3))
latent <- c(names(items), "per")
build <- function(data) mxModel("study", type = "RAM", manifestVars = names(data), latentVars = latent,
  lapply(names(items), function(f) mxPath(f, items[[f]], free = c(FALSE, rep(TRUE, length(items[[f]]) - 1)), values = 1)),
  mxPath("per", c("int", "mar"), free = c(FALSE, TRUE), values = c(1, 1.5)),
  mxPath("col", c("ali", "con"), values = c(.4, -.4)), mxPath(c("ali", "con"), "per", values = c(.4, .05)),
  mxPath(names(data), arrows = 2, values = .8), mxPath(latent, arrows = 2, values = .5),
  mxPath("one", names(data), values = 4), mxData(data, type = "raw"))
times <- function(units, work, blocks = 7) {
  work()
  sapply(seq_len(blocks), function(i) { gc(FALSE); 1000 * system.time(work())[["elapsed"]] / units })
}
out <- file(file.path(folder, "openmx-times.csv"), "w")
row <- function(name, values) cat(name, ",", paste(sprintf("%.6f", values), collapse = ","), "\n", sep = "", file = out)
quiet <- function(work) suppressWarnings(suppressMessages(work))
model <- build(data)
fit <- quiet(mxRun(model, silent = TRUE))
row("full fit with standard errors", times(2, function() for (i in 1:2) quiet(mxRun(model, silent = TRUE))))
row("bootstrap each resample", times(10, function() quiet(mxBootstrap(fit, replications = 10, verbose = 0L))))
close(out)
