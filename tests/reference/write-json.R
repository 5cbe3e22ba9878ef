# Writes lists as JSON with all 17 digits of every number (jsonlite stops at 15), and what made them.
#
# A file of data/reference:  write_methods("means", list(`t-interval` = reference(by("stats", "t.test"), cases)))
# where cases is a list of  case(input = list(...), expected = list(...), name = "all equal").
# A vector of one is written as a number, of more as an array; wrap in I() what must be an array at any length. NA is
# written as null, "the reference gives no value"; infinite values as the words "Infinity" and "-Infinity".
to_json <- function(x) {
  if (is.null(x)) return("null")
  if (is.data.frame(x)) x <- as.list(x)
  if (is.list(x) && !is.null(names(x))) {
    return(paste0("{", paste0("\"", names(x), "\": ", vapply(x, to_json, ""), collapse = ",\n"), "}"))
  }
  if (is.list(x)) return(paste0("[", paste(vapply(x, to_json, ""), collapse = ", "), "]"))
  items <- if (is.character(x)) paste0("\"", x, "\"")
           else if (is.logical(x)) ifelse(is.na(x), "null", tolower(as.character(x)))
           else ifelse(is.na(x), "null",
                ifelse(is.infinite(x), ifelse(x > 0, "\"Infinity\"", "\"-Infinity\""), sprintf("%.17g", x)))
  if (length(x) == 1 && !inherits(x, "AsIs")) items else paste0("[", paste(items, collapse = ", "), "]")
}

# A matrix as rows, each written as an array.
rows_of <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.vector(m[i, ])))

# Who worked it out: "R 4.2.2, coin 1.4.2 wilcox_test". Packages that come with R need no version of their own.
by <- function(package, what) {
  r <- paste0("R ", R.version$major, ".", R.version$minor)
  if (package %in% c("base", "stats")) paste0(r, " ", what)
  else paste0(r, ", ", package, " ", packageVersion(package), " ", what)
}

case <- function(input, expected, name = NULL) c(if (!is.null(name)) list(name = name), list(input = input, expected = expected))
reference <- function(by, cases) list(by = by, cases = unname(cases))

write_methods <- function(name, methods) {
  made <- list(script = paste0("tests/reference/", name, ".R"), R = R.version.string)
  for (package in setdiff(loadedNamespaces(), c("base", "stats", "utils", "methods", "graphics", "grDevices", "datasets", "compiler")))
    if (package %in% .packages()) made[[package]] <- as.character(packageVersion(package))
  writeLines(to_json(list(made = made, methods = methods)), paste0("data/reference/", name, ".json"))
}
