# What one more draw of an observed moderated mediation costs: `pathwise effects` with the indirect effect alone; the same with its conditional effects at three values, index and region
# of significance; and at 200 values; one thread; and lavaan's bootstrapLavaan with coef on the same model, whose draws are as many cases of the same data. Processor time of two runs, the
# difference divided by the draws between; median (minimum) of three.
suppressMessages(library(lavaan))
arguments <- commandArgs(TRUE)
pathwise <- arguments[1]; root <- arguments[2]; folder <- arguments[3]
path <- file.path(root, "tests/fixtures/moderation/data.csv")
file <- file.path(folder, "moderated.lav"); writeLines(c("m ~ x", "y ~ m + x + w + m:w"), file)
ours <- function(...) {
  call <- function(draws) sum(system.time(system2(pathwise, c("effects", file, "--data", path, "--effect", shQuote("x -> m -> y"), "--ci", "percentile", "--bootstrap", draws, "--seed", 1, "--threads", 1, ...), stdout = FALSE))[c("user.child", "sys.child")])
  sapply(1:3, function(i) 1000 * (call(40000) - call(10000)) / 30000)
}
data <- read.csv(path); data$mw <- data$m * data$w
fit <- sem("m ~ x\ny ~ m + x + w + mw\nmw ~~ m + x + w\nx ~~ w", data, fixed.x = FALSE, meanstructure = FALSE)
theirs <- sapply(1:3, function(i) 20 * sum(system.time(bootstrapLavaan(fit, R = 50, FUN = coef))[c("user.self", "sys.self")]))
cell <- function(times) sprintf("%.3g (%.3g)", median(times), min(times))
rows <- list("indirect effect" = ours(), "with conditional effects, index, region" = ours("--moderator", "w"), "the same at 200 values" = ours("--moderator", "w", "--at", "w=1.05:9:0.04"))
cat("| observed moderated mediation, one more draw, ms of processor time | Pathwise | lavaan", as.character(packageVersion("lavaan")), "| lavaan / Pathwise |\n|---|---|---|---|\n")
for (name in names(rows)) cat(sprintf("| %s | %s | %s | %.0f |\n", name, cell(rows[[name]]), cell(theirs), median(theirs) / median(rows[[name]])))
