// Watches: saved searches that fire on new claims, conflicts and silent edits.

import { get, post, remove } from './api.js';
import { h, foreign, foreignText, say } from './dom.js';
import { chosen, valueName } from './facets.js';
import { moment } from './figures.js';
import { go, to } from './route.js';
import { status } from './status.js';
import { t } from './words.js';

const EVENTS = ['new_match', 'new_conflict', 'silent_edit'];
let stop = null;

/** Lists the watches; with filters in the address, offers to watch them. */
export async function showWatches(main, params) {
  stop?.abort();
  stop = new AbortController();
  const { signal } = stop;
  const list = h('div', { 'aria-live': 'polite' });
  main.replaceChildren(h('div', { class: 'wide' }, h('h1', null, t('watches.title')), h('p', { class: 'lead' }, t('watches.lead')),
    status()?.recording === 'off' ? h('p', { class: 'faint off' }, t('watches.off')) : [...params].length > 0 ? form(params, list, signal) : h('p', { class: 'faint' }, t('watches.how')),
    list));
  await load(list, signal);
}

async function load(list, signal) {
  try {
    const { watches } = await get('watches', null, signal);
    list.replaceChildren(watches.length === 0
      ? h('div', { class: 'notice' }, h('p', { class: 'big' }, t('watches.none')))
      : h('ul', { class: 'watches' }, watches.map(watch => row(watch, list, signal))));
  } catch (error) {
    if (!signal.aborted) list.replaceChildren(h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message))));
  }
}

function row(watch, list, signal) {
  const filters = new URLSearchParams(watch.filters);
  const times = [
    watch.last_fired ? t('watches.fired', watch.fired, moment(watch.last_fired)) : t('watches.silent'),
    watch.last_delivered ? t('watches.delivered', moment(watch.last_delivered)) : null,
    watch.waiting ? t('watches.waiting', watch.waiting) : null,
    watch.given_up ? t('watches.givenUp', watch.given_up) : null,
  ];
  return h('li', { class: 'block watch', 'data-id': watch.id },
    h('h2', null, h('bdi', null, foreign(watch.name))),
    h('p', null, h('a', { class: 'button', href: to('claims', '', filters) }, t('watches.matches')), ' ',
      h('a', { class: 'button', href: watch.feed }, t('watches.feed')), ' ',
      status()?.recording === 'off' ? null : h('button', { 'aria-label': t('watches.remove', foreignText(watch.name)), onclick: event => drop(event.target, watch, list, signal) }, t('watches.removeShort'))),
    h('p', { class: 'chips' }, described(filters), watch.events.map(kind => h('span', { class: 'badge state' }, t('event.' + kind))), watch.has_webhook ? h('span', { class: 'badge none' }, 'webhook') : null),
    h('p', { class: 'faint' }, times.filter(Boolean).join(' · ')),
    watch.problem ? h('p', { class: 'warning' }, t('watches.problem'), ' ', foreign(watch.problem)) : null);
}

const described = filters => [...new Set(filters.keys())].flatMap(name => chosen(filters, name).map(value => h('span', { class: 'chip on' }, h('span', { class: 'faint' }, t('filter.' + name)), ' ', foreign(valueName(name, value)))));

async function drop(button, watch, list, signal) {
  // Removing takes its events along: the first press asks, the second does it.
  if (button.dataset.sure === undefined) {
    button.dataset.sure = '';
    button.textContent = t('watches.sure');
    return;
  }

  button.disabled = true;
  try {
    await remove('watches/' + watch.id);
    say(t('watches.removed'));
    await load(list, signal);
  } catch (error) {
    button.disabled = false;
    button.after(h('p', { class: 'warning', role: 'alert' }, foreign(error.message)));
  }
}

function form(params, list, signal) {
  const message = h('div', { role: 'alert' });
  const field = (name, label, attributes) => h('div', { class: 'field' }, h('label', { for: 'w-' + name }, label), h('input', { id: 'w-' + name, name, autocomplete: 'off', ...attributes }));
  return h('form', {
    class: 'block watch-form', onsubmit: async event => {
      event.preventDefault();
      const fields = new FormData(event.target);
      const button = event.target.querySelector('button');
      button.disabled = true;
      message.replaceChildren();
      try {
        const { secret } = await post('watches', { name: fields.get('name').trim() || null, filters: String(params), events: fields.getAll('events'), webhook: fields.get('webhook').trim() || null });
        say(t('watches.added'));
        if (secret) message.replaceChildren(h('p', { class: 'success' }, t('watches.secret')), h('p', null, h('code', null, secret)));
        else go(to('watches'), true);
        await load(list, signal);
      } catch (error) {
        message.replaceChildren(h('p', { class: 'warning' }, foreign(error.message)));
      } finally {
        button.disabled = false;
      }
    },
  },
    h('h2', null, t('watches.add')), h('p', { class: 'chips' }, described(params)),
    field('name', t('watches.name'), { maxlength: '200' }),
    h('fieldset', null, h('legend', null, t('watches.on')), EVENTS.map(kind => h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'events', value: kind, checked: true }), t('event.' + kind)))),
    field('webhook', t('watches.webhook'), { type: 'url', placeholder: 'https://', maxlength: '1000' }),
    message, h('button', { class: 'primary' }, t('watches.save')));
}
