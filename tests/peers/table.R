# The table of the comparison, from the times that each program wrote.
folder <- commandArgs(TRUE)[1]
read <- function(name) {
  lines <- strsplit(readLines(file.path(folder, paste0(name, "-times.csv"))), ",")
  setNames(lapply(lines, function(l) as.numeric(l[-1])), sapply(lines, `[`, 1))
}
peers <- list(Pathwise = read("pathwise"), lavaan = read("lavaan"), OpenMx = read("openmx"))
versions <- sapply(c("lavaan", "OpenMx"), function(p) as.character(packageVersion(p)))
cell <- function(x) if (is.null(x)) "" else sprintf("%.3g (%.3g)", median(x), min(x))
ratio <- function(x, base) if (is.null(x) || is.null(base)) "" else sprintf("%.0f", median(x) / median(base))
cat(sprintf("%s, %s, %s; milliseconds: median (minimum)\n\n", format(Sys.time(), "%Y-%m-%d"), sub(".*: ", "", grep("model name", readLines("/proc/cpuinfo"), value = TRUE)[1]), R.version.string))
cat(sprintf("| work | Pathwise | lavaan %s | OpenMx %s | lavaan / Pathwise | OpenMx / Pathwise |\n|---|---|---|---|---|---|\n", versions[1], versions[2]))
works <- unique(unlist(lapply(peers, names)))
for (work in works) {
  base <- peers$Pathwise[[if (grepl("innermost", work)) "bootstrap each resample" else work]]
  cat(sprintf("| %s | %s | %s | %s | %s | %s |\n", work, cell(peers$Pathwise[[work]]), cell(peers$lavaan[[work]]), cell(peers$OpenMx[[work]]), ratio(peers$lavaan[[work]], base), ratio(peers$OpenMx[[work]], base)))
}
# What the medians come to, for one core; two threads are left out.
second <- function(x) if (is.null(x)) "" else sprintf("%.0f", 1000 / median(x))
each <- "bootstrap each resample"; inner <- "innermost loop each resample"
cat(sprintf("\nFits a second and core: Pathwise %s, lavaan %s (innermost loop %s), OpenMx %s\n",
  second(peers$Pathwise[[each]]), second(peers$lavaan[[each]]), second(peers$lavaan[[inner]]), second(peers$OpenMx[[each]])))
cat("\nPathwise ends a fit when the decrement g'H^-1 g of a Newton step is below 1e-10 and the law of its convergence leaves less than 1e-20 of it;",
  "\nlavaan and OpenMx run with the tolerances that they come with. How well the estimates agree is said below.\n")
aims <- c(median(peers$lavaan[[each]]), median(peers$lavaan[[inner]]), median(peers$OpenMx[[each]])) / median(peers$Pathwise[[each]])
cat(sprintf("Aims: %s lavaan's bootstrap (150), %s its innermost loop (100), %s OpenMx's bootstrap (500)\n", sprintf("%.0f x", aims[1]), sprintf("%.0f x", aims[2]), sprintf("%.0f x", aims[3])))
ours <- as.matrix(read.csv(file.path(folder, "pathwise-estimates.csv"), header = FALSE))
theirs <- as.matrix(read.csv(file.path(folder, "lavaan-estimates.csv"), header = FALSE))
cat(sprintf("\nEstimates of %d resamples, largest difference between Pathwise and lavaan: %.1e (relative to 1 + size)\n", nrow(ours), max(abs(ours - theirs) / (1 + abs(ours)))))
