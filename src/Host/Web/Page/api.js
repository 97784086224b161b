// The API: JSON in and out, errors as Problem.

import { askToken } from './dialogs.js';
import { memory } from './dom.js';
import { t } from './words.js';

/** An error that the service explained, or that kept it from answering. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? t('error.unreachable'));
    this.status = status;
    this.parameter = body.parameter;
    this.current = body.current;
    this.type = body.type;
  }
}

const token = () => memory.get('token', sessionStorage) ?? memory.get('token');

async function send(path, options, retry) {
  const headers = { ...options.headers };
  if (token()) headers.Authorization = 'Bearer ' + token();
  let response;
  try {
    response = await fetch(path, { ...options, headers, credentials: 'omit', redirect: 'error' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, {});
  }
  if (response.status === 401 && retry) {
    const given = await askToken(token() !== null);
    if (given) {
      memory.set('token', given.token, sessionStorage);
      memory.set('token', given.keep ? given.token : null);
      return send(path, options, true);
    }
  }
  if (!response.ok) {
    let body = {};
    try { body = await response.json(); } catch { /* no problem+json: the status says all */ }
    throw new Problem(response.status, body);
  }
  return response;
}

/** GET as JSON. */
export async function get(path, params, signal) {
  const search = params ? '?' + params : '';
  return (await send('/api/' + path + search, { signal, cache: 'no-cache' }, true)).json();
}

/** GET as JSON that asks for nothing: what runs in the background must not open dialogs. */
export const glance = async (path, signal) => (await send('/api/' + path, { signal, cache: 'no-cache' }, false)).json();

/** POST as JSON. */
export async function post(path, body) {
  return (await send('/api/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, true)).json();
}

/** DELETE. */
export const remove = path => send('/api/' + path, { method: 'DELETE' }, true);

/** Saves an answer as a file; goes through fetch, since a plain link could not present the token. */
export async function download(path, name) {
  const response = await send('/api/' + path, {}, true);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
