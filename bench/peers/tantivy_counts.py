"""Counts the paragraphs that hold each phrase with tantivy: INPUT.json and a folder in, JSON out."""

import json
import os
import sys
import time
from importlib.metadata import version

import tantivy

with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
os.makedirs(sys.argv[2])

began = time.process_time()
builder = tantivy.SchemaBuilder()
# Words come folded: whitespace alone parts them.
builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
schema = builder.build()
index = tantivy.Index(schema, path=sys.argv[2])
writer = index.writer(heap_size=128_000_000, num_threads=1)
for text in given["paragraphs"]:
    writer.add_document(tantivy.Document(text=text))
writer.commit()
writer.wait_merging_threads()
index.reload()
build_ms = (time.process_time() - began) * 1000

searcher = index.searcher()


def count(words):
    query = tantivy.Query.phrase_query(schema, "text", words)
    return searcher.search(query, limit=1, count=True).count


counts = [count(words) for words in given["phrases"]]
times_ms = []
for words in given["phrases"]:
    start = time.perf_counter()
    count(words)
    times_ms.append((time.perf_counter() - start) * 1000)
json.dump({"version": version("tantivy"), "counts": counts, "build_ms": build_ms, "times_ms": times_ms}, sys.stdout)
