# Runs the scripts that `pathwise report` writes for every model of tests/fixtures/lavaan/cli, and sets what they print beside what
# `pathwise fit` prints: the largest differences of estimates and standard errors, each over the size of the number where that is above one.
# Rscript tests/peers/report.R [PROGRAM] [lavaan|openmx]
suppressMessages({library(jsonlite); library(lavaan)})
arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
program <- if (length(arguments) > 0) normalizePath(arguments[1]) else normalizePath(file.path(here, "../../artifacts/bin/Pathwise.Cli/release/pathwise"))
peer <- if (length(arguments) > 1) arguments[2] else "lavaan"
fixtures <- normalizePath(file.path(here, "../fixtures/lavaan/cli"))
cases <- fromJSON(file.path(fixtures, "cli.json"), simplifyVector = FALSE)
work <- tempfile("report"); dir.create(work); setwd(file.path(fixtures, "data"))
apart <- function(a, b) { d <- abs(a - b) / pmax(1, abs(b)); if (all(is.na(d))) NA else max(d, na.rm = TRUE) }

# In a process of its own, as a reviewer runs it; what the script made is kept to be compared.
run <- function(folder, script) {
  kept <- file.path(folder, "kept.rds")
  lines <- c(sprintf("setwd(%s)", shQuote(folder)), "sink(nullfile())", sprintf("source(%s)", shQuote(script)), "sink()", sprintf("saveRDS(%s, %s)", if (script == "model.R") "estimates" else "summary(fit)$parameters", shQuote(kept)))
  writeLines(lines, file.path(folder, "run.R"))
  if (system2("Rscript", file.path(folder, "run.R"), stdout = FALSE, stderr = file.path(folder, "run.log")) != 0) return(NULL)
  readRDS(kept)
}

of_lavaan <- function(found, ours) {
  if (is.null(found$group)) found$group <- ifelse(found$op %in% c(":=", "==", "<", ">"), 0, 1)
  key <- function(x) paste(x$lhs, x$op, x$rhs, x$group)
  at <- match(key(ours), key(found))
  free <- ours$free > 0 | ours$op == ":="
  c(rows = sum(!is.na(at)), missing = sum(is.na(at) & free), est = apart(found$est[at], ours$est), se = apart(found$se[at][free], ours$se[free]))
}

# A parameter without a label is called by its number; a label that OpenMx cannot have is looked for by its value. Standard errors are compared where
# the script does not say that they are others.
of_openmx <- function(found, ours) {
  free <- ours[ours$free > 0, ]
  prefix <- if (any(grepl("^p[0-9]+$", free$label))) "free" else "p"
  at <- match(ifelse(free$label == "", paste0(prefix, free$free), free$label), found$name)
  for (i in which(is.na(at))) at[i] <- which.min(abs(found$Estimate - free$est[i]))
  c(rows = nrow(free), missing = 0, est = apart(found$Estimate[at], free$est), se = apart(found$Std.Error[at], free$se))
}

frame <- function(rows) do.call(rbind, lapply(rows, function(row) data.frame(lhs = row$lhs, op = row$op, rhs = row$rhs, group = row$group, free = row$free, label = row$label, est = if (is.null(row$est)) NA else row$est, se = if (is.null(row$se)) NA else row$se)))
result <- do.call(rbind, lapply(seq_along(cases), function(i) {
  case <- cases[[i]]
  model <- file.path(work, sprintf("m%d.lav", i)); writeLines(case$model, model)
  folder <- file.path(work, sprintf("paper%d", i))
  options <- strsplit(case$cli, " ")[[1]]
  data <- if (any(options == "--cov")) character() else c("--data", paste0(case$data, ".csv"))
  said <- suppressWarnings(system2(program, c("report", model, data, options, "--out", folder), stdout = FALSE, stderr = FALSE))
  said <- if (file.exists(file.path(folder, "openmx.R"))) paste(grep("^#", readLines(file.path(folder, "openmx.R")), value = TRUE), collapse = " ") else ""
  # OpenMx has the errors of the observed information.
  observed <- if (peer == "openmx" && grepl("those of the observed information", said)) c("--information", "observed") else character()
  fitted <- fromJSON(suppressWarnings(system2(program, c("fit", model, data, options, observed, "--format", "json"), stdout = TRUE, stderr = FALSE)), simplifyVector = FALSE)
  found <- if (dir.exists(folder)) run(folder, if (peer == "lavaan") "model.R" else "openmx.R")
  found <- if (is.null(found)) c(rows = 0, missing = NA, est = NA, se = NA) else (if (peer == "lavaan") of_lavaan else of_openmx)(found, frame(fitted$parameters))
  if (peer == "openmx" && grepl("Not expressed here: (robust )?standard errors", said)) found["se"] <- NA
  data.frame(model = case$name, t(found), remark = if (grepl("Not expressed here: GLS", said)) "not expressed" else "")
}))
print(result, digits = 2, right = FALSE)
tolerance <- if (peer == "lavaan") 1e-4 else 1e-3
agrees <- !is.na(result$est) & result$est < tolerance & (is.na(result$se) | result$se < tolerance) & result$missing == 0
cat(sum(agrees), "of", sum(result$remark == ""), "models agree within", tolerance, "\n")
