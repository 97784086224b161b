#!/usr/bin/env bash
# Megabytes a second of pipeline, @node-rs/jieba and python3-jieba on the same text, in turn, three times over.
# usage: speed.sh TEXT [SECONDS]     Needs npm (installs @node-rs/jieba beside, in a temporary folder) and python3-jieba.
set -eu
text=$(realpath "$1"); seconds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd); peers=$(mktemp -d); trap 'rm -rf "$peers"' EXIT
dotnet build "$here" -c Release -v q >"$peers/build.log" 2>&1 || { tail -5 "$peers/build.log"; exit 1; }
(cd "$peers" && npm init -y && npm install @node-rs/jieba) >"$peers/npm.log" 2>&1 || { tail -5 "$peers/npm.log"; exit 1; }
for round in 1 2 3; do
  echo "== round $round"
  for mode in ends words strings; do
    dotnet "$here/../../artifacts/bin/Words/release/Pipeline.Benchmarks.Words.dll" "$text" "$seconds" "$mode"
  done
  (cd "$peers" && NODE_PATH="$peers/node_modules" node "$here/node-rs.cjs" "$text" "$seconds")
  python3 "$here/python_jieba.py" "$text" "$seconds"
done
