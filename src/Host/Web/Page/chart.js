// Charts as SVG. Horizontal places are percentages, so a chart fits any width without being drawn again.

import { h, s, foreign, foreignText } from './dom.js';
import { canonical, compact } from './figures.js';
import { t } from './words.js';

const LOG_FROM = 50; // values this many times apart are drawn on a logarithmic scale

/** Steps of 1, 2 or 5 that cover a range. */
function ticks(low, high, wanted) {
  const raw = (high - low) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(f => f * power).find(candidate => candidate >= raw);
  const marks = [];
  for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + step * 1e-9; value += step) marks.push(Math.abs(value) < step * 1e-9 ? 0 : value);
  return marks;
}

/** A scale from values to 0…1, with its ticks. */
function scaleOf(claims, wanted) {
  const lows = claims.map(claim => claim.low), highs = claims.map(claim => claim.high);
  let low = Math.min(...lows), high = Math.max(...highs);
  if (low > 0 && high / low > LOG_FROM) {
    const from = Math.floor(Math.log10(low) - 0.1), to = Math.ceil(Math.log10(high) + 0.1);
    const every = Math.ceil((to - from) / wanted);
    const marks = [];
    for (let power = from; power <= to; power += every) marks.push(10 ** power);
    return { at: value => (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from), ticks: marks };
  }
  const margin = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  [low, high] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
  if (low < (high - low) * 0.35 && low > 0) low = 0;
  return { at: value => (value - low) / (high - low), ticks: ticks(low, high, wanted) };
}

const percent = share => (share * 100).toFixed(3) + '%';

/** What a claim says as an interval on a line: a dot for a value, a bar for a range, an open end for 'more than' and 'less than', a halo for 'about'. */
function interval(claim, scale, y) {
  const from = scale.at(claim.low), until = scale.at(claim.high);
  const parts = [];
  if (claim.bound === 'about') parts.push(s('circle', { class: 'halo', cx: percent(from), cy: y, r: 12 }));
  if (claim.bound === 'above') parts.push(s('line', { class: 'unbounded', x1: percent(from), x2: '100%', y1: y, y2: y }));
  if (claim.bound === 'below') parts.push(s('line', { class: 'unbounded', x1: '0%', x2: percent(until), y1: y, y2: y }));
  if (until > from) parts.push(s('line', { class: 'range', x1: percent(from), x2: percent(until), y1: y, y2: y }));
  parts.push(s('circle', { class: 'value', cx: percent(from), cy: y, r: 5 }));
  if (until > from) parts.push(s('circle', { class: 'value', cx: percent(until), cy: y, r: 5 }));
  return parts;
}

/** Claims one under the other on a common scale; <row> makes what stands before each bar. */
export function intervals(claims, row) {
  const scale = scaleOf(claims, 4);
  const grid = () => scale.ticks.map(value => s('line', { class: 'grid', x1: percent(scale.at(value)), x2: percent(scale.at(value)), y1: 0, y2: 34 }));
  return h('div', { class: 'intervals' },
    claims.map(claim => h('div', { class: 'interval-row' }, row(claim),
      h('div', { class: 'plot' }, s('svg', { class: 'interval', height: 34, role: 'img', 'aria-label': canonical(claim) }, ...grid(), ...interval(claim, scale, 17))))),
    h('div', { class: 'interval-row axis', 'aria-hidden': 'true' }, h('div'),
      h('div', { class: 'plot' }, s('svg', { height: 18 }, ...scale.ticks.map(value => s('text', { x: percent(scale.at(value)), y: 13, 'text-anchor': 'middle' }, compact(value)))))));
}

const HEIGHT = 320, BOTTOM = 26, TOP = 12;

