import { type Body, generatedBody } from '../tree/index.ts';
import { fromBytes, toBytes } from './bytes.ts';
import type { Process } from './process.ts';
import type { Run } from './wait.ts';

/** What an executable does. It runs in `process` and sees its arguments there; argv[0] is how it was called. */
export type Program = (process: Process) => Run;

/** Programs by the name that executables carry. */
export type Programs = ReadonlyMap<string, Program>;

/**
 * An executable says in its content which program it is: the four ELF magic bytes, then this marker and the name. The
 * file can so be copied, archived and deleted like any other, and what runs depends on nothing else.
 */
const MARK = '\x7fELF\x02\x01\x01strata-program:';
const HEAD = 256;

/** What this machine's processor runs by itself, as Go names architectures. */
const NATIVE: ReadonlySet<string> = new Set(['amd64', '386']);

/**
 * The content of an executable for `program`, `size` bytes long; the rest is filler made from the name. `architecture` is whose code it is, as Go
 * names it: a machine runs its own, and others' by emulation only.
 */
export function executableBody(program: string, size: number, architecture = 'amd64'): Body {
  let seed = 7;
  for (let i = 0; i < program.length; i++) seed = Math.imul(seed ^ program.charCodeAt(i), 0x01000193);
  const head = toBytes(`${MARK}${program}${architecture === 'amd64' ? '' : ` ${architecture}`}\n`);
  return generatedBody({ head, seed, size: Math.max(size, head.length) });
}

/**
 * The content of an executable that a compiler made: it runs as `program`, which finds `text` in it. With an `interpreter` (the loader of a
 * dynamically linked program, PT_INTERP) it runs only where that file is.
 */
export function compiledBody(options: {
  readonly program: string;
  readonly text: string;
  readonly size: number;
  readonly architecture?: string;
  readonly interpreter?: string | undefined;
}): Body {
  const { program, text, size, architecture = 'amd64', interpreter } = options;
  const first = `${MARK}${program} ${architecture}${interpreter === undefined ? '' : ` ${interpreter}`}\n`;
  const head = toBytes(`${first}${text}\0`);
  return generatedBody({ head, seed: text.length, size: Math.max(size, head.length) });
}

/** What a compiler put into an executable: the text up to the first zero byte, at most `limit` bytes. */
export function compiledText(body: Body, limit = 1 << 20): string {
  const head = fromBytes(body.read(0, limit));
  const start = head.indexOf('\n') + 1;
  const end = head.indexOf('\0', start);
  return end < 0 ? '' : head.slice(start, end);
}

/** What runs for an executable of an image that no program is written for: it says so and ends with status 126. */
export const notSimulated: Program = function* notSimulated(process): Run {
  yield* process.write(2, `${process.argv[0] ?? process.executable}: not simulated by Strata\n`);
  return 126;
};

export type Executable =
  | { readonly kind: 'program'; readonly name: string; readonly architecture: string; readonly loader: string | undefined }
  | { readonly kind: 'script'; readonly interpreter: string; readonly argument: string | undefined };

/** What the first bytes of a file make of it (execve(2)); undefined for anything the kernel cannot run: ENOEXEC. */
export function recognise(body: Body): Executable | undefined {
  const head = fromBytes(body.read(0, HEAD));
  if (head.startsWith(MARK)) {
    const end = head.indexOf('\n');
    if (end < 0) return undefined;
    const [name = '', architecture = 'amd64', loader] = head.slice(MARK.length, end).split(' ');
    return { kind: 'program', name, architecture, loader };
  }
  const line = /^#![ \t]*([^ \t\n]+)(?:[ \t]+([^\n]*?))?[ \t]*(?:\n|$)/.exec(head);
  if (line === null) return undefined;
  return { kind: 'script', interpreter: line[1]!, argument: line[2] === '' ? undefined : line[2] };
}

/** Whether a machine with emulation for `emulated` runs the code of an architecture. */
export const canRun = (architecture: string, emulated: readonly string[]): boolean =>
  NATIVE.has(architecture) || emulated.includes(architecture);
