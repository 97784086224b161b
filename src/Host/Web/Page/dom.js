// Building elements. Text only ever becomes text: nothing here parses markup.

const SVG = 'http://www.w3.org/2000/svg';

// Characters that hide, reorder or break text: controls, soft hyphen, zero-width and bidirectional marks, tags.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element: h('p', { class: 'x', onclick: f }, 'text', child). */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** Text that others wrote: characters that would hide or reorder it are shown as their code points. */
export function foreign(text) {
  const fragment = document.createDocumentFragment();
  const source = String(text ?? '');
  let from = 0;
  for (const match of source.matchAll(HIDDEN)) {
    fragment.append(source.slice(from, match.index));
    const code = 'U+' + match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    fragment.append(h('span', { class: 'code' }, code));
    from = match.index + match[0].length;
  }
  fragment.append(source.slice(from));
  return fragment;
}

/** The same as a plain string, for titles and labels. */
export const foreignText = text => String(text ?? '').replace(HIDDEN, c => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

/** A sentence with one stretch of it marked. */
export function marked(sentence, part, className = 'hit') {
  const at = sentence.indexOf(part);
  if (at < 0 || part === '') return foreign(sentence);
  const fragment = document.createDocumentFragment();
  fragment.append(foreign(sentence.slice(0, at)), h('mark', { class: className }, foreign(part)), foreign(sentence.slice(at + part.length)));
  return fragment;
}

/** A link that only ever leads to the web. */
export function outward(address, label) {
  let url = null;
  try { url = new URL(address); } catch { /* no address: shown as text */ }
  return url && (url.protocol === 'https:' || url.protocol === 'http:')
    ? h('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank', class: 'outward' }, foreign(label ?? address))
    : h('span', null, foreign(label ?? address));
}

/** Says something to screen readers. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** Remembered between visits; forgetful where the browser forbids it. */
export const memory = {
  get(key, store = localStorage) { try { return store.getItem('pipeline.' + key); } catch { return null; } },
  set(key, value, store = localStorage) {
    try { value === null ? store.removeItem('pipeline.' + key) : store.setItem('pipeline.' + key, value); } catch { /* private window */ }
  },
};
