#!/usr/bin/env python3
"""Compares the words of `pipeline segment` with those of python3-jieba on the same lines.

usage: agreement.py PIPELINE TEXT... [--mode accurate|no-hmm|search] [--folded] [--show N]

TEXT is UTF-8 text, or jsonl whose records have a "text". Words are compared as spans of the line; white space
counts as no word. --folded gives jieba the text that pipeline cuts, folded by the same table (needs data/opencc
beside this script's project), so that what remains is not owed to folding.
"""
import argparse
import collections
import json
import logging
import os
import subprocess

import jieba

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


WIDTH = {i: i - 0xFEE0 for i in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def script_table():
    table = {}
    with open(os.path.join(PROJECT, "data", "opencc", "TSCharacters.txt"), encoding="utf-8") as pairs:
        for line in pairs:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 2 and len(cells[0]) == 1 and ord(cells[0]) < 0x10000:
                first = cells[1].split(" ")[0]
                if len(first) == 1 and ord(first) < 0x10000:
                    table[ord(cells[0])] = ord(first)
    return table


SCRIPT = script_table()


def lines_of(files):
    for name in files:
        with open(name, encoding="utf-8-sig") as source:
            for line in source:
                text = json.loads(line).get("text") or "" if name.endswith(".jsonl") else line
                yield from (part for part in text.split("\n") if part.strip())


def spans(words):
    at, found = 0, set()
    for word in words:
        if word.strip():
            found.add((at, at + len(word)))
        at += len(word)
    return found


def in_line(line, printed):
    """Spans of words printed with spaces between them, in a line that may hold spaces itself."""
    at, found = 0, []
    for word in printed.split():
        at = line.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def kind(line, start, end):
    near = line[max(0, start - 1):end + 1]
    if any("\uff01" <= c <= "\uff5e" and (c in "＋＃＆．＿％－" or c.translate(WIDTH).isalnum()) for c in near):
        return "full-width letters, digits or marks that join words"
    if any(ord(c) in SCRIPT for c in near):
        return "Traditional characters"
    return "Han" if any("\u4e00" <= c <= "\u9fd5" for c in near) else "other"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline")
    parser.add_argument("text", nargs="+")
    parser.add_argument("--mode", choices=["accurate", "no-hmm", "search"], default="accurate")
    parser.add_argument("--folded", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    lines = list(lines_of(options.text))
    arguments = [options.pipeline, "segment", "-"] + ([] if options.mode == "accurate" else ["--" + options.mode])
    run = subprocess.run(arguments, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    printed = run.stdout.split("\n")[:-1]
    assert len(printed) == len(lines), f"{len(lines)} lines in, {len(printed)} out"
    table = WIDTH | SCRIPT if options.folded else {}

    ours = theirs = both = 0
    differing, examples = collections.Counter(), []
    for line, cut in zip(lines, printed):
        text = line.translate(table)
        if options.mode == "search":
            wanted = [word for word in jieba.cut_for_search(text) if word.strip()]
            found = cut.translate(table).split()
            ours, theirs, both = ours + len(found), theirs + len(wanted), both + sum((collections.Counter(found) & collections.Counter(wanted)).values())
            continue
        wanted = spans(jieba.cut(text, HMM=options.mode == "accurate"))
        found = set(in_line(line, cut))
        ours, theirs, both = ours + len(found), theirs + len(wanted), both + len(found & wanted)
        for start, end in sorted(found - wanted):
            differing[kind(line, start, end)] += 1
            examples.append((line[max(0, start - 6):end + 6], line[start:end]))
    print(f"lines {len(lines)}, words {theirs}, F1 {2 * both / (ours + theirs):.6f}, words that differ {ours - both}")
    for name, count in differing.most_common():
        print(f"  {count:6}  {name}")
    for context, word in examples[:options.show]:
        print(f"    {word}\tin {context}")


main()
