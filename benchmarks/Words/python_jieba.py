#!/usr/bin/env python3
"""python3-jieba, twin of Program.cs. usage: python_jieba.py TEXT SECONDS"""
import logging
import os
import resource
import sys
import time

start = time.perf_counter()
import jieba

jieba.setLogLevel(logging.ERROR)
jieba.initialize()
ready = time.perf_counter() - start
file, seconds = sys.argv[1], float(sys.argv[2])
lines = [line for line in open(file, encoding="utf-8").read().split("\n") if line]
best, everything = float("inf"), time.perf_counter()
while time.perf_counter() - everything < seconds:
    begin = time.perf_counter()
    count = sum(len(list(jieba.cut(line))) for line in lines)
    best = min(best, time.perf_counter() - begin)
print(f"python3-jieba     {os.path.getsize(file) / 1e6 / best:7.1f} MB/s  {count} words  ready in {ready * 1000:.0f} ms  peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")
