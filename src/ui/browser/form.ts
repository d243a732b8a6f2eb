// What a form in a page asks for: the request that a browser would make of it.
import type { VisitRequest } from '../session/index.ts';

export type FormRequest = Pick<VisitRequest, 'method' | 'url' | 'headers' | 'body'>;

/** `fields` in the order of the form. Files are not sent: their names are. */
export function formRequest(method: string, address: string, fields: readonly (readonly [string, string])[]): FormRequest {
  const encoded = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  if (method.toUpperCase() === 'POST')
    return { method: 'POST', url: address, headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: encoded };
  const url = new URL(address);
  url.search = encoded;
  return { method: 'GET', url: url.href, headers: [] };
}
