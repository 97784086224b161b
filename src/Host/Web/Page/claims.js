// The list: filters, a table of claims, and beside it the one that is open.

import { get, download } from './api.js';
import { claimPane } from './claim.js';
import { h, foreign, foreignText, marked, say } from './dom.js';
import { COUNTED, chosen, drawFacets, quickFilters, toggled, valueName } from './facets.js';
import { day, kindLabel, outlet, quantity, topic, verdictBadge } from './figures.js';
import { go, to } from './route.js';
import { t } from './words.js';

const FILTERS = ['q', 'kind', 'metric', 'subject', 'speaker', 'unit', 'min', 'max', 'since', 'until', 'time', 'source', 'verdict', 'review', 'modality', 'edited', 'copies'];
const PAGE = 50;

let shown = null; // the list on the screen: { key, place, … }
const unfolded = new Set();

/** Shows the list, or only opens or closes a claim in the list that is there already. */
export function showClaims(main, params, fresh) {
  const open = params.get('open');
  const filters = new URLSearchParams(params);
  filters.delete('open');
  const key = String(filters);
  const stands = shown && shown.place.isConnected && !fresh;
  if (!stands) {
    shown = build();
    main.replaceChildren(shown.place);
  }
  shown.filters = filters;
  if (!stands || shown.key !== key) {
    shown.key = key;
    load(shown);
  }
  openClaim(shown, open);
}

function build() {
  const list = {
    facets: h('div', { class: 'facets-body' }),
    head: h('div', { class: 'list-head' }),
    news: h('div', { class: 'news' }),
    chips: h('div', { class: 'chips' }),
    rows: h('tbody'),
    notice: h('div', { class: 'notice' }),
    foot: h('div', { class: 'list-foot' }),
    pane: h('aside', { class: 'pane', 'aria-label': t('claim.title'), hidden: true }),
    stop: null,
    filters: null,
    key: null,
    opened: null,
  };
  const drawer = h('details', { class: 'facets', open: window.matchMedia('(min-width: 60rem)').matches },
    h('summary', null, t('list.filters')), list.facets);
  const columns = ['value', 'about', 'sentence', 'time', 'source', 'verdict'];
  list.table = h('table', { class: 'claims' },
    h('caption', { class: 'sr' }, t('list.title')),
    h('colgroup', null, columns.map(name => h('col', { class: 'c-' + name }))),
    h('thead', null, h('tr', null, columns.map(name => h('th', { scope: 'col' }, t('list.' + name))))),
    list.rows);
  list.rows.append(...Array.from({ length: 12 }, () => h('tr', { class: 'ghost', 'aria-hidden': 'true' }, columns.map(() => h('td', null, h('span'))))));
  list.place = h('div', { class: 'desk' }, drawer,
    h('section', { class: 'results', 'aria-label': t('list.title') }, list.head, list.chips, list.news, list.table, list.notice, list.foot),
    list.pane);
  return list;
}

async function load(list) {
  list.stop?.abort();
  list.stop = new AbortController();
  const { signal } = list.stop;
  const change = next => go(to('claims', '', next));
  list.table.setAttribute('aria-busy', 'true');
  list.news.replaceChildren();
  drawChips(list, change);
  const counting = count(list.filters, signal).catch(() => null);
  const query = new URLSearchParams(list.filters);
  query.set('limit', String(PAGE));
  try {
    const page = await get('claims', query, signal);
    list.notice.replaceChildren();
    list.rows.replaceChildren(...page.claims.map(claim => row(list, claim)));
    list.table.hidden = page.claims.length === 0;
    if (page.claims.length === 0) {
      list.notice.replaceChildren(h('p', { class: 'big' }, t('list.none')), h('p', null, t('list.noneHint')));
    }
    drawFoot(list, query, page.next);
    mark(list);
  } catch (error) {
    if (signal.aborted) return;
    list.rows.replaceChildren();
    list.table.hidden = true;
    list.foot.replaceChildren();
    list.notice.replaceChildren(h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message)),
      h('button', { onclick: () => load(list) }, t('app.retry'))));
  } finally {
    if (!signal.aborted) list.table.setAttribute('aria-busy', 'false');
  }
  const counts = await counting;
  if (signal.aborted) return;
  drawHead(list, counts);
  drawFacets(list.facets, list.filters, counts, change, unfolded);
}

/** Counts by facet. A facet that is filtered by is counted without its own filter, so that a second value can be chosen. */
async function count(filters, signal) {
  const used = COUNTED.filter(name => filters.has(name));
  const [all, ...others] = await Promise.all([get('facets', filters, signal), ...used.map(name => {
    const without = new URLSearchParams(filters);
    without.delete(name);
    return get('facets', without, signal);
  })]);
  used.forEach((name, index) => { all.facets[name] = others[index].facets[name]; });
  return all;
}

