// What the service is doing: a pill in the header, details on demand. Asks often while something moves, seldom otherwise, never in the background.

import { glance } from './api.js';
import { h, foreign, say } from './dom.js';
import { moment } from './figures.js';
import { t } from './words.js';

const BUSY_MS = 2_000, IDLE_MS = 10_000;

let latest = null, lost = false, timer = 0, onNew = () => {};

/** The last known state; null before the first answer. */
export const status = () => latest;

export function pill() {
  const panel = h('div', { class: 'status-panel', id: 'status-panel', role: 'region', 'aria-label': t('status.title'), hidden: true });
  const button = h('button', {
    class: 'pill', id: 'status', 'aria-expanded': 'false', 'aria-controls': 'status-panel', onclick: () => {
      panel.hidden = !panel.hidden;
      button.setAttribute('aria-expanded', String(!panel.hidden));
      if (!panel.hidden) details(panel);
    },
  });
  const place = h('div', { class: 'status' }, button, panel);
  // The page builds its header anew when the language changes.
  requestAnimationFrame(draw);
  return place;
}

/** Begins to ask; <found> is told how many claims have come since. */
export function watch(found) {
  onNew = found;
  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
  document.addEventListener('click', event => {
    const panel = document.getElementById('status-panel');
    if (panel && !panel.hidden && !event.target.closest('.status')) document.getElementById('status').click();
  });
  ask();
}

async function ask() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const before = latest;
    latest = await glance('status');
    if (lost) say('');
    lost = false;
    if (before && latest.store.claims > before.store.claims) onNew(latest.store.claims - before.store.claims);
  } catch {
    lost = true;
  }
  draw();
  timer = setTimeout(ask, !lost && busy() > 0 ? BUSY_MS : IDLE_MS);
}

const busy = () => (latest?.service ? latest.service.due : 0);

function draw() {
  const button = document.getElementById('status');
  if (!button) return;
  const state = lost ? 'lost' : !latest ? 'off' : !latest.service ? 'off' : busy() > 0 ? 'busy' : 'idle';
  button.className = 'pill ' + state;
  button.replaceChildren(h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', { class: 'pill-text' }, latest || lost ? t('status.' + state, busy()) : '…'));
  const panel = document.getElementById('status-panel');
  if (!panel.hidden) details(panel);
}

function details(panel) {
  if (!latest) return;
  const { service, store } = latest;
  const figure = (name, value) => h('div', null, h('dt', null, t('status.' + name)), h('dd', null, value));
  panel.replaceChildren(
    h('h2', null, t('status.title')),
    service ? h('dl', { class: 'figures' }, ['due', 'waiting', 'stored', 'failed'].map(name => figure(name, service[name].toLocaleString()))) : h('p', null, t('status.off')),
    h('dl', { class: 'figures' }, ['articles', 'claims', 'reviews', 'evidence'].map(name => figure(name, store[name].toLocaleString())), figure('size', bytes(store.bytes))),
    latest.watches.problem ? h('p', { class: 'warning' }, h('a', { href: '#/watches' }, t('status.watches')), ' · ', t('watches.problem'), ' ', foreign(latest.watches.problem)) : '',
    service?.feeds.length ? h('h3', null, t('status.feeds')) : '',
    h('ul', { class: 'feeds' }, (service?.feeds ?? []).map(feed => h('li', { class: feed.problem ? 'failed' : '' },
      h('span', { class: 'feed-url' }, foreign(feed.url)),
      h('span', { class: 'faint' }, feed.last_success ? t('status.last', moment(feed.last_success)) : t('status.never')),
      feed.problem ? h('span', { class: 'warning' }, foreign(feed.problem)) : null))));
}

function bytes(count) {
  const steps = ['B', 'KB', 'MB', 'GB', 'TB'];
  let step = 0;
  for (; count >= 1000 && step < steps.length - 1; step++) count /= 1000;
  return `${count < 10 && step > 0 ? count.toFixed(1) : Math.round(count)} ${steps[step]}`;
}
