// An article with every claim marked where it stands; its fields on hover or focus.

import { get } from './api.js';
import { appearanceList, fields } from './claim.js';
import { h, foreign, foreignText, outward } from './dom.js';
import { compact, day, kindLabel, moment, quantity, verdictBadge } from './figures.js';
import { to } from './route.js';
import { t } from './words.js';

/** Shows an article; <at> is the claim to bring into view. */
export async function showArticle(main, id, at) {
  main.setAttribute('aria-busy', 'true');
  try {
    const { article, claims, appearances, versions, checks } = await get('articles/' + encodeURIComponent(id));
    draw(main, article, claims.filter(claim => claim.standing !== 'withdrawn'), appearances, versions, checks, at);
  } catch (error) {
    main.replaceChildren(h('div', { class: 'sheet' }, h('div', { class: 'problem', role: 'alert' }, h('strong', null, t('error.title')), h('p', null, foreign(error.message)))));
  } finally {
    main.setAttribute('aria-busy', 'false');
  }
}

function draw(main, article, claims, appearances, versions, checks, at) {
  const card = h('div', { class: 'card', id: 'card', role: 'tooltip', hidden: true });
  const marks = new Map();
  const text = h('div', { class: 'prose', lang: article.language }, paragraphs(article.text, claims, card, marks));
  main.replaceChildren(h('div', { class: 'article' },
    h('article', { class: 'sheet' },
      h('button', { class: 'link back', 'data-key': 'Escape', onclick: () => history.back() }, '← ', t('app.back')),
      h('h1', { lang: article.language }, h('bdi', null, foreign(article.title ?? t('article.untitled')))),
      h('p', { class: 'byline' }, [article.publisher, article.author, day(article.published_at)].filter(Boolean).map((part, i) => [i ? ' · ' : '', h('bdi', null, foreign(part))]).flat(), ' · ', outward(article.url ?? article.source)),
      text, card),
    h('aside', { class: 'margin' },
      checks.length ? h('section', { class: 'block checks' }, h('h2', null, t('article.checks')), h('ul', null, checks.map(check => checkItem(check, marks)))) : null,
      h('section', { class: 'block' }, h('h2', null, t('article.claims', claims.length)),
        h('ol', { class: 'margin-claims' }, claims.map(claim => h('li', null,
          h('a', { href: to('claim', claim.id), 'data-step': '', onmouseenter: () => marks.get(claim.id)?.classList.add('lit'), onmouseleave: () => marks.get(claim.id)?.classList.remove('lit') }, quantity(claim)),
          kindLabel(claim.kind), h('bdi', { class: 'faint' }, foreign([claim.subject, claim.metric].filter(Boolean).join(' · '))), verdictBadge(claim.verdict, claim.review))))),
      appearanceList(appearances),
      versions.length > 1 ? h('section', { class: 'block' }, h('h2', null, t('article.versions')), h('ol', { class: 'edits' }, versions.map(version => h('li', null,
        h('a', { href: to('article', version.article_id), 'aria-current': version.article_id === article.id ? 'page' : null }, t('article.version', version.number)), ' ', h('span', { class: 'faint' }, moment(version.seen_at)))))) : null)));

  const target = marks.get(at);
  if (target) {
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  } else {
    main.focus({ preventScroll: true });
  }
}

/** What does not add up, with the claims it is about. */
function checkItem(check, marks) {
  const unit = check.kind === 'parts_exceed_total' ? ' ' + check.claims[0].unit : '%';
  return h('li', null, h('p', null, t('check.' + check.kind, compact(check.expected) + unit, compact(check.found) + unit)),
    h('p', { class: 'check-claims' }, check.claims.map(claim => marks.get(claim.id)).filter(Boolean).map(mark => h('button', { class: 'chip', onclick: () => { mark.scrollIntoView({ block: 'center' }); mark.focus({ preventScroll: true }); } }, mark.textContent))));
}

function paragraphs(text, claims, card, marks) {
  const sorted = [...claims].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0, next = 0;
  return text.split('\n').map(line => {
    const p = h('p');
    const end = at + line.length;
    let from = at;
    for (; next < sorted.length && sorted[next].start < end; next++) {
      const claim = sorted[next];
      if (claim.start < from || claim.end > end) continue; // overlaps one that is marked already: it stands in the list beside
      p.append(foreign(text.slice(from, claim.start)), mark(claim, card, marks));
      from = claim.end;
    }
    p.append(foreign(text.slice(from, end)));
    at = end + 1;
    return p;
  });
}

function mark(claim, card, marks) {
  const link = h('a', {
    href: to('claim', claim.id), class: `claim-mark k-${claim.kind}${claim.verdict ? ' v-' + claim.verdict : ''}`, 'aria-describedby': 'card', 'aria-label': `${foreignText(claim.text)} — ${t('kind.' + claim.kind)}`,
    onmouseenter: () => showCard(card, link, claim), onfocus: () => showCard(card, link, claim),
    onmouseleave: () => hideCard(card), onblur: () => hideCard(card, 0),
    onkeydown: event => { if (event.key === 'Escape' && !card.hidden) { event.stopPropagation(); hideCard(card, 0); } },
  }, foreign(claim.text));
  marks.set(claim.id, link);
  return link;
}

let hiding = 0;

function showCard(card, link, claim) {
  clearTimeout(hiding);
  card.replaceChildren(h('div', { class: 'claim-top' }, kindLabel(claim.kind), verdictBadge(claim.verdict, claim.review)), fields(claim));
  card.hidden = false;
  card.onmouseenter = () => clearTimeout(hiding);
  card.onmouseleave = () => hideCard(card);
  const frame = card.parentElement.getBoundingClientRect();
  const box = link.getClientRects()[0];
  const left = Math.max(8, Math.min(box.left - frame.left, frame.width - card.offsetWidth - 8));
  const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 12;
  card.style.left = left + 'px';
  card.style.top = (below ? box.bottom - frame.top + 6 : box.top - frame.top - card.offsetHeight - 6) + 'px';
}

function hideCard(card, delay = 150) {
  clearTimeout(hiding);
  hiding = setTimeout(() => { card.hidden = true; }, delay);
}