/** Values over time. Each point: { day: 'YYYY-MM-DD', until?, claim, outlier, href, label }. */
export function timelinePlot(points) {
  const scale = scaleOf(points.map(point => point.claim), 5);
  const days = points.map(point => Date.parse(point.day));
  const first = Math.min(...days), last = Math.max(...points.map(point => Date.parse(point.until ?? point.day)));
  const span = Math.max(last - first, 86_400_000);
  const x = day => 0.03 + 0.94 * ((Date.parse(day) - first) / span);
  const y = value => TOP + (1 - scale.at(value)) * (HEIGHT - TOP - BOTTOM);
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  const show = (point, node) => {
    tip.replaceChildren(h('strong', null, canonical(point.claim)), h('span', null, foreign(point.label)), point.outlier ? h('span', { class: 'warning' }, t('timeline.outlier')) : '');
    tip.hidden = false;
    const box = node.getBoundingClientRect(), frame = tip.parentElement.getBoundingClientRect();
    tip.style.left = Math.max(0, Math.min(box.left - frame.left, frame.width - tip.offsetWidth - 4)) + 'px';
    tip.style.top = Math.max(0, box.top - frame.top - tip.offsetHeight - 10) + 'px';
  };
  const hide = () => { tip.hidden = true; };
  const marks = points.map(point => {
    const left = x(point.day), right = point.until ? x(point.until) : left, middle = (point.claim.low + point.claim.high) / 2;
    const node = s('a', {
      href: point.href, class: 'point' + (point.outlier ? ' outlier' : ''), 'aria-label': `${point.day} ${canonical(point.claim)} ${foreignText(point.label)}${point.outlier ? ' ' + t('timeline.outlier') : ''}`,
      onmouseenter: () => show(point, node), onfocus: () => show(point, node), onmouseleave: hide, onblur: hide,
    },
      right > left ? s('line', { class: 'spell', x1: percent(left), x2: percent(right), y1: y(middle), y2: y(middle) }) : '',
      point.claim.high > point.claim.low ? s('line', { class: 'range', x1: percent((left + right) / 2), x2: percent((left + right) / 2), y1: y(point.claim.low), y2: y(point.claim.high) }) : '',
      point.outlier ? s('circle', { class: 'ring', cx: percent((left + right) / 2), cy: y(middle), r: 11 }) : '',
      point.claim.bound === 'about' ? s('circle', { class: 'halo', cx: percent((left + right) / 2), cy: y(middle), r: 11 }) : '',
      point.claim.bound === 'above' || point.claim.bound === 'below' ? s('text', { class: 'arrow', x: percent((left + right) / 2), y: y(middle) + (point.claim.bound === 'above' ? -9 : 18), 'text-anchor': 'middle' }, point.claim.bound === 'above' ? '↑' : '↓') : '',
      s('circle', { class: 'value', cx: percent((left + right) / 2), cy: y(middle), r: 5.5 }));
    return node;
  });
  return h('div', { class: 'timeline-plot' },
    h('div', { class: 'y-axis', 'aria-hidden': 'true' }, scale.ticks.map(value => {
      const label = h('span', null, compact(value));
      label.style.top = y(value) + 'px';
      return label;
    })),
    s('svg', { height: HEIGHT, role: 'group', 'aria-label': t('timeline.title') },
      ...scale.ticks.map(value => s('line', { class: 'grid', x1: '0%', x2: '100%', y1: y(value), y2: y(value) })),
      ...timeTicks(first, span).map(([day, label, minor]) => s('text', { class: minor ? 'minor' : null, x: percent(x(day)), y: HEIGHT - 6, 'text-anchor': 'middle' }, label)),
      ...marks),
    tip);
}

/** Years, quarters, months or days, as fits. */
function timeTicks(first, span) {
  const DAY = 86_400_000, days = span / DAY;
  const marks = [];
  if (days > 75) {
    const every = days > 2600 ? 12 * Math.ceil(days / 2600) : days > 1200 ? 12 : days > 420 ? 6 : days > 200 ? 3 : 1;
    const date = new Date(first);
    date.setUTCDate(1);
    date.setUTCMonth(Math.ceil(date.getUTCMonth() / Math.min(every, 12)) * Math.min(every, 12));
    for (; date.getTime() <= first + span; date.setUTCMonth(date.getUTCMonth() + every)) {
      if (date.getTime() >= first) marks.push(date.toISOString().slice(0, every >= 12 ? 4 : 7).concat('|', date.toISOString().slice(0, 10)));
    }
  } else {
    const every = Math.max(1, Math.ceil(days / 7));
    for (let at = first; at <= first + span; at += every * DAY) marks.push(new Date(at).toISOString().slice(5, 10).concat('|', new Date(at).toISOString().slice(0, 10)));
  }
  return marks.map((mark, index) => { const [label, day] = mark.split('|'); return [day, label, index % 2 === 1]; });
}
