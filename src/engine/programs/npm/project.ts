import { decodeText, encodeText, type Process } from '../../kernel/index.ts';
import { readText, writeText } from '../package-data/index.ts';

export type Json = { [key: string]: unknown };

/** npm ends with `code` and lines. */
export class NpmError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, lines: string, status = 1) {
    super(lines);
    this.code = code;
    this.status = status;
  }
}

export const directory = (p: Process): string => (p.cwd === '/' ? '' : encodeText(p.cwd));

/** The nearest directory upwards with a package.json or node_modules, else the working directory. */
export function projectDirectory(p: Process): string {
  for (let dir = directory(p); ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (p.fs.exists(`${dir}/package.json`) || p.fs.exists(`${dir}/node_modules`)) return dir;
    if (dir === '') return directory(p);
  }
}

/** package.json as an object. Throws NpmError when it is not there or no JSON. */
export function readPackage(p: Process, dir: string): Json {
  const path = `${dir}/package.json`;
  const text = readText(p, path);
  if (text === undefined)
    throw new NpmError(
      'ENOENT',
      `syscall open\npath ${path}\nerrno -2\nenoent Could not read package.json: Error: ENOENT: no such file or directory, open '${path}'\nenoent This is related to npm not being able to find a file.\nenoent`,
      254,
    );
  try {
    return JSON.parse(decodeText(text)) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new NpmError(
      'EJSONPARSE',
      `path ${path}\nJSON.parse ${reason}\nJSON.parse Failed to parse JSON data.\nJSON.parse Note: package.json must be actual JSON, not just JavaScript.`,
    );
  }
}

export const readJson = (p: Process, path: string): Json | undefined => {
  const text = readText(p, path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(decodeText(text)) as Json;
  } catch {
    return undefined;
  }
};

export const writeJson = (p: Process, path: string, value: unknown): void =>
  writeText(p, path, encodeText(`${JSON.stringify(value, undefined, 2)}\n`));

/** A field that maps names to texts; empty when it is missing. */
export const record = (json: Json | undefined, field: string): Record<string, string> => {
  const value = json?.[field];
  return value !== null && typeof value === 'object' ? (value as Record<string, string>) : {};
};
