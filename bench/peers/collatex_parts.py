"""Collates two texts, given as a JSON list on standard input; prints parts as jsdiff gives them."""

import json
import re
import sys

from collatex import Collation, collate

texts = json.load(sys.stdin)
collation = Collation()
for name, text in zip("AB", texts):
    tokens = [{"t": found, "n": found.strip()} for found in re.findall(r"\S+\s*|\s+", text)]
    collation.add_witness({"id": name, "tokens": tokens})
table = collate(collation, segmentation=False)
parts = []
for column in table.columns:
    one, other = (column.tokens_per_witness.get(name) for name in "AB")
    left, right = ("".join(token.token_data["t"] for token in side or []) for side in (one, other))
    # A space here and the end of a paragraph there are no difference.
    if left and left.split() == right.split() and len(left) == len(right):
        parts.append({"value": left})
        continue
    if left:
        parts.append({"value": left, "removed": True})
    if right:
        parts.append({"value": right, "added": True})
json.dump(parts, sys.stdout)
