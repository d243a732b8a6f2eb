import { dialError } from '../daemon/image/index.ts';

/** Why a URL that a build asks for cannot be had: no connection to its host. Source: Go net/http, net/url. */
export function unreachable(url: string): string {
  const [, scheme = '', name = '', port = scheme === 'http' ? '80' : '443'] = /^([a-z]+):\/\/([^/:?#]*)(?::(\d+))?/.exec(url) ?? [];
  return `Get "${url}": ${dialError(`${name}:${port}`)}`;
}
