# Writes a list as JSON with all 17 digits of every number (jsonlite stops at 15), and what made it.
to_json <- function(x) {
  if (is.data.frame(x)) x <- as.list(x)
  if (is.list(x) && !is.null(names(x))) {
    return(paste0("{", paste0("\"", names(x), "\": ", vapply(x, to_json, ""), collapse = ",\n"), "}"))
  }
  if (is.list(x)) return(paste0("[", paste(vapply(x, to_json, ""), collapse = ", "), "]"))
  items <- if (is.character(x)) paste0("\"", x, "\"")
           else if (is.logical(x)) ifelse(is.na(x), "null", tolower(as.character(x)))
           else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(x) == 1 && !inherits(x, "AsIs")) items else paste0("[", paste(items, collapse = ", "), "]")
}

write_reference <- function(name, values, packages = character()) {
  made <- list(script = paste0("tests/reference/", name, ".R"), R = R.version.string)
  for (package in packages) made[[package]] <- as.character(packageVersion(package))
  writeLines(to_json(list(made = made, values = values)), paste0("tests/reference/", name, ".json"))
}
