// Numbers, units, dates and the marks beside them.

import { h, foreign } from './dom.js';
import { language, t } from './words.js';

const SCALES = {
  'zh-Hans': [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
  'zh-Hant': [[1e12, '萬億'], [1e8, '億'], [1e4, '萬']],
  en: [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']],
};
const BOUNDS = { about: '≈', above: '>', below: '<', exact: '' };

/** A number as people write it: 3.2万亿, 3.2T. */
export function compact(number) {
  const magnitude = Math.abs(number);
  for (const [factor, word] of SCALES[language()]) {
    if (magnitude >= factor && magnitude < 1e16) return trim(number / factor) + word;
  }
  return magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16) ? number.toExponential(3) : trim(number);
}

const trim = number => String(Number(number.toPrecision(6)));

/** The canonical value: '≈ 3万亿 USD', '5 – 8 %'. */
export function canonical(claim) {
  const value = claim.low === claim.high ? compact(claim.low) : `${compact(claim.low)} – ${compact(claim.high)}`;
  return [BOUNDS[claim.bound], value, claim.unit + (claim.per ? '/' + claim.per : '')].filter(Boolean).join(' ');
}

/** The quantity as written, with its bound and direction. */
export function quantity(claim) {
  return h('span', { class: 'quantity' },
    claim.bound === 'exact' ? null : h('span', { class: 'bound', title: t('bound.' + claim.bound), 'aria-label': t('bound.' + claim.bound) }, BOUNDS[claim.bound]),
    h('bdi', null, foreign(claim.text)),
    claim.direction ? h('span', { class: 'direction ' + claim.direction, title: t('direction.' + claim.direction), 'aria-label': t('direction.' + claim.direction) }, claim.direction === 'up' ? '▲' : '▼') : null);
}

/** Kind as a coloured dot and its name. */
export const kindLabel = kind => h('span', { class: 'kind k-' + kind }, t('kind.' + kind));

/** Finding as a badge: told apart by colour, sign and word. */
export function verdictBadge(verdict, state) {
  if (verdict) return h('span', { class: 'badge v-' + verdict }, t('verdict.' + verdict));
  if (state) return h('span', { class: 'badge state' }, t('state.' + state));
  return h('span', { class: 'badge none' }, t('verdict.none'));
}

/** A publication time in the reader's words; the day is the source's own. */
export function day(text) {
  if (!text) return '';
  const [date, clock] = text.split('T');
  return clock ? `${date} ${clock.slice(0, 5)}` : date;
}

/** A moment in the reader's own time. */
export const moment = text => new Date(text).toLocaleString(language() === 'en' ? 'en-GB' : language() === 'zh-Hant' ? 'zh-TW' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

/** Who published something, in a word: the medium, else the host, else the file. */
export function outlet(place) {
  if (place.publisher) return place.publisher;
  try { return new URL(place.url ?? place.source).host || place.source; } catch { return place.source.split(/[\\/]/).at(-1); }
}

/** Subject, metric and whole as one line. */
export function topic(claim) {
  return h('span', { class: 'topic' },
    h('bdi', { class: 'subject' }, foreign(claim.subject ?? claim.subject_id ?? '—')),
    claim.metric ? h('bdi', { class: 'metric' }, foreign(claim.metric)) : null,
    claim.whole ? h('bdi', { class: 'whole' }, t('of.whole'), foreign(claim.whole)) : null);
}

/** A canonical metric in the reader's words, where the page knows it. */
export const metricName = id => t.maybe('metric.' + id) ?? id;
