#!/usr/bin/env python3
"""Writes hmm.tsv from the installed python3-jieba: python3 export_hmm.py > hmm.tsv"""
import ast
import importlib.util
import os
import re

IMPOSSIBLE = -3.14e100
folder = os.path.join(os.path.dirname(importlib.util.find_spec("jieba").origin), "finalseg")


def figures(name):
    with open(os.path.join(folder, name), encoding="utf-8") as source:
        return ast.literal_eval(re.search(r"P\s*=\s*(\{.*\})", source.read(), re.S).group(1))


print("# Hidden Markov model of jieba's finalseg: states B (begins), M (middle), E (ends a word), S (a word by itself); natural logarithms.")
print("figure\tstate\tof\tlog_probability\tsource")
for state, value in sorted(figures("prob_start.py").items()):
    if value > IMPOSSIBLE:
        print("start", state, state, repr(value), "prob_start", sep="\t")
for state, row in sorted(figures("prob_trans.py").items()):
    for following, value in sorted(row.items()):
        print("transition", state, following, repr(value), "prob_trans", sep="\t")
for state, row in sorted(figures("prob_emit.py").items()):
    for character, value in sorted(row.items()):
        if "\u4e00" <= character <= "\u9fd5" and value > IMPOSSIBLE:
            print("emission", state, character, repr(value), "prob_emit", sep="\t")
