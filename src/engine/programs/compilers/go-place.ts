import type { Process } from '../../kernel/index.ts';
import { exists, readText } from '../package-data/index.ts';

/** Thrown to end go: text for standard error, and the status. */
export class GoError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

export const directory = (p: Process): string => (p.cwd === '/' ? '' : p.cwd);
export const absolute = (p: Process, path: string): string => (path.startsWith('/') ? path : `${directory(p)}/${path}`);

export function version(p: Process): string {
  return p.env.get('GOLANG_VERSION') ?? /^go(\S+)/.exec(readText(p, '/usr/local/go/VERSION') ?? '')?.[1] ?? '1.24.11';
}
export const minor = (p: Process): number => Number(version(p).split('.')[1] ?? 24);
export const gopath = (p: Process): string => p.env.get('GOPATH') ?? `${p.env.get('HOME') ?? '/root'}/go`;

/** The directory of the nearest go.mod upwards. */
export function moduleRoot(p: Process): string | undefined {
  for (let dir = directory(p); ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (exists(p, `${dir}/go.mod`)) return dir;
    if (dir === '') return undefined;
  }
}
export function moduleName(p: Process): string | undefined {
  const root = moduleRoot(p);
  return root === undefined ? undefined : /^module\s+(\S+)/m.exec(readText(p, `${root}/go.mod`) ?? '')?.[1];
}

export const usesModules = (p: Process): boolean =>
  p.env.get('GO111MODULE') !== 'off' && (minor(p) >= 16 || (minor(p) >= 11 && moduleRoot(p) !== undefined));
