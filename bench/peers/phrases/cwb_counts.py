"""Corpus Workbench's query processor, called as bench/peers/phrases.ts calls every tool, in its child mode.

CWB names the folder of cwb-encode, cwb-makeall and cqp; else they are taken from PATH.

    python cwb_counts.py build|ask INPUT INDEX
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

ROUNDS_BEFORE = 10
CORPUS = "PEERS"
step, given, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
registry, data = folder / "registry", folder / "data"


def program(name):
    return os.path.join(os.environ["CWB"], name) if "CWB" in os.environ else name


def lines(name):
    return (given / name).read_text(encoding="utf-8").splitlines()


def build():
    for path in (registry, data):
        path.mkdir(parents=True, exist_ok=True)
    vertical = given / "paragraphs.vrt"
    with open(vertical, "w", encoding="utf-8") as file:
        for line in lines("paragraphs.txt"):
            file.write("<p>\n" + line.replace(" ", "\n") + "\n</p>\n")
    encode = ["cwb-encode", "-c", "utf8", "-d", data, "-f", vertical, "-R", registry / CORPUS.lower(), "-S", "p"]
    for name, *args in (encode, ["cwb-makeall", "-r", registry, CORPUS]):
        subprocess.run([program(name), *args], check=True, stdout=subprocess.DEVNULL)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run([program("cqp"), "-v"], capture_output=True, text=True)
    version = re.search(r"Version:\s*(\S+)", ran.stdout)
    print(json.dumps({"version": version[1] if version else "", "build_ms": (spent.ru_utime + spent.ru_stime) * 1000}))


def ask():
    cqp = subprocess.Popen(
        [program("cqp"), "-c", "-r", registry], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    cqp.stdout.readline()

    def say(command):
        cqp.stdin.write(command + "\n.EOL.;\n")
        cqp.stdin.flush()
        said = []
        while "-::-EOL-::-" not in (line := cqp.stdout.readline()):
            if line == "":
                raise RuntimeError("cqp has ended")
            said.append(line.strip())
        return said

    def count(words, tail):
        query = " ".join(f'"{word}"%l' for word in words)
        return int(say(f"Found = {query} within p{tail}; size Found;")[-1])

    def paragraphs_with(words):
        # Matches expanded to the same paragraph count once.
        return count(words, " expand to p")

    say(f"{CORPUS};")
    phrases = [line.split(" ") for line in lines("phrases.txt")]
    paragraphs = [paragraphs_with(words) for words in phrases]
    occurrences = [count(words, "") for words in phrases]
    for _ in range(1, ROUNDS_BEFORE):
        for words in phrases:
            paragraphs_with(words)
    times_ms = []
    for words in phrases:
        start = time.perf_counter()
        paragraphs_with(words)
        times_ms.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"paragraphs": paragraphs, "occurrences": occurrences, "times_ms": times_ms}))
    cqp.stdin.close()
    cqp.wait()


build() if step == "build" else ask()
