"""CollateX, called as bench/peers/compare.ts calls every tool: INPUT.json has pairs of texts; the output is one line of JSON per pair."""

import json
import re
import sys
import time

from collatex import Collation, collate


def parts_of(texts):
    collation = Collation()
    for name, text in zip("AB", texts):
        tokens = [{"t": found, "n": found.strip()} for found in re.findall(r"\S+\s*|\s+", text)]
        collation.add_witness({"id": name, "tokens": tokens})
    parts = []
    for column in collate(collation, segmentation=False).columns:
        one, other = (column.tokens_per_witness.get(name) for name in "AB")
        left, right = ("".join(token.token_data["t"] for token in side or []) for side in (one, other))
        # A space on one side and the end of a paragraph on the other are equal.
        if left and left.split() == right.split() and len(left) == len(right):
            parts.append({"value": left})
            continue
        if left:
            parts.append({"value": left, "removed": True})
        if right:
            parts.append({"value": right, "added": True})
    return parts


with open(sys.argv[1], encoding="utf-8") as file:
    pairs = json.load(file)
for pair in pairs:
    began = time.process_time()
    parts = parts_of(["\n".join(lines) + "\n" for lines in pair])
    print(json.dumps({"ms": (time.process_time() - began) * 1000, "parts": parts}), flush=True)
