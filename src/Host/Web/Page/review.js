// Findings: the history, and the form that adds to it. What somebody typed is never lost to somebody else's finding.

import { post } from './api.js';
import { h, foreign, memory, outward, say } from './dom.js';
import { moment, verdictBadge } from './figures.js';
import { status } from './status.js';
import { t } from './words.js';

const VERDICTS = ['true', 'mostly_true', 'half_true', 'mostly_false', 'false', 'unproven', 'out_of_context'];
const STATES = ['open', 'assigned', 'second_review', 'closed'];

/** The history and the form of a claim. */
export function reviewSection(claim, reviews, version, saved) {
  const history = h('div');
  const form = h('form', { id: 'review-form', class: 'review-form' });
  const section = h('section', { class: 'block reviews' }, h('h3', null, t('review.title')), history);
  drawHistory(history, reviews);
  if (status()?.recording === 'off') {
    section.append(h('p', { class: 'faint off' }, t('review.off')));
    return section;
  }

  const message = h('div', { role: 'alert' });
  const button = h('button', { class: 'primary' }, t('review.save'));
  const reviewer = memory.get('reviewer') ?? '';
  form.append(
    h('h4', null, t('review.add')),
    h('fieldset', { class: 'verdicts' }, h('legend', null, t('review.verdict')),
      ['', ...VERDICTS].map(verdict => h('label', { class: verdict ? 'v-' + verdict : 'v-none' },
        h('input', { type: 'radio', name: 'verdict', value: verdict, checked: verdict === (claim.verdict ?? ''), onchange: () => { form.elements.state.value = verdict ? 'closed' : 'open'; } }),
        h('span', null, verdict ? t('verdict.' + verdict) : t('review.noVerdict'))))),
    labelled('note', t('review.note'), h('textarea', { id: 'r-note', name: 'note', rows: '3', maxlength: '10000' })),
    labelled('evidence', t('review.evidence'), h('textarea', { id: 'r-evidence', name: 'evidence', rows: '2', spellcheck: 'false', placeholder: 'https://' })),
    h('div', { class: 'pair' },
      labelled('reviewer', t('review.reviewer'), h('input', { id: 'r-reviewer', name: 'reviewer', required: true, maxlength: '100', autocomplete: 'name', value: reviewer })),
      labelled('state', t('review.state'), h('select', { id: 'r-state', name: 'state' }, STATES.map(state => h('option', { value: state }, t('state.' + state)))))),
    labelled('assignee', t('review.assignee'), h('input', { id: 'r-assignee', name: 'assignee', maxlength: '100', autocomplete: 'off' })),
    h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'covers', checked: true }), t('review.covers')),
    message, button);
  form.elements.state.value = claim.review ?? 'open';

  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    message.replaceChildren();
    const fields = form.elements;
    try {
      const after = await post(`claims/${claim.id}/reviews`, {
        verdict: fields.verdict.value || null,
        note: fields.note.value.trim() || null,
        reviewer: fields.reviewer.value.trim(),
        evidence: fields.evidence.value.split(/\s+/).filter(Boolean),
        state: fields.state.value,
        assignee: fields.assignee.value.trim() || null,
        covers_appearances: fields.covers.checked,
        version,
      });
      memory.set('reviewer', fields.reviewer.value.trim());
      version = after.version;
      drawHistory(history, after.reviews);
      fields.note.value = fields.evidence.value = '';
      message.replaceChildren(h('p', { class: 'success' }, t('review.saved')));
      say(t('review.saved'));
      saved(after);
    } catch (error) {
      if (error.current) {
        // Shown, not overwritten; the next save is on top of what stands there now.
        version = error.current.version;
        drawHistory(history, error.current.reviews, true);
        saved(error.current);
        message.replaceChildren(h('p', { class: 'warning' }, t('review.stale', error.current.reviews.at(-1)?.reviewer ?? t('review.somebody'))));
      } else {
        message.replaceChildren(h('p', { class: 'warning' }, foreign(error.message)));
        document.getElementById('r-' + error.parameter)?.focus();
      }
    } finally {
      button.disabled = false;
    }
  });
  section.append(form);
  return section;
}

const labelled = (name, label, field) => h('div', { class: 'field' }, h('label', { for: 'r-' + name }, label), field);

function drawHistory(place, steps, fresh = false) {
  place.replaceChildren(steps.length === 0
    ? h('p', { class: 'faint' }, t('review.none'))
    : h('ol', { class: 'history' }, steps.map((step, index) => h('li', { class: fresh && index === steps.length - 1 ? 'fresh' : null },
      h('div', { class: 'step-head' }, step.verdict ? verdictBadge(step.verdict) : null, h('span', { class: 'badge state' }, t('state.' + step.state)),
        h('bdi', { class: 'publisher' }, foreign(step.reviewer)), h('time', { class: 'faint', datetime: step.at }, moment(step.at)),
        step.assignee ? h('span', { class: 'faint' }, '→ ', foreign(step.assignee)) : null),
      step.note ? h('p', { class: 'note' }, foreign(step.note)) : null,
      step.evidence.length ? h('ul', { class: 'links' }, step.evidence.map(link => h('li', null, outward(link)))) : null))));
}
