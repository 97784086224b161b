// Dialogs: the token, the shortcuts. Native <dialog>: focus stays inside, Escape closes.

import { h } from './dom.js';
import { t } from './words.js';

function show(title, ...content) {
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' },
    h('form', { method: 'dialog', class: 'dialog-head' },
      h('h2', { id: 'dialog-title' }, title),
      h('button', { class: 'icon', 'aria-label': t('app.close'), value: '' }, '✕')),
    ...content);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return dialog;
}

let asking = null;

/** Asks for the service's token; one dialog, however many requests wait for it. */
export function askToken(wrong) {
  asking ??= new Promise(resolve => {
    const field = h('input', { type: 'password', id: 'token', autocomplete: 'current-password', required: true });
    const keep = h('input', { type: 'checkbox', id: 'token-keep' });
    const dialog = show(t('token.title'),
      h('p', null, t('token.lead')),
      wrong ? h('p', { class: 'warning', role: 'alert' }, t('token.wrong')) : null,
      h('form', {
        class: 'stack', onsubmit: event => {
          event.preventDefault();
          resolve({ token: field.value.trim(), keep: keep.checked });
          dialog.close();
        },
      },
        h('label', { for: 'token' }, t('token.label')), field,
        h('label', { class: 'check' }, keep, t('token.keep')),
        h('button', { class: 'primary' }, t('token.use'))));
    dialog.addEventListener('close', () => resolve(null));
    field.focus();
  }).finally(() => { asking = null; });
  return asking;
}

/** Lists the shortcuts, and lets them be switched off: single keys get in the way of speech input. */
export function showShortcuts(rows, enabled, setEnabled) {
  const toggle = h('input', { type: 'checkbox', checked: enabled, onchange: event => setEnabled(event.target.checked) });
  show(t('keys.title'),
    h('dl', { class: 'keys' }, rows.map(([keys, meaning]) => [
      h('dt', null, keys.map(key => h('kbd', null, key))), h('dd', null, meaning)])),
    h('label', { class: 'check' }, toggle, t('keys.on')));
}
