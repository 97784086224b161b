// Every value of a subject and metric over time.

import { get } from './api.js';
import { timelinePlot } from './chart.js';
import { h, foreign } from './dom.js';
import { quoted } from './facets.js';
import { canonical, day, kindLabel, metricName, outlet } from './figures.js';
import { go, to } from './route.js';
import { t } from './words.js';

const SUGGESTED = 12;
let stop = null;

/** Shows the timeline of a subject and metric, or what there is to choose from. */
export async function showTimeline(main, params) {
  stop?.abort();
  stop = new AbortController();
  const { signal } = stop;
  const subject = params.get('subject') ?? '', metric = params.get('metric') ?? '';
  const body = h('div', { 'aria-live': 'polite' });
  const subjects = h('datalist', { id: 'subjects' }), metrics = h('datalist', { id: 'metrics' });
  const form = h('form', {
    class: 'filters', onsubmit: event => {
      event.preventDefault();
      const fields = new FormData(event.target);
      go(to('timeline', '', { subject: fields.get('subject').trim(), metric: fields.get('metric').trim() }));
    },
  },
    ['subject', 'metric'].map(name => h('div', { class: 'field' }, h('label', { for: 't-' + name }, t('timeline.' + name)),
      h('input', { id: 't-' + name, name, value: name === 'subject' ? subject : metric, required: true, list: name + 's', autocomplete: 'off', maxlength: '200' }))),
    h('button', { class: 'primary' }, t('timeline.show')), subjects, metrics);
  main.replaceChildren(h('div', { class: 'wide' }, h('h1', null, t('timeline.title')), h('p', { class: 'lead' }, t('timeline.lead')), form, body));

  try {
    const [counts, answer] = await Promise.all([
      get('facets', subject ? new URLSearchParams({ subject: quoted(subject) }) : null, signal),
      subject && metric ? get('timeline', new URLSearchParams({ subject: quoted(subject), metric: quoted(metric) }), signal) : null,
    ]);
    subjects.append(...(counts.facets.subject ?? []).map(({ value }) => h('option', { value })));
    metrics.append(...(counts.facets.metric ?? []).map(({ value }) => h('option', { value }, metricName(value))));
    const shown = answer?.series.filter(series => series.points.length > 0) ?? [];
    body.replaceChildren(
      ...shown.map(series),
      answer && shown.length === 0 ? h('div', { class: 'notice' }, h('p', { class: 'big' }, t('timeline.none')), h('p', null, t('timeline.noneHint'))) : '',
      answer ? '' : suggestions(counts, subject));
  } catch (error) {
    if (!signal.aborted) body.replaceChildren(h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message))));
  }
}

/** Subjects first, then the metrics of the one chosen. */
function suggestions(counts, subject) {
  const name = subject ? 'metric' : 'subject';
  return h('div', { class: 'suggest' }, (counts.facets[name] ?? []).slice(0, SUGGESTED).map(({ value, count }) => h('a', {
    class: 'button chip', href: to('timeline', '', subject ? { subject, metric: value } : { subject: value }),
  }, foreign(name === 'metric' ? metricName(value) : value), ' ', h('span', { class: 'count' }, String(count)))));
}

const SHOWN = 60;

/** Who states a value: each outlet once. */
const sources = point => [...new Set(point.claims.map(outlet))].concat(point.claim_count > point.claims.length ? [`+${point.claim_count - point.claims.length}`] : []);

function series({ kind, unit, per, basis, whole, points }) {
  const drawn = points.flatMap(point => point.claims.slice(0, 1).map(claim => ({
    day: point.first,
    until: point.last === point.first ? null : point.last,
    claim: { ...claim, low: point.low, high: point.high },
    outlier: point.outlier,
    href: to('claim', claim.id),
    label: sources(point).join('、'),
  })));
  const detail = [unit + (per ? '/' + per : ''), basis && (t.maybe('basis.' + basis) ?? basis), whole && t('of.whole') + whole].filter(Boolean).join(' · ');
  return h('section', { class: 'series' },
    h('h2', { class: 'series-head' }, kindLabel(kind), ' ', h('bdi', null, foreign(detail))),
    drawn.length > 1 ? timelinePlot(drawn) : null,
    h('table', { class: 'values' }, h('caption', { class: 'sr' }, t('timeline.table')),
      h('thead', null, h('tr', null, [['claim.time'], ['claim.value'], ['list.source'], ['list.sentence', 'optional']].map(([key, className]) => h('th', { scope: 'col', class: className ?? null }, t(key))))),
      h('tbody', null, points.slice(-SHOWN).reverse().map(point => h('tr', { class: point.outlier ? 'outlier' : null },
        h('td', null, when(point)),
        h('td', null, h('a', { href: to('claim', point.claims[0].id), 'data-step': '' }, canonical({ ...point.claims[0], low: point.low, high: point.high })), point.outlier ? h('span', { class: 'warning' }, ' ', t('timeline.outlier')) : null),
        h('td', null, sources(point).map((source, index) => [index ? '、' : '', h('bdi', null, foreign(source))]).flat(), ' ', h('span', { class: 'faint' }, day(point.claims[0].published_at).slice(0, 10))),
        h('td', { class: 'optional' }, h('span', { class: 'clamp' }, foreign(point.claims[0].sentence))))))));
}

/** A period as people write it: a year, a month, a day, or two ends. */
function when({ first, last }) {
  if (first === last) return first;
  if (first.slice(0, 4) === last.slice(0, 4) && first.endsWith('-01-01') && last.endsWith('-12-31')) return first.slice(0, 4);
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  return `${first.slice(0, 7)} – ${last.slice(0, 7)}`;
}
