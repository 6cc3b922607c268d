# The trend of a phrase: occurrences per 10,000 words in each year that has a report. Base R is enough.
url <- Sys.getenv("SIYAGHA_URL", "http://127.0.0.1:8080")
given <- commandArgs(trailingOnly = TRUE)
phrase <- if (length(given) > 0) given[1] else "\u0627\u0644\u062f\u0648\u0644 \u0627\u0644\u0645\u0634\u0627\u0637\u0626\u0629"

query <- paste0("q=", URLencode(enc2utf8(phrase), reserved = TRUE), "&format=csv")
points <- read.csv(paste0(url, "/v1/trends?", query), fileEncoding = "UTF-8-BOM", encoding = "UTF-8")

# Years without a report are unknown: no zero, no point.
points <- points[!is.na(points$per_10k_words), c("year", "occurrences", "per_10k_words")]
points$per_10k_words <- round(points$per_10k_words, 1)
write.table(points, sep = "\t", quote = FALSE, row.names = FALSE)
