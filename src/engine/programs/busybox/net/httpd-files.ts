import { type Process, SysError } from '../../../kernel/index.ts';

/** What a path leads to below the directory that is served. */
export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mtime: number;
}
export type Found =
  | FoundFile
  /** A directory named without its slash. */
  | { readonly kind: 'directory' | 'missing' | 'forbidden' };

/** The file that httpd serves for a path: that of the name, or index.html of a directory. */
export function fileAt(p: Process, home: string, path: string): Found {
  const full = `${home === '/' ? '' : home}${path}`;
  try {
    const stat = p.fs.stat(full.replace(/\/$/, '') || '/');
    if (stat.kind === 'dir' && !path.endsWith('/')) return { kind: 'directory' };
    const name = stat.kind === 'dir' ? `${full.replace(/\/$/, '')}/index.html` : full;
    const { kind, mtime } = p.fs.stat(name);
    if (kind !== 'file') return { kind: 'missing' };
    return { kind: 'file', path: name, bytes: p.fs.readFile(name), mtime };
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return { kind: error.errno === 'EACCES' ? 'forbidden' : 'missing' };
  }
}

const TYPES: Readonly<Record<string, string>> = {
  htm: 'text/html', html: 'text/html', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', png: 'image/png', svg: 'image/svg+xml', css: 'text/css',
  js: 'application/javascript', json: 'application/json', txt: 'text/plain', h: 'text/plain', c: 'text/plain', cc: 'text/plain', cpp: 'text/plain', wav: 'audio/wav', avi: 'video/x-msvideo',
  mpeg: 'video/mpeg', mpe: 'video/mpeg', mp3: 'audio/mpeg', xml: 'application/xml', ico: 'image/x-icon',
}; // biome-ignore format: a table

/** The content type of a file name (networking/httpd.c, suffixTable). */
export const contentType = (path: string): string => TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
