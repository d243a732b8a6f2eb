import { type Step, SysError } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { fieldSeparators } from '../expand/expand.ts';
import type { Shell } from '../shell.ts';
import { isVariableName } from '../variables.ts';
import { parseOptions, wholeNumber } from './options.ts';
import type { Builtin } from './registry.ts';

const MAX_LINE = 16 * 1024 * 1024;

interface Request {
  readonly fd: number;
  readonly raw: boolean;
  /** Most characters to take. */
  readonly limit: number | undefined;
  readonly delimiter: string;
  /** Virtual time at which to give up. */
  readonly deadline: number | undefined;
}

/** A character read, and whether a backslash stood before it. */
interface Read {
  text: string;
  /** One per character: '\\' where it was escaped. */
  escaped: boolean[];
  end: 'delimiter' | 'limit' | 'eof' | 'timeout' | 'signal' | 'error';
}

export const read: Builtin = function* (shell, { argv }) {
  const { letters, values, rest } = parseOptions(argv, 'p:u:rt:n:sd:');
  const fd = values.has('u') ? wholeNumber(values.get('u')!) : 0;
  const timeout = values.get('t');
  if (timeout !== undefined && !/^\d*(?:\.\d*)?$/.test(timeout)) throw new ShellComplaint('invalid timeout');
  const count = values.get('n');
  if (count !== undefined && !/^\d+$/.test(count)) throw new ShellComplaint('invalid count');
  for (const name of rest) {
    if (isVariableName(name)) continue;
    yield* shell.appletError(`read: '${name}': bad variable name`);
    return 1;
  }
  const prompt = values.get('p');
  if (prompt !== undefined && shell.p.isatty(fd)) yield* shell.print(2, prompt);
  const seconds = timeout === undefined ? undefined : Number(timeout === '' ? 0 : timeout);
  if (seconds === 0) return (yield* hasInput(shell, fd)) ? 0 : 1;
  const taken = yield* take(shell, {
    fd,
    raw: letters.has('r'),
    limit: count === undefined || count === '0' ? undefined : Number(count),
    delimiter: values.get('d') === '' ? '\0' : (values.get('d')?.[0] ?? '\n'),
    deadline: seconds === undefined ? undefined : shell.p.now() + seconds,
  });
  if (taken.end === 'error' || taken.end === 'signal') return 1;
  assign(shell, rest, taken);
  if (taken.end === 'timeout') return 1;
  return taken.end === 'eof' ? 1 : 0;
};

function* hasInput(shell: Shell, fd: number): Step<boolean> {
  return shell.p.io.has(fd) && shell.p.io.at(fd).canRead();
}

function* take(shell: Shell, request: Request): Step<Read> {
  const result: Read = { text: '', escaped: [], end: 'eof' };
  let backslash = false;
  for (;;) {
    const c = yield* character(shell, request, result);
    if (c === undefined) return result;
    if (c === '\0' && request.delimiter !== '\0') continue;
    if (result.text.length >= MAX_LINE) throw new ShellComplaint('line too long');
    if (backslash) {
      backslash = false;
      if (c === '\n') continue;
      result.text += c;
      result.escaped.push(true);
    } else if (!request.raw && c === '\\') {
      backslash = true;
      continue;
    } else if (c === request.delimiter) {
      result.end = 'delimiter';
      return result;
    } else {
      result.text += c;
      result.escaped.push(false);
    }
    if (request.limit !== undefined && result.text.length >= request.limit) {
      result.end = 'limit';
      return result;
    }
  }
}

/** One character, read alone so that the rest stays for others. Undefined when there is none: `result.end` says why. */
function* character(shell: Shell, request: Request, result: Read): Step<string | undefined> {
  const { p } = shell;
  for (;;) {
    try {
      if (request.deadline !== undefined) {
        const file = p.io.at(request.fd);
        if (!file.canRead()) {
          const woken = yield { ready: () => file.canRead(), deadline: request.deadline };
          if (woken === 'timeout') {
            result.end = 'timeout';
            return undefined;
          }
        }
      }
      if (p.tick()) yield {};
      const bytes = yield* p.read(request.fd, 1);
      if (bytes.length === 0) {
        result.end = 'eof';
        return undefined;
      }
      return String.fromCharCode(bytes[0]!);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'EINTR') {
        result.end = 'error';
        return undefined;
      }
      if (shell.traps.collect() || shell.traps.pending.length > 0) {
        result.end = 'signal';
        return undefined;
      }
    }
  }
}

/**
 * Splits the line among the variables as busybox's read does. A separator that is no blank ends one field; the last
 * variable gets the rest without blanks at its end, and without one separator there when it holds just one field.
 */
function assign(shell: Shell, names: readonly string[], { text, escaped }: Read): void {
  if (names.length === 0) {
    shell.variables.set('REPLY', text);
    return;
  }
  const ifs = fieldSeparators(shell);
  const blank = (c: string): boolean => ifs.includes(c) && /[ \t-\r]/.test(c);
  let index = 0;
  let value = '';
  /** Separators that may still be skipped: 1, blanks; 2, also one that is no blank. */
  let skipping = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (escaped[i]) {
      value += c;
      continue;
    }
    const separates = ifs.includes(c);
    if (skipping > 0 && separates) {
      if (blank(c)) continue;
      if (--skipping === 1) continue;
    }
    skipping = 0;
    if (separates && index < names.length - 1) {
      shell.variables.set(names[index++]!, value);
      value = '';
      skipping = blank(c) ? 2 : 1;
    } else value += c;
  }
  shell.variables.set(names[index]!, trimmed(value, ifs, blank));
  for (const name of names.slice(index + 1)) shell.variables.set(name, '');
}

function trimmed(value: string, ifs: string, blank: (c: string) => boolean): string {
  const withoutBlanks = (end: number): number => {
    let at = end;
    while (at > 0 && blank(value[at - 1]!)) at--;
    return at;
  };
  const end = withoutBlanks(value.length);
  if (end === 0 || !ifs.includes(value[end - 1]!)) return value.slice(0, end);
  const before = value.slice(0, withoutBlanks(end - 1));
  return [...before].some((c) => ifs.includes(c)) ? value.slice(0, end) : before;
}
