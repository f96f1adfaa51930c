# What a universe costs: 50 (or UNIVERSES) of the plan of the executives, drawn at random from those with estimates. Pathwise: estimates, measures of fit, effects and their standard errors, as
# `pathwise multiverse run` makes them, one thread. lavaan: the fit of the script that `pathwise multiverse show` writes, with the effects defined in it (one fit, where the script
# makes two), its measures of fit and its estimates; and the whole script. The same cases. Milliseconds of processor time, median (minimum) of three, over the 50.
suppressMessages(library(lavaan))
arguments <- commandArgs(TRUE)
pathwise <- normalizePath(arguments[1]); root <- normalizePath(arguments[2]); folder <- normalizePath(arguments[3]); benchmarks <- normalizePath(arguments[4])
plan <- file.path(root, "data/multiverse/executives.yaml")
run <- file.path(folder, "universes")
unlink(run, recursive = TRUE)
invisible(system2(pathwise, c("multiverse", "run", plan, "--out", run), stdout = FALSE, stderr = FALSE))
lines <- readLines(file.path(run, "universes.jsonl"))
lines <- lines[grepl('"status":"(proper|improper)"', lines)]
set.seed(50); count <- as.integer(Sys.getenv("UNIVERSES", "50"))
keys <- sub('.*?"key":"([0-9a-f]+)".*', "\\1", sample(lines, count), perl = TRUE)
writeLines(keys, file.path(folder, "keys.txt"))
ours <- as.numeric(strsplit(system2(benchmarks, c("universes", plan, file.path(folder, "keys.txt")), stdout = TRUE), " ")[[1]])

seconds <- function(work) sum(system.time(suppressWarnings(work()))[c("user.self", "sys.self")])
universe <- function(key) {
  place <- file.path(folder, key)
  system2(pathwise, c("multiverse", "show", key, plan, "--out", place), stdout = FALSE, stderr = FALSE)
  script <- parse(file.path(place, "model.R"))
  own <- setwd(place); on.exit(setwd(own))
  made <- new.env()
  whole <- function() utils::capture.output(for (each in script) eval(each, made))
  suppressWarnings(whole())
  once <- function() {
    fit <- do.call("sem", made$defining)
    fitMeasures(fit, c("chisq", "df", "cfi", "rmsea", "srmr_bentler"))
    parameterEstimates(fit, standardized = TRUE)
  }
  c(replicate(3, seconds(once)), replicate(3, seconds(whole)))
}
theirs <- 1000 * rowMeans(sapply(keys, universe))
cell <- function(x) sprintf("%.3g (%.3g)", median(x), min(x))
cat(sprintf("\n| a universe of a multiverse, ms of processor time | Pathwise | lavaan %s | lavaan / Pathwise |\n|---|---|---|---|\n", packageVersion("lavaan")))
cat(sprintf("| fit, measures and effects | %s | %s | %.0f |\n", cell(ours), cell(theirs[1:3]), median(theirs[1:3]) / median(ours)))
cat(sprintf("| the script that is written for it | | %s | %.0f |\n", cell(theirs[4:6]), median(theirs[4:6]) / median(ours)))
