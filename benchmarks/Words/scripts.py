#!/usr/bin/env python3
"""Whether `pipeline segment` cuts a Traditional text as it cuts the Simplified one it was converted from.

usage: scripts.py PIPELINE SIMPLIFIED TRADITIONAL [--show N]

TRADITIONAL is SIMPLIFIED converted by OpenCC character by character or by phrase, the same length line by line
(s2t, s2tw, s2hk; not s2twp, which replaces words).
"""
import collections
import subprocess
import sys


def cuts(pipeline, file):
    printed = subprocess.run([pipeline, "segment", file], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in printed.split("\n")]


def spans(words):
    at, found = 0, set()
    for word in words:
        found.add((at, at + len(word)))
        at += len(word)
    return found


def main():
    pipeline, simplified, traditional = sys.argv[1:4]
    show = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    same = words = 0
    differing = collections.Counter()
    for left, right in zip(cuts(pipeline, simplified), cuts(pipeline, traditional), strict=True):
        a, b = spans(left), spans(right)
        same, words = same + len(a & b), words + len(a)
        text = "".join(right)
        for start, end in b - a:
            differing[text[start:end]] += 1
    print(f"{same} of {words} words cut alike: {same / words:.4%}")
    for word, count in differing.most_common(show):
        print(f"  {count:5}  {word}")


main()
