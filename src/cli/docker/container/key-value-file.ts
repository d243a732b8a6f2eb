import { decodeText, encodeText, fromBytes, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { OptionError } from './option-error.ts';

/** Most bytes read from what is no regular file. */
const LIMIT = 65_536;

/**
 * Lines of an `--env-file` or `--label-file`: comments and blank lines left out; a name without a value gets that of `lookUp`, or is left out
 * when it has none. Throws OptionError. Source: docker/cli pkg/kvfile.
 */
export function keyValueFile(context: Context, path: string, lookUp?: (name: string) => string | undefined): string[] {
  const lines = readFile(context, path).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const refuse = (why: string): OptionError => new OptionError(`invalid env file (${path}): ${why}`);
  return lines.flatMap((bytes, index) => {
    const text = decodeText(bytes.replace(/\r$/, ''));
    if (text.includes('\uFFFD') && encodeText(text) !== bytes.replace(/\r$/, '')) {
      throw refuse(`invalid utf8 bytes at line ${index + 1}: [${[...bytes].map((c) => c.charCodeAt(0)).join(' ')}]`);
    }
    const line = (index === 0 ? text.replace(/^\uFEFF/, '') : text).trimStart();
    if (line === '' || line.startsWith('#')) return [];
    const name = line.split('=', 1)[0]!;
    if (name === '') throw refuse(`no variable name on line '${line}'`);
    if (/[ \t\n\v\f\r]/.test(name)) throw refuse(`variable '${name}' contains whitespaces`);
    if (line.includes('=')) return [line];
    const value = lookUp?.(name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
}

/** Bytes as a byte string. */
function readFile(context: Context, path: string): string {
  try {
    const { fs, io } = context.process;
    if (fs.stat(encodeText(path)).inode.kind === 'file') return fromBytes(fs.readFile(encodeText(path)));
    const fd = fs.open(encodeText(path), { read: true });
    const read = io.at(fd).read(LIMIT);
    io.close(fd);
    return fromBytes(read ?? new Uint8Array(0));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const reason = error.message.toLowerCase();
    if (error.errno === 'EISDIR') throw new OptionError(`invalid env file (${path}): read ${path}: ${reason}`);
    throw new OptionError(`open ${path}: ${reason}`);
  }
}

/** `--env-file` and `-e` together, as the engine gets them; `NAME` alone takes its value from the command's own environment. */
export function environment(context: Context, files: readonly string[], given: readonly string[]): string[] {
  const fromFiles = files.flatMap((path) => keyValueFile(context, path, (name) => context.env(name)));
  const fromFlags = given.flatMap((item) => {
    if (item.includes('=')) return [item];
    const value = context.env(item);
    return [value === undefined ? item : `${item}=${value}`];
  });
  return [...fromFiles, ...fromFlags];
}
