import { type ByteString, fromBytes, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

interface Style {
  readonly number: 'all' | 'nonempty' | undefined;
  /** -v -e -t: how bytes that do not print are shown; undefined leaves them. */
  readonly visible: { readonly tabs: boolean; readonly ends: boolean } | undefined;
}

/** cat: files one after the other, plainly, numbered, or with what does not print made visible. */
export function* cat(a: Call): Run {
  const o = a.options('etvAnbu');
  const style: Style = {
    number: o.has('b') ? 'nonempty' : o.has('n') ? 'all' : undefined,
    visible:
      o.has('A') || o.has('v') || o.has('e') || o.has('t') ? { tabs: o.has('A') || o.has('t'), ends: o.has('A') || o.has('e') } : undefined,
  };
  let status = 0;
  let line = 0;
  for (const path of o.rest.length === 0 ? ['-'] : o.rest) {
    let fd = 0;
    try {
      if (path !== '-') fd = a.p.fs.open(path, { read: true });
    } catch (error) {
      yield* a.complainOf(`can't open '${path}'`, error);
      status = 1;
      continue;
    }
    try {
      if (style.visible !== undefined) yield* copyVisible(a, fd, style.visible);
      else if (style.number === undefined) yield* copy(a, fd);
      else line = yield* copyNumbered(a, fd, line, style.number === 'all');
    } catch (error) {
      if (!(error instanceof SysError) || error.errno === 'EPIPE') throw error;
      if (style.visible === undefined && style.number === undefined) yield* a.complainOf('read error', error);
      status = 1;
    }
    if (path !== '-') a.p.io.close(fd);
  }
  return status;
}

function* copy(a: Call, fd: number): Step<void> {
  for (;;) {
    const bytes = yield* a.p.read(fd);
    if (bytes.length === 0) return;
    yield* a.p.write(1, bytes);
    if (a.p.tick()) yield TURN;
  }
}

function* copyNumbered(a: Call, fd: number, from: number, all: boolean): Step<number> {
  let count = from;
  let start = true;
  for (;;) {
    const bytes = yield* a.p.read(fd, 4096);
    if (bytes.length === 0) return count;
    for (const part of fromBytes(bytes).match(/[^\n]*\n|[^\n]+/g) ?? []) {
      if (start && (all || part !== '\n')) yield* a.print(`${String(++count).padStart(6)}\t`);
      yield* a.print(part);
      start = part.endsWith('\n');
      if (a.p.tick()) yield TURN;
    }
  }
}

function* copyVisible(a: Call, fd: number, style: NonNullable<Style['visible']>): Step<void> {
  for (;;) {
    const bytes = yield* a.p.read(fd, 4096);
    if (bytes.length === 0) return;
    yield* a.print(visible(fromBytes(bytes), style));
    if (a.p.tick()) yield TURN;
  }
}

/** ^X for control characters, M- before what has the eighth bit. */
function visible(text: ByteString, { tabs, ends }: NonNullable<Style['visible']>): ByteString {
  return text.replace(/[^ -~]/g, (char) => {
    if (char === '\n') return ends ? '$\n' : '\n';
    if (char === '\t') return tabs ? '^I' : '\t';
    const code = char.charCodeAt(0);
    const low = code & 0x7f;
    const shown = low < 0x20 ? `^${String.fromCharCode(low + 0x40)}` : low === 0x7f ? '^?' : String.fromCharCode(low);
    return code < 0x80 ? shown : `M-${shown}`;
  });
}
