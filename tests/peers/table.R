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
ours <- as.matrix(read.csv(file.path(folder, "pathwise-estimates.csv"), header = FALSE))
theirs <- as.matrix(read.csv(file.path(folder, "lavaan-estimates.csv"), header = FALSE))
cat(sprintf("\nEstimates of %d resamples, largest difference between Pathwise and lavaan: %.1e (relative to 1 + size)\n", nrow(ours), max(abs(ours - theirs) / (1 + abs(ours)))))
