#!/usr/bin/env python3
"""Word F1 of `pipeline segment` and of python3-jieba on the SIGHAN 2005 test sets.

usage: sighan.py PIPELINE FOLDER

FOLDER is the bakeoff's icwb2-data (licensed for research only, so not part of this project). The text that both cut
is the gold without its spaces; white space counts as no word.
"""
import logging
import os
import subprocess
import sys

import jieba

SETS = {"pku": "pku_test_gold.utf8", "msr": "msr_test_gold.utf8", "as": "as_testing_gold.utf8", "cityu": "cityu_test_gold.utf8"}


def spans(words):
    at, found = 0, set()
    for word in words:
        found.add((at, at + len(word)))
        at += len(word)
    return found


def f1(gold, cut):
    pairs = [(spans(a), spans(b)) for a, b in zip(gold, cut, strict=True)]
    return 2 * sum(len(a & b) for a, b in pairs) / sum(len(a) + len(b) for a, b in pairs)


def main():
    pipeline, folder = sys.argv[1:]
    jieba.setLogLevel(logging.ERROR)
    for name, file in SETS.items():
        path = next(os.path.join(root, file) for root, _, files in os.walk(folder) if file in files)
        with open(path, encoding="utf-8-sig") as source:
            gold = [line.split() for line in source if line.strip()]
        text = ["".join(words) for words in gold]
        run = subprocess.run([pipeline, "segment", "-"], input="\n".join(text) + "\n", capture_output=True, text=True, check=True)
        ours = [line.split() for line in run.stdout.split("\n")[:-1]]
        theirs = [[word for word in jieba.cut(line) if word.strip()] for line in text]
        print(f"{name:6} pipeline {f1(gold, ours):.4f}  python3-jieba {f1(gold, theirs):.4f}  ({sum(map(len, gold))} words)")


main()
