// The page: header, views, and what happens when the address changes.

import { showArticle } from './article.js';
import { claimPane } from './claim.js';
import { announceNew, showClaims } from './claims.js';
import { showConflicts } from './conflicts.js';
import { h, memory } from './dom.js';
import { help, listen } from './keys.js';
import { go, here, to } from './route.js';
import { pill, watch } from './status.js';
import { showTimeline } from './timeline.js';
import { showWatches } from './watches.js';
import { LANGUAGES, language, setLanguage, t } from './words.js';

const TYPING_MS = 250;
const top_ = document.getElementById('top'), main = document.getElementById('main'), skip = document.getElementById('skip');
let typing = 0, lastView = null;

function theme(wanted) {
  if (wanted) document.documentElement.dataset.theme = wanted;
  else delete document.documentElement.dataset.theme;
}

function search(words, replace) {
  const { view, params } = here();
  const next = view === 'claims' || view === 'conflicts' ? new URLSearchParams(params) : new URLSearchParams();
  next.delete('open');
  next.delete('q');
  if (words) next.set('q', words);
  go(to(view === 'conflicts' ? 'conflicts' : 'claims', '', next), replace);
}

function drawHeader() {
  document.documentElement.lang = language();
  skip.textContent = t('app.skip');
  const field = h('input', {
    type: 'search', id: 'search', name: 'q', placeholder: t('app.search'), 'aria-label': t('app.search'), autocomplete: 'off', spellcheck: 'false', maxlength: '400', enterkeyhint: 'search',
    oninput: event => {
      clearTimeout(typing);
      if (!event.isComposing && here().view === 'claims') typing = setTimeout(() => search(field.value.trim(), true), TYPING_MS);
    },
    oncompositionend: () => field.dispatchEvent(new Event('input')),
  });
  top_.replaceChildren(
    h('a', { class: 'brand', href: to('claims') }, h('img', { src: document.querySelector('link[rel=icon]').href, alt: '', width: '26', height: '26' }), h('span', null, 'Pipeline')),
    h('form', { class: 'search', role: 'search', onsubmit: event => { event.preventDefault(); clearTimeout(typing); search(field.value.trim(), false); } },
      field, h('kbd', { 'aria-hidden': 'true' }, '/')),
    h('nav', { 'aria-label': t('app.views') }, ['claims', 'conflicts', 'timeline', 'watches'].map(view => h('a', { href: to(view), 'data-view': view }, t('app.' + view)))),
    h('div', { class: 'tools' },
      pill(),
      h('div', { class: 'languages', role: 'group', 'aria-label': t('app.language') }, LANGUAGES.map(([code, label]) => h('button', {
        lang: code, 'aria-pressed': String(code === language()), onclick: () => {
          setLanguage(code);
          drawHeader();
          route(true);
          top_.querySelector(`.languages [lang=${code}]`).focus();
        },
      }, label))),
      h('button', {
        class: 'icon', 'aria-label': t('app.theme'), title: t('app.theme'), onclick: () => {
          const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
          theme(dark ? 'light' : 'dark');
          memory.set('theme', dark ? 'light' : 'dark');
        },
      }, '◐'),
      h('button', { class: 'icon', 'aria-label': t('app.help'), title: t('app.help') + ' (?)', onclick: help }, '?')));
}

function route(fresh = false) {
  const { view, id, params } = here();
  const field = document.getElementById('search');
  if (document.activeElement !== field) field.value = params.get('q') ?? '';
  for (const link of top_.querySelectorAll('[data-view]')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (view !== 'claims') document.body.classList.remove('has-pane');
  const moved = lastView !== null && lastView !== view + id;
  lastView = view + id;
  document.title = `${t.maybe('app.' + view) ?? t('claim.title')} · Pipeline`;
  switch (view) {
    case 'claim': {
      const place = h('div', { class: 'sheet claim-page' });
      main.replaceChildren(place);
      claimPane(place, id);
      break;
    }
    case 'article': showArticle(main, id, params.get('at')); break;
    case 'conflicts': showConflicts(main, params); break;
    case 'timeline': showTimeline(main, params); break;
    case 'watches': showWatches(main, params); break;
    default: showClaims(main, params, fresh);
  }
  if (moved && view !== 'article') {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

theme(memory.get('theme'));
drawHeader();
listen();
// The address after # is the view: skipping must not change it.
skip.addEventListener('click', event => { event.preventDefault(); main.focus(); });
window.addEventListener('popstate', () => route());
window.addEventListener('route', () => route());
route();
watch(announceNew);
