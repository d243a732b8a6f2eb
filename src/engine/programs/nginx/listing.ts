import { decodeText, encodeText } from '../../kernel/index.ts';
import { civilFrom, MONTHS } from '../busybox/dates/index.ts';
import type { Exchange } from './exchange.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page of `autoindex on` (ngx_http_autoindex_module.c): directories first, each with its time and size. */
export function listing(e: Exchange, path: string): string {
  const rows = e.p.fs
    .readdir(encodeText(path))
    .filter((name) => !name.startsWith('.') && e.p.fs.exists(`${encodeText(path)}${name}`))
    .map((name) => {
      const { kind, size, mtime } = e.p.fs.stat(`${encodeText(path)}${name}`);
      return { name: decodeText(name), dir: kind === 'dir', size, mtime };
    })
    .sort((a, b) => Number(b.dir) - Number(a.dir) || (a.name < b.name ? -1 : 1));
  const lines = rows.map(({ name, dir, size, mtime }) => {
    const shown = `${name}${dir ? '/' : ''}`;
    const cut = shown.length > 50 ? `${escaped(shown.slice(0, 47))}..&gt;` : escaped(shown);
    const gap = ' '.repeat(Math.max(0, 50 - shown.length));
    const c = civilFrom(mtime);
    const two = (value: number): string => String(value).padStart(2, '0');
    const time = `${two(c.day)}-${MONTHS[c.month]!.slice(0, 3)}-${c.year} ${two(c.hour)}:${two(c.minute)}`;
    return `<a href="${encodeURIComponent(name)}${dir ? '/' : ''}">${cut}</a>${gap} ${time} ${(dir ? '-' : String(size)).padStart(19)}\r\n`;
  });
  const title = `Index of ${escaped(e.uri)}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<h1>${title}</h1><hr><pre><a href="../">../</a>\r\n${lines.join('')}</pre><hr></body>\r\n</html>\r\n`;
}
