// Single-key shortcuts; never while somebody writes or a dialog is open.

import { memory } from './dom.js';
import { showShortcuts } from './dialogs.js';
import { go, to } from './route.js';
import { t } from './words.js';

let enabled = memory.get('keys') !== 'off';

const WRITES = 'input, textarea, select, [contenteditable]';

export function help() {
  showShortcuts([
    [['/'], t('keys.search')],
    [['j', 'k'], t('keys.next')],
    [['Enter'], t('keys.open')],
    [['a'], t('keys.article')],
    [['r'], t('keys.review')],
    [['1', '2', '3', '4'], t('keys.views')],
    [['Esc'], t('keys.close')],
    [['?'], t('keys.help')],
  ], enabled, on => {
    enabled = on;
    memory.set('keys', on ? null : 'off');
  });
}

function step(by) {
  const links = [...document.querySelectorAll('[data-step]')];
  if (links.length === 0) return;
  const at = links.findIndex(link => link === document.activeElement);
  const current = at >= 0 ? at : links.findIndex(link => link.closest('[aria-current]'));
  const next = links[Math.min(links.length - 1, Math.max(0, current < 0 ? 0 : current + by))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

const click = selector => document.querySelector(selector)?.click();

const ACTIONS = {
  '/': () => document.getElementById('search')?.focus(),
  j: () => step(1),
  k: () => step(-1),
  a: () => click('[data-key="a"]'),
  r: () => document.querySelector('#review-form input, #review-form textarea')?.focus(),
  1: () => go(to('claims')),
  2: () => go(to('conflicts')),
  3: () => go(to('timeline')),
  4: () => go(to('watches')),
  '?': help,
};

export function listen() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      if (event.target.matches?.(WRITES)) event.target.blur();
      else click('[data-key="Escape"]');
      return;
    }
    if (!enabled || event.target.matches?.(WRITES) || !Object.hasOwn(ACTIONS, event.key)) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
}
