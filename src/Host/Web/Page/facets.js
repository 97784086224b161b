// The filters beside the list: quick ones, counted ones, and values and dates.

import { h, foreign, foreignText } from './dom.js';
import { metricName } from './figures.js';
import { t } from './words.js';

export const COUNTED = ['verdict', 'kind', 'metric', 'subject', 'speaker', 'source', 'modality', 'unit'];
const TYPED = [['min', 'filter.minHint'], ['max', 'filter.minHint'], ['unit', null], ['since', 'filter.dayHint'], ['until', 'filter.dayHint'], ['time', 'filter.timeHint'], ['speaker', null]];
const SHOWN = 7;
const WORDED = { kind: 'kind.', verdict: 'verdict.', modality: 'modality.' };

const QUICK = [
  ['quick.none', { review: 'none' }],
  ['quick.open', { review: 'open,assigned' }],
  ['quick.second', { review: 'second_review' }],
  ['quick.week', { since: '7d' }],
  ['quick.edited', { edited: 'true' }],
  ['quick.forecast', { modality: 'forecast' }],
];

/** A filter's value in the reader's words. */
export function valueName(filter, value) {
  if (WORDED[filter]) return t.maybe(WORDED[filter] + value) ?? value;
  if (filter === 'review') return value.split(',').map(state => (state === 'none' ? t('verdict.none') : t.maybe('state.' + state) ?? state)).join('、');
  if (filter === 'metric') return metricName(value);
  return value;
}

/** The values chosen of a filter. */
export const chosen = (params, filter) => params.getAll(filter).flatMap(value => (filter === 'source' || filter === 'q' || filter === 'review' ? [value] : split(value))).filter(Boolean);

/** Several values with commas between; one that holds a comma stands in quotation marks, as in a line of CSV. */
const split = text => [...text.matchAll(/\s*(?:"((?:[^"]|"")*)(?:"|$)|([^,，、]+))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain.trim());

/** A value as the service splits it from others. */
export const quoted = value => (/[,，、]/.test(value) || value.startsWith('"') ? `"${value.replaceAll('"', '""')}"` : value);

/** The parameters with one value put in or taken out. */
export function toggled(params, filter, value) {
  const next = new URLSearchParams(params);
  const values = chosen(params, filter);
  next.delete(filter);
  next.delete('open');
  for (const kept of values.includes(value) ? values.filter(v => v !== value) : [...values, value]) next.append(filter, ['source', 'q', 'review'].includes(filter) ? kept : quoted(kept));
  return next;
}

export function quickFilters(params, change) {
  return h('div', { class: 'quick', role: 'group', 'aria-label': t('list.filters') }, QUICK.map(([label, wanted]) => {
    const on = Object.entries(wanted).every(([name, value]) => params.getAll(name).includes(value));
    return h('button', {
      class: 'chip', 'aria-pressed': String(on), onclick: () => {
        const next = new URLSearchParams(params);
        next.delete('open');
        for (const [name, value] of Object.entries(wanted)) {
          next.delete(name);
          if (!on) next.set(name, value);
        }
        change(next);
      },
    }, t(label));
  }));
}

/** Fills the column: counts as the service gave them, what is chosen always among them. */
export function drawFacets(place, params, counts, change, unfolded) {
  const facets = counts?.facets ?? {};
  place.replaceChildren(
    ...COUNTED.filter(name => facets[name]?.length || chosen(params, name).length).map(name => counted(name, params, facets[name] ?? [], change, unfolded)),
    typed(params, change));
}

function counted(name, params, values, change, unfolded) {
  const on = chosen(params, name);
  const rows = [...on.filter(value => !values.some(v => v.value === value)).map(value => ({ value, count: null })), ...values];
  const row = ({ value, count }) => h('li', null, h('label', { class: 'facet' },
    h('input', { type: 'checkbox', checked: on.includes(value), onchange: () => change(toggled(params, name, value)) }),
    h('span', { class: 'facet-name' + (name === 'kind' ? ' kind k-' + value : ''), title: foreignText(value) }, foreign(valueName(name, value))),
    h('span', { class: 'count' }, count === null ? '' : String(count))));
  const most = unfolded.has(name) ? rows.length : Math.max(SHOWN, on.length);
  const rest = rows.length - most;
  return h('fieldset', { class: 'facet-group' },
    h('legend', null, t('filter.' + name)),
    h('ul', null, rows.slice(0, most).map(row)),
    rest > 0 ? h('button', {
      class: 'link', onclick: event => {
        unfolded.add(name);
        const list = event.target.previousElementSibling;
        list.append(...rows.slice(most).map(row));
        list.children[most].querySelector('input').focus();
        event.target.remove();
      },
    }, t('filter.more', rest)) : null);
}

function typed(params, change) {
  const fields = TYPED.map(([name, hint]) => h('div', { class: 'field' },
    h('label', { for: 'f-' + name }, t('filter.' + name)),
    h('input', { id: 'f-' + name, name, value: params.get(name) ?? '', placeholder: hint ? t(hint) : null, autocomplete: 'off', maxlength: '200' })));
  return h('form', {
    class: 'facet-group typed', onsubmit: event => {
      event.preventDefault();
      const next = new URLSearchParams(params);
      next.delete('open');
      for (const [name, value] of new FormData(event.target)) {
        if (value.trim()) next.set(name, value.trim());
        else next.delete(name);
      }
      change(next);
    },
  },
    h('fieldset', null, h('legend', null, t('filter.values')), fields,
      h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: params.get('copies') === 'true', onchange: event => {
        const next = new URLSearchParams(params);
        next.delete('open');
        if (event.target.checked) next.set('copies', 'true');
        else next.delete('copies');
        change(next);
      } }), t('filter.copies'))),
    h('button', null, t('filter.apply')));
}
