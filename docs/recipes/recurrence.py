"""How many words each report shares with every other, in runs of six words or more: a recurrence matrix."""

import json
import os
import urllib.parse
import urllib.request

import pandas as pd

URL = os.environ.get("SIYAGHA_URL", "http://127.0.0.1:8080")
MIN_WORDS = 6


def ask(path, **parameters):
    query = urllib.parse.urlencode(parameters, doseq=True)
    with urllib.request.urlopen(f"{URL}/v1/{path}?{query}") as answer:
        return json.load(answer)


reports = sorted(ask("reports", series="shared-rivers", limit=1000)["items"], key=lambda each: each["year"])
shares = {}
for one in reports:
    for other in reports:
        if one is other:
            continue
        path = f"reports/{urllib.parse.quote(one['id'])}/recurring"
        # `with` makes the scope this one other report; the share needs no phrase of the list.
        answer = ask(path, min_words=MIN_WORDS, limit=1, **{"with": other["id"]})
        shares[one["year"], other["year"]] = answer["coverage"]["share"]

matrix = pd.Series(shares).unstack().mul(100).round(0).astype("Int64")
print(matrix.to_csv(sep="\t", na_rep="-"), end="")
