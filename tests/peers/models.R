# What one more draw of the bootstrap costs, for models of every kind, as a user calls it: the command `pathwise effects` with all effects and
# percentile intervals, improper solutions dropped, one thread; and lavaan's bootstrapLavaan with coef. The same data of the study's shape. The
# command is timed twice, for few and for many draws, and the difference divided by the draws between: its start and the first fit are no part of it.
suppressMessages(library(lavaan))
arguments <- commandArgs(TRUE)
pathwise <- arguments[1]; root <- arguments[2]; folder <- arguments[3]
invisible(system2(pathwise, c("clean", file.path(root, "data/raw/executives.csv"), "--out", folder), stdout = FALSE, stderr = FALSE))
cases <- read.csv(file.path(folder, "executives.csv"))
items <- grep("^(col|ali|con|int|mar)[0-9]+$", names(cases), value = TRUE)
set.seed(3)
study <- cbind(cases[items], g = rep(1:2, length.out = nrow(cases)), x = round(rnorm(nrow(cases)), 3))
holes <- study[items]; holes[matrix(runif(length(items) * nrow(study)) < 0.1, nrow(study))] <- NA
write.csv(study, file.path(folder, "study.csv"), row.names = FALSE)
write.csv(holes, file.path(folder, "holes.csv"), row.names = FALSE, na = "")
model <- paste(readLines(file.path(root, "data/published/s1-final-model.lav")), collapse = "\n")
equal <- sub("col2 + col3 + col4", "a*col2 + a*col3 + a*col4", sub("ali2 + ali3 + ali4", "b*ali2 + b*ali3 + b*ali4", model, fixed = TRUE), fixed = TRUE)
means <- paste(c(model, paste(items, "~ 1")), collapse = "\n")
covariate <- paste(model, "alignment ~ x", sep = "\n")

rows <- list(
  list("as published", model, "", list(), c(2000, 42000), 20),
  list("with means, saturated", model, "--meanstructure", list(meanstructure = TRUE), c(2000, 42000), 20),
  list("with means, structured", means, "", list(), c(2000, 22000), 20),
  list("observed cause, fixed.x", covariate, "--meanstructure", list(meanstructure = TRUE), c(2000, 22000), 20),
  list("observed cause, random", covariate, "--meanstructure --fixed-x false", list(meanstructure = TRUE, fixed.x = FALSE), c(2000, 22000), 20),
  list("two groups", model, "--group g", list(group = "g"), c(500, 8500), 8),
  list("two groups, equal loadings", model, "--group g --group-equal loadings", list(group = "g", group.equal = "loadings"), c(500, 4500), 8),
  list("equal loadings", equal, "", list(), c(500, 8500), 10),
  list("GLS", model, "--estimator GLS", list(estimator = "GLS"), c(500, 6500), 10),
  list("ULS", model, "--estimator ULS", list(estimator = "ULS"), c(500, 8500), 10),
  list("FIML, 10 % of cells missing", model, "--missing fiml", list(missing = "fiml"), c(50, 650), 4),
  list("two stages, 10 % of cells missing", model, "--missing two.stage", list(missing = "two.stage"), c(100, 2100), 4))

ours <- function(row) {
  file <- file.path(folder, "model.lav"); writeLines(row[[2]], file)
  data <- if (grepl("--missing", row[[3]])) "holes.csv" else "study.csv"
  call <- function(draws) {
    arguments <- c("effects", file, "--data", file.path(folder, data), strsplit(row[[3]], " ")[[1]], "--bootstrap", draws, "--seed", 1, "--ci", "percentile", "--improper", "drop", "--threads", 1)
    sum(system.time(system2(pathwise, arguments, stdout = FALSE, stderr = FALSE))[c("user.child", "sys.child")])
  }
  sapply(1:3, function(i) 1000 * (call(row[[5]][2]) - call(row[[5]][1])) / diff(row[[5]]))
}
theirs <- function(row) {
  data <- if (grepl("--missing", row[[3]])) holes else study
  fit <- suppressWarnings(do.call("sem", c(list(row[[2]], data), row[[4]])))
  sapply(1:3, function(i) 1000 * sum(system.time(suppressWarnings(bootstrapLavaan(fit, R = row[[6]], FUN = coef)))[c("user.self", "sys.self")]) / row[[6]])
}
cell <- function(x) sprintf("%.3g (%.3g)", median(x), min(x))
cat(sprintf("\n| bootstrap, one more draw, ms of processor time | Pathwise | lavaan %s | lavaan / Pathwise |\n|---|---|---|---|\n", packageVersion("lavaan")))
for (row in rows) {
  a <- ours(row); b <- theirs(row)
  cat(sprintf("| %s | %s | %s | %.0f |\n", row[[1]], cell(a), cell(b), median(b) / median(a)))
}
