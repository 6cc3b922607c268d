#!/usr/bin/env bash
# Insertions and deletions in the reworded paragraphs of two reports, and how often a phrase occurs in each year.
set -euo pipefail
url=${SIYAGHA_URL:-http://127.0.0.1:8080}
base=${1:-SRO-C.7-2016-9}
other=${2:-SRO-C.7-2018-9}
phrase=${3:-'تتبادل مرة'}

curl -fsS --get "$url/v1/compare" -d "base=$base" -d "other=$other" -d include=text |
  jq -r '
    (.summary | "\(.identical) identical, \(.reworded) reworded, \(.added) added, \(.removed) removed"),
    (.changes[] | select(.change == "reworded" and .similarity > 0.8) |
      "\(.other[0]): " + ([.diff[] | select(.op != "equal") |
        "[\(.base.text // "") -> \(.other.text // "")]"] | join(" ")))'

curl -fsS --get "$url/v1/phrases" --data-urlencode "q=$phrase" |
  jq -r '"\(.phrase.text): \(.occurrences)", (.by_year[] | "\(.year) \(.occurrences)")'
