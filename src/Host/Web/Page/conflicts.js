// Claims that disagree, each group on one scale.

import { get } from './api.js';
import { intervals } from './chart.js';
import { h, foreign } from './dom.js';
import { canonical, day, metricName, outlet, quantity, verdictBadge } from './figures.js';
import { go, to } from './route.js';
import { t } from './words.js';

const SHOW = ['real', 'apparent', 'all'];
const SHOWN = 10, MOST_EMPTY = 5, PAGE = 20;
let stop = null;

/** Shows the conflicts among the claims that match. */
export async function showConflicts(main, params) {
  stop?.abort();
  stop = new AbortController();
  const { signal } = stop;
  const show = SHOW.includes(params.get('show')) ? params.get('show') : 'real';
  const groups = h('div', { 'aria-live': 'polite' });
  const count = h('span', { class: 'faint' });
  main.replaceChildren(h('div', { class: 'wide' },
    h('h1', null, t('conflicts.title')),
    h('p', { class: 'lead' }, t('conflicts.lead')),
    h('div', { class: 'chips' }, SHOW.map(kind => h('button', {
      class: 'chip', 'aria-pressed': String(kind === show), onclick: () => {
        const next = new URLSearchParams(params);
        next.set('show', kind);
        go(to('conflicts', '', next));
      },
    }, t('conflicts.' + kind))), count),
    groups));
  const query = new URLSearchParams(params);
  query.set('show', show);
  query.set('limit', String(PAGE));
  await more(groups, count, query, signal);
}

/** Appends the next groups: an answer without any is gone on from at once, a few times, so that a reader need not press through empty ones. */
async function more(groups, count, query, signal) {
  groups.setAttribute('aria-busy', 'true');
  const waiting = h('p', { class: 'faint' }, t('app.loading'));
  groups.append(waiting);
  try {
    for (let asked = 0, found = 0; asked < MOST_EMPTY && found === 0; asked++) {
      const answer = await get('conflicts', query, signal);
      found = answer.conflicts.length;
      waiting.remove();
      groups.querySelector('.go-on')?.remove();
      if (!answer.is_complete && !groups.querySelector('.warning')) groups.prepend(h('p', { class: 'warning' }, t('conflicts.part')));
      groups.append(...answer.conflicts.map(group));
      const shown = groups.querySelectorAll('.group').length;
      count.textContent = answer.next ? `${shown}+` : String(shown);
      if (!answer.next) {
        if (shown === 0) groups.append(h('div', { class: 'notice' }, h('p', { class: 'big' }, t('conflicts.none')), h('p', null, t('conflicts.noneHint'))));
        return;
      }

      query.set('cursor', answer.next);
    }

    groups.append(h('p', { class: 'go-on' }, h('button', { onclick: event => { event.target.disabled = true; more(groups, count, query, signal); } }, t('conflicts.more'))));
  } catch (error) {
    if (!signal.aborted) groups.append(h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message))));
  } finally {
    waiting.remove();
    groups.setAttribute('aria-busy', 'false');
  }
}

function group({ subject, metric, reason, real, claims, claim_count: count }) {
  return h('section', { class: 'group' },
    h('div', { class: 'group-head' },
      h('h2', null, h('bdi', null, foreign(subject)), ' · ', h('bdi', null, foreign(metricName(metric)))),
      h('span', { class: 'reason' + (real ? '' : ' apparent') }, t('reason.' + reason)),
      count > SHOWN ? h('span', { class: 'faint' }, t('conflicts.sources', count)) : null,
      h('a', { class: 'faint', href: to('timeline', '', { subject, metric }) }, t('claim.timeline'))),
    // Different units have no common scale: each unit gets its own.
    ...Object.values(Object.groupBy(claims, claim => claim.unit)).map(some));
}

/** The claims of one unit; of many, some from the least to the greatest, and the rest on demand. */
function some(claims) {
  if (claims.length <= SHOWN) return intervals(claims, row);
  const first = Array.from({ length: SHOWN }, (_, i) => claims[Math.floor(i * (claims.length - 1) / (SHOWN - 1))]);
  const place = h('div', null, intervals(first, row), h('button', { class: 'link', onclick: () => place.replaceChildren(intervals(claims, row)) }, t('filter.more', claims.length - SHOWN)));
  return place;
}

const row = claim => h('div', { class: 'who' },
  h('a', { href: to('claim', claim.id), 'data-step': '', title: canonical(claim) }, quantity(claim)),
  h('div', null, h('bdi', null, foreign(outlet(claim))), ' ', h('span', { class: 'faint' }, [day(claim.published_at).slice(0, 10), claim.time && claim.time !== day(claim.published_at).slice(0, 10) ? `→ ${claim.time}` : null].filter(Boolean).join(' ')),
    claim.whole ? h('bdi', { class: 'faint' }, ' · ', foreign(claim.whole)) : null, ' ', claim.verdict ? verdictBadge(claim.verdict) : null));
