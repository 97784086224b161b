#!/usr/bin/env python3
"""Writes hmm.tsv and tags.tsv into this folder from the installed python3-jieba."""
import ast
import importlib.util
import os
import re

IMPOSSIBLE = -3.14e100
HERE = os.path.dirname(os.path.abspath(__file__))
JIEBA = os.path.dirname(importlib.util.find_spec("jieba").origin)


def figures(module, name):
    with open(os.path.join(JIEBA, module, name), encoding="utf-8") as source:
        return ast.literal_eval(re.search(r"P\s*=\s*(\{.*\})", source.read(), re.S).group(1))


def table(name, comment, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        for line in ["# " + comment, "\t".join(header)] + ["\t".join(row) for row in rows]:
            out.write(line + "\n")


def han(character):
    return "\u4e00" <= character <= "\u9fd5"


def words():
    for state, value in sorted(figures("finalseg", "prob_start.py").items()):
        if value > IMPOSSIBLE:
            yield "start", state, state, repr(value)
    for state, row in sorted(figures("finalseg", "prob_trans.py").items()):
        for following, value in sorted(row.items()):
            yield "transition", state, following, repr(value)
    for state, row in sorted(figures("finalseg", "prob_emit.py").items()):
        for character, value in sorted(row.items()):
            if han(character) and value > IMPOSSIBLE:
                yield "emission", state, character, repr(value)


def tags():
    start = figures("posseg", "prob_start.py")
    begins = {tag for (state, tag), value in start.items() if state == "B" and value > IMPOSSIBLE}
    for (state, tag), value in sorted(start.items()):
        if state == "B" and tag in begins:
            yield "start", tag, state, state, f"{value:.4f}"
    for (state, tag), row in sorted(figures("posseg", "prob_trans.py").items()):
        for (following, same), value in sorted(row.items()):
            if state in "BM" and tag in begins and value > IMPOSSIBLE:
                assert same == tag
                yield "transition", tag, state, following, f"{value:.4f}"
    for (state, tag), row in sorted(figures("posseg", "prob_emit.py").items()):
        for character, value in sorted(row.items()):
            if state in "BME" and tag in begins and han(character) and value > IMPOSSIBLE:
                yield "emission", tag, state, character, f"{value:.4f}"


table("hmm.tsv", "Hidden Markov model of jieba's finalseg: states B (begins a word), M (middle), E (ends), S (a word by itself); natural logarithms.",
      ["figure", "state", "of", "log_probability"], words())
table("tags.tsv", "Hidden Markov model of jieba's posseg, within words of several characters: part of speech, state, what it goes to or shows; natural logarithms.",
      ["figure", "tag", "state", "of", "log_probability"], tags())
