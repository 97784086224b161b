// jieba-rs through npm's @node-rs/jieba, twin of Program.cs. usage: node node-rs.cjs TEXT SECONDS
const fs = require('fs')
const { performance } = require('perf_hooks')
const [file, seconds] = [process.argv[2], Number(process.argv[3])]
const bytes = fs.statSync(file).size
const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0)
const start = performance.now()
const { Jieba } = require('@node-rs/jieba')
const { dict } = require('@node-rs/jieba/dict')
const jieba = Jieba.withDict(dict)
jieba.cut('词典', true)
const ready = performance.now() - start
let best = Infinity
let count = 0
const all = performance.now()
while (performance.now() - all < seconds * 1000) {
  const round = performance.now()
  count = 0
  for (const line of lines) count += jieba.cut(line, true).length
  best = Math.min(best, performance.now() - round)
}
console.log(`@node-rs/jieba    ${(bytes / 1e3 / best).toFixed(1).padStart(7)} MB/s  ${count} words  ready in ${ready.toFixed(0)} ms  peak ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`)
