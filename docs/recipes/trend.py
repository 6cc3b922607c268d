"""The trend of a few phrases: occurrences per 10,000 words and year, as a table (and a picture with --picture FILE)."""

import argparse
import io
import os
import urllib.parse
import urllib.request

import pandas as pd

URL = os.environ.get("SIYAGHA_URL", "http://127.0.0.1:8080")

parser = argparse.ArgumentParser()
parser.add_argument("phrase", nargs="*", default=["الدول المشاطئة", "البيانات"])
parser.add_argument("--picture", metavar="FILE")
given = parser.parse_args()

query = urllib.parse.urlencode({"q": given.phrase, "format": "csv"}, doseq=True)
with urllib.request.urlopen(f"{URL}/v1/trends?{query}") as answer:
    points = pd.read_csv(io.BytesIO(answer.read()), encoding="utf-8-sig")

# Years without a report are unknown: no zero, no point.
table = points.dropna(subset=["per_10k_words"]).pivot(index="year", columns="phrase", values="per_10k_words")
print(table[given.phrase].round(1).to_csv(sep="\t"), end="")

if given.picture:
    # matplotlib does not join Arabic letters: Arabic legends need arabic_reshaper and python-bidi.
    ax = table.rename(columns={name: f"phrase {n + 1}" for n, name in enumerate(given.phrase)}).plot(marker="o")
    ax.set_ylabel("per 10,000 words")
    ax.figure.savefig(given.picture)
