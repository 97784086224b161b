// Where the reader is: '#/claims?q=…'. Everything that can be shared stands in the address.

/** The place that the address names. */
export function here() {
  const [path, search = ''] = (location.hash.slice(1) || '/claims').split('?');
  const [, view = 'claims', id = ''] = path.split('/');
  return { view, id: safeDecode(id), params: new URLSearchParams(search) };
}

/** The address of a place. */
export function to(view, id = '', params = null) {
  const search = params ? String(params instanceof URLSearchParams ? params : new URLSearchParams(Object.entries(params).filter(([, value]) => value))) : '';
  return `#/${view}${id ? '/' + encodeURIComponent(id) : ''}${search ? '?' + search : ''}`;
}

/** Goes there; replacing leaves no step in the browser's history. */
export function go(address, replace = false) {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  window.dispatchEvent(new Event('route'));
}

function safeDecode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}
