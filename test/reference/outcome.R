# Reference values for a model of an observed outcome, from R: test/reference/outcome.json.
#
# The data are R's own `infert` (Trichopoulos et al. 1976, Br. J. of Obst. and Gynaec. 83, 645-650): 248 women, an outcome,
# four numbers and a category of three levels. Needs base R only. Run from the project's root:
#     Rscript test/reference/outcome.R
d <- infert
d$education <- relevel(d$education, ref = names(which.max(table(d$education))))
form <- case ~ age + parity + induced + spontaneous + education
control <- glm.control(epsilon = 1e-14, maxit = 100)
fit <- glm(form, binomial, d, control = control)
auc <- function(p, y) unname(wilcox.test(p[y == 1], p[y == 0], exact = FALSE)$statistic) / (sum(y) * sum(1 - y))

# folds that do not depend on R's random numbers: each outcome's rows in turn
fold <- integer(nrow(d))
for (y in 0:1) fold[d$case == y] <- (seq_len(sum(d$case == y)) - 1) %% 5
out <- numeric(nrow(d))
for (f in 0:4) {
  part <- glm(form, binomial, d[fold != f, ], control = control)
  out[fold == f] <- predict(part, d[fold == f, ], type = "response")
}

number <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
text <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
table <- summary(fit)$coefficients
writeLines(c(
  "{",
  sprintf('  "software": "%s",', R.version.string),
  sprintf('  "reference": "%s",', levels(d$education)[1]),
  sprintf('  "levels": %s,', text(levels(infert$education))),
  sprintf('  "education": %s,', text(as.character(d$education))),
  sprintf('  "age": %s,', number(d$age)),
  sprintf('  "parity": %s,', number(d$parity)),
  sprintf('  "induced": %s,', number(d$induced)),
  sprintf('  "spontaneous": %s,', number(d$spontaneous)),
  sprintf('  "outcome": %s,', number(d$case)),
  sprintf('  "fold": %s,', number(fold)),
  sprintf('  "terms": %s,', text(sub("^education", "education=", rownames(table)))),
  sprintf('  "coefficients": %s,', number(table[, 1])),
  sprintf('  "standardErrors": %s,', number(table[, 2])),
  sprintf('  "deviance": %.15g,', deviance(fit)),
  sprintf('  "nullDeviance": %.15g,', fit$null.deviance),
  sprintf('  "auc": %.15g,', auc(fitted(fit), d$case)),
  sprintf('  "outOfFold": %s,', number(out)),
  sprintf('  "foldAuc": %s,', number(sapply(0:4, function(f) auc(out[fold == f], d$case[fold == f])))),
  sprintf('  "outOfFoldBrier": %.15g', mean((out - d$case)^2)),
  "}"
), "test/reference/outcome.json")
