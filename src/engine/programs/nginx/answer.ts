import type { Headers } from '../http/index.ts';
import { reasonOf } from '../http/index.ts';

/** What is answered. A body that is a file keeps its size and time for the fields about them. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array | string;
  readonly type?: string;
  readonly mtime?: number;
  /** Answered as it came from another server: fields of nginx's own are not added. */
  readonly proxied?: { readonly reason: string };
}

/** Reason phrases where nginx's differ from others'. */
const STATUS_LINES: Readonly<Record<number, string>> = {
  302: 'Moved Temporarily',
  405: 'Not Allowed',
  408: 'Request Time-out',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Large',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};
const TITLES: Readonly<Record<number, string>> = { ...STATUS_LINES, 302: 'Found' };

export const statusReason = (status: number): string => STATUS_LINES[status] ?? reasonOf(status);

/** The page nginx makes for a status (ngx_http_special_response.c); `signature` is what stands under the line. */
export function page(status: number, signature: string): string {
  const title = `${status} ${TITLES[status] ?? reasonOf(status)}`.trim();
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${signature}</center>\r\n</body>\r\n</html>\r\n`;
}

/** An answer that has no page yet: nginx fills one in. */
export const plain = (status: number, headers: Headers = []): Answer => ({ status, headers, body: '' });
