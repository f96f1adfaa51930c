# What one more draw of an observed moderated mediation costs: `pathwise effects` with the indirect effect alone, the same with its conditional effects, index and region of
# significance, one thread, and lavaan's bootstrapLavaan with coef on the same model. Processor time of two runs, the difference divided by the draws between.
suppressMessages(library(lavaan))
arguments <- commandArgs(TRUE)
pathwise <- arguments[1]; root <- arguments[2]; folder <- arguments[3]
path <- file.path(root, "tests/fixtures/moderation/data.csv")
file <- file.path(folder, "moderated.lav"); writeLines(c("m ~ x", "y ~ m + x + w + m:w"), file)
ours <- function(...) {
  call <- function(draws) sum(system.time(system2(pathwise, c("effects", file, "--data", path, "--effect", shQuote("x -> m -> y"), "--ci", "percentile", "--bootstrap", draws, "--seed", 1, "--threads", 1, ...), stdout = FALSE))[c("user.child", "sys.child")])
  median(sapply(1:3, function(i) 1000 * (call(60000) - call(20000)) / 40000))
}
data <- read.csv(path); data$mw <- data$m * data$w
fit <- sem("m ~ x\ny ~ m + x + w + mw\nmw ~~ m + x + w\nx ~~ w", data, fixed.x = FALSE, meanstructure = FALSE)
theirs <- median(sapply(1:3, function(i) 10 * sum(system.time(bootstrapLavaan(fit, R = 100, FUN = coef))[c("user.self", "sys.self")])))
plain <- ours(); conditional <- ours("--moderator", "w")
cat(sprintf("observed moderated mediation, ms a draw: Pathwise %.4f, with conditional effects %.4f, lavaan %.2f (%.0f and %.0f times)\n", plain, conditional, theirs, theirs / plain, theirs / conditional))
