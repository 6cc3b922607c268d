"""tantivy's exact phrase queries, called as bench/peers/phrases.ts calls every tool.

Input is folded already, so that white space alone parts words. Nothing is stored but positions.

    python tantivy_counts.py build|ask INPUT INDEX
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import tantivy

ROUNDS_BEFORE = 10
step, given, folder = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
builder = tantivy.SchemaBuilder()
builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
schema = builder.build()
index = tantivy.Index(schema, path=folder)


def lines(name):
    return (given / name).read_text(encoding="utf-8").splitlines()


if step == "build":
    began = time.process_time()
    writer = index.writer(heap_size=128_000_000, num_threads=1)
    for text in lines("paragraphs.txt"):
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    build_ms = (time.process_time() - began) * 1000
    print(json.dumps({"version": version("tantivy"), "build_ms": build_ms}))
else:
    index.reload()
    searcher = index.searcher()

    def count(words):
        query = tantivy.Query.phrase_query(schema, "text", words)
        return searcher.search(query, limit=1, count=True).count

    phrases = [line.split(" ") for line in lines("phrases.txt")]
    counts = [count(words) for words in phrases]
    for _ in range(1, ROUNDS_BEFORE):
        for words in phrases:
            count(words)
    times_ms = []
    for words in phrases:
        start = time.perf_counter()
        count(words)
        times_ms.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"paragraphs": counts, "times_ms": times_ms}))
