// One claim with all that is known of it: fields, appearances, edits, findings.

import { get, download } from './api.js';
import { h, foreign, marked, outward, say } from './dom.js';
import { canonical, compact, day, kindLabel, moment, outlet, quantity, verdictBadge } from './figures.js';
import { to } from './route.js';
import { reviewSection } from './review.js';
import { t } from './words.js';

/** Fills a place with a claim. */
export async function claimPane(place, id, { close, reviewed } = {}) {
  place.dataset.wanted = id;
  if (!place.hasChildNodes()) place.replaceChildren(h('p', { class: 'faint pad' }, t('app.loading')));
  place.setAttribute('aria-busy', 'true');
  try {
    const dossier = await get('claims/' + encodeURIComponent(id));
    if (place.dataset.wanted !== id) return;
    draw(place, dossier, close, reviewed);
    place.scrollTop = 0;
  } catch (error) {
    if (place.dataset.wanted !== id) return;
    place.replaceChildren(closer(close), h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message))));
  } finally {
    place.setAttribute('aria-busy', 'false');
  }
}

const closer = close => (close ? h('button', { class: 'icon close', 'data-key': 'Escape', 'aria-label': t('app.close'), title: t('app.close') + ' (Esc)', onclick: close }, '✕') : null);

function draw(place, dossier, close, reviewed) {
  const { claim, article, appearances, edits } = dossier;
  const badge = h('span', null, verdictBadge(claim.verdict, claim.review));
  const permalink = location.origin + '/' + to('claim', claim.id);
  place.replaceChildren(...[
    h('header', { class: 'claim-head' },
      h('div', { class: 'claim-top' }, kindLabel(claim.kind), badge, closer(close)),
      h('h2', { class: 'claim-value', tabindex: '-1', lang: article.language }, quantity(claim)),
      h('p', { class: 'faint' }, canonical(claim)),
      claim.standing !== 'current' ? h('p', { class: 'warning' }, t('standing.' + claim.standing)) : null),
    h('blockquote', { class: 'sentence', lang: article.language, cite: /^https?:/.test(article.url ?? '') ? article.url : null }, marked(claim.sentence, claim.text)),
    h('p', { class: 'byline' }, h('bdi', { lang: article.language }, foreign(article.title ?? t('article.untitled'))), h('span', { class: 'faint' }, ' · ', foreign(article.publisher ?? ''), ' · ', day(article.published_at))),
    h('p', { class: 'actions' },
      h('a', { class: 'button', 'data-key': 'a', href: to('article', claim.article_id, { at: claim.id }) }, t('claim.article')),
      (claim.subject_id ?? claim.subject) && (claim.metric_id ?? claim.metric) ? h('a', { class: 'button', href: to('timeline', '', { subject: claim.subject_id ?? claim.subject, metric: claim.metric_id ?? claim.metric }) }, t('claim.timeline')) : null,
      h('button', { onclick: async () => {
        try { await navigator.clipboard.writeText(permalink); say(t('claim.copied')); } catch { location.hash = to('claim', claim.id); }
      } }, t('claim.link')),
      h('button', { onclick: async () => {
        try { await download(`claims/${claim.id}/report`, `claim-${claim.id}.html`); } catch (error) { say(error.message); }
      } }, t('claim.report'))),
    fields(claim),
    reviewSection(claim, dossier.reviews, dossier.version, history => {
      badge.replaceChildren(verdictBadge(history.verdict, history.state));
      reviewed?.(claim.id, history);
    }),
    appearanceList(appearances),
    editList(edits),
  ].filter(Boolean));
  if (close) place.querySelector('h2').focus({ preventScroll: true });
}

/** The contract's fields as a list; what the article does not say is left out. */
export function fields(claim) {
  const rows = [
    ['value', canonical(claim)],
    ['from', claim.from === null ? null : `${compact(claim.from)} ${claim.unit}`],
    ['basis', claim.basis && (t.maybe('basis.' + claim.basis) ?? claim.basis)],
    ['subject', claim.subject && claim.subject_id && claim.subject !== claim.subject_id ? `${claim.subject}（${claim.subject_id}）` : claim.subject ?? claim.subject_id],
    ['metric', claim.metric && claim.metric_id && claim.metric_id !== claim.metric ? `${claim.metric}（${claim.metric_id}）` : claim.metric ?? claim.metric_id],
    ['whole', claim.whole],
    ['time', claim.time],
    ['speaker', (claim.speaker ?? t('claim.ownVoice')) + (claim.quoted ? ` · ${t('claim.quoted')}` : '')],
    ['modality', t('modality.' + claim.modality)],
    ['confidence', `${Math.round(claim.confidence * 100)} %`],
    ['rule', claim.rule],
    ['id', claim.id],
  ];
  return h('dl', { class: 'fields' }, rows.filter(([, value]) => value).map(([name, value]) => h('div', { class: 'f-' + name }, h('dt', null, t('claim.' + name)), h('dd', null, h('bdi', null, foreign(value))))));
}

/** Where a text stood. */
export function appearanceList(appearances) {
  return h('section', { class: 'block' }, h('h3', null, t('claim.appearances', appearances.length)),
    h('ul', { class: 'appearances' }, appearances.map(place => h('li', null,
      h('span', null, h('bdi', { class: 'publisher' }, foreign(outlet(place))), ' ', h('span', { class: 'faint' }, day(place.published_at))),
      place.near_copy ? h('span', { class: 'badge none' }, t('claim.nearCopy')) : null,
      h('span', { class: 'where' }, outward(place.url ?? place.source)),
      place.evidence_sha256 ? h('button', { class: 'link', onclick: async () => {
        try { await download('evidence/' + place.evidence_sha256, place.evidence_sha256 + '.html'); } catch (error) { say(error.message); }
      } }, t('claim.raw')) : null))));
}

function editList(edits) {
  return edits.length === 0 ? null : h('section', { class: 'block' }, h('h3', null, t('claim.edits')),
    h('ol', { class: 'edits' }, edits.map(edit => h('li', null,
      h('span', { class: 'faint' }, moment(edit.seen_at)), ' ',
      edit.old ? h('del', null, foreign(edit.old.text)) : null, ' ', t('edit.' + edit.kind), ' ',
      edit.new ? h('ins', null, foreign(edit.new.text)) : null))));
}