function drawHead(list, counts) {
  const total = counts ? t(counts.is_complete ? 'list.count' : 'list.countMore', counts.total.toLocaleString()) : '';
  const suffix = String(list.filters) ? '&' + list.filters : '';
  list.head.replaceChildren(
    h('h1', { class: 'total' }, total),
    h('div', { class: 'exports' }, h('span', { class: 'faint' }, t('list.export')),
      [['csv', 'claims.csv'], ['jsonl', 'claims.jsonl'], ['claimreview', 'claimreview.jsonl']].map(([format, name]) => h('a', {
        href: `/api/export?format=${format}${suffix}`, download: name, onclick: async event => {
          event.preventDefault();
          try { await download(`export?format=${format}${suffix}`, name); } catch (error) { say(error.message); list.notice.replaceChildren(h('p', { class: 'problem', role: 'alert' }, error.message)); }
        },
      }, format === 'claimreview' ? 'ClaimReview' : format.toUpperCase())),
      watchable(list.filters) ? h('a', { href: to('watches', '', watchable(list.filters)), class: 'watch-this' }, t('watches.this')) : null));
  say(total);
}

/** The filters that a watch takes; null when there is none. */
function watchable(filters) {
  const kept = new URLSearchParams([...filters].filter(([name]) => name !== 'copies' && name !== 'edited'));
  return String(kept) ? kept : null;
}

function drawChips(list, change) {
  const chips = FILTERS.flatMap(filter => chosen(list.filters, filter).map(value => h('button', {
    class: 'chip on', 'aria-label': t('list.remove', `${t('filter.' + filter)} ${foreignText(valueName(filter, value))}`), onclick: () => change(toggled(list.filters, filter, value)),
  }, h('span', { class: 'faint' }, t('filter.' + filter)), ' ', foreign(filter === 'edited' || filter === 'copies' ? '' : valueName(filter, value)), h('span', { 'aria-hidden': 'true' }, ' ✕'))));
  list.chips.replaceChildren(quickFilters(list.filters, change), ...chips,
    chips.length > 1 ? h('button', { class: 'link', onclick: () => change(new URLSearchParams()) }, t('list.clear')) : '');
}

function drawFoot(list, query, next) {
  list.foot.replaceChildren(next ? h('button', {
    onclick: async event => {
      event.target.disabled = true;
      query.set('cursor', next);
      try {
        const page = await get('claims', query, list.stop.signal);
        const rows = page.claims.map(claim => row(list, claim));
        list.rows.append(...rows);
        drawFoot(list, query, page.next);
        rows[0]?.querySelector('[data-step]').focus();
      } catch (error) {
        event.target.disabled = false;
        if (error.name !== 'AbortError') say(error.message);
      }
    },
  }, t('list.more')) : '');
}

function row(list, claim) {
  const open = new URLSearchParams(list.filters);
  open.set('open', claim.id);
  const address = to('claims', '', open);
  return h('tr', {
    'data-id': claim.id, class: claim.standing === 'current' ? null : 'past',
    // The whole row is a target for the mouse; the keyboard has the link.
    onclick: event => { if (!event.target.closest('a') && String(getSelection()) === '') go(address); },
  },
    h('td', { class: 'c-value' }, h('a', { href: address, 'data-step': '', 'aria-label': t('claim.open', foreignText(claim.text)) }, quantity(claim)), kindLabel(claim.kind)),
    h('td', { class: 'c-about' }, topic(claim)),
    h('td', { class: 'c-sentence' }, h('p', { class: 'clamp', lang: 'zh' }, marked(claim.sentence, claim.text))),
    h('td', { class: 'c-time' },
      claim.time ? h('span', { class: 'when' }, claim.time) : null,
      claim.modality === 'asserted' ? null : h('span', { class: 'modality m-' + claim.modality }, t('modality.' + claim.modality)),
      claim.speaker ? h('bdi', { class: 'speaker' }, foreign(claim.speaker)) : null),
    h('td', { class: 'c-source' }, h('bdi', { class: 'publisher' }, foreign(outlet(claim))), h('span', { class: 'faint' }, day(claim.published_at).slice(0, 10))),
    h('td', { class: 'c-verdict' }, verdictBadge(claim.verdict, claim.review)));
}

function openClaim(list, id) {
  if (list.opened === id) return;
  const before = list.opened;
  list.opened = id;
  list.pane.hidden = !id;
  list.place.classList.toggle('open', Boolean(id));
  document.body.classList.toggle('has-pane', Boolean(id));
  mark(list);
  if (!id) {
    list.pane.replaceChildren();
    list.rows.querySelector(`[data-id="${CSS.escape(before ?? '')}"] [data-step]`)?.focus();
    return;
  }
  claimPane(list.pane, id, {
    close: () => go(to('claims', '', list.filters)),
    reviewed: (claimId, history) => {
      const cell = list.rows.querySelector(`[data-id="${CSS.escape(claimId)}"] .c-verdict`);
      cell?.replaceChildren(verdictBadge(history.verdict, history.state));
    },
  });
}

function mark(list) {
  for (const line of list.rows.children) {
    if (line.dataset.id && line.dataset.id === list.opened) line.setAttribute('aria-current', 'true');
    else line.removeAttribute('aria-current');
  }
}

/** Tells of claims that came while the list was read; the list moves only when asked to. */
export function announceNew(count) {
  if (!shown?.place.isConnected) return;
  const before = Number(shown.news.dataset.count ?? 0) * (shown.news.hasChildNodes() ? 1 : 0);
  shown.news.dataset.count = String(before + count);
  shown.news.replaceChildren(h('button', { class: 'chip news-chip', onclick: () => load(shown) }, t('list.new', before + count)));
  say(t('list.new', before + count));
}
