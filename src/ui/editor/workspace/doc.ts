// One open file: what the machine has, what the learner has written, and whether the two have gone apart. Pure.

/** `big`: text that is too large to edit. `gone`: there is no such file; the text that was written stays. */
type DocKind = 'loading' | 'text' | 'binary' | 'big' | 'failed' | 'gone';

export interface Doc {
  readonly machine: string;
  readonly path: string;
  readonly kind: DocKind;
  /** As it stands in the editor, with `\n` line ends. */
  readonly text: string;
  /** As it was when last read or written. */
  readonly saved: string;
  /** Line ends that the file has. */
  readonly eol: '\n' | '\r\n';
  /** Bytes, of what is not shown. */
  readonly size: number;
  /** What a command has made of the file while there was unsaved text. */
  readonly theirs?: string;
  readonly trouble?: string;
}

/** What reading a file gave. */
export type Read =
  | { readonly content: string; readonly binary: boolean; readonly size: number }
  | { readonly gone: true }
  | { readonly trouble: string };

export const idOf = (machine: string, path: string): string => `${machine}:${path}`;

export const fresh = (machine: string, path: string): Doc => ({
  machine,
  path,
  kind: 'loading',
  text: '',
  saved: '',
  eol: '\n',
  size: 0,
});

export const isUnsaved = ({ kind, text, saved }: Doc): boolean => (kind === 'text' || kind === 'gone') && text !== saved;
export const isInConflict = ({ theirs }: Doc): boolean => theirs !== undefined;

export const edited = (doc: Doc, text: string): Doc => (text === doc.text ? doc : { ...doc, text });

/** The text as the file gets it. */
export const fileText = ({ text, eol }: Doc): string => (eol === '\n' ? text : text.replaceAll('\n', eol));

function without(doc: Doc, ...keys: readonly ('theirs' | 'trouble')[]): Doc {
  const { theirs, trouble, ...rest } = doc;
  return {
    ...rest,
    ...(theirs === undefined || keys.includes('theirs') ? {} : { theirs }),
    ...(trouble === undefined || keys.includes('trouble') ? {} : { trouble }),
  };
}

/** The file was read again. Nothing that the learner wrote is lost: where the machine has something else, both are kept. */
export function reread(doc: Doc, read: Read): Doc {
  if ('trouble' in read) {
    const kind = /too large/i.test(read.trouble) ? 'big' : 'failed';
    return isUnsaved(doc) ? { ...doc, trouble: read.trouble } : { ...without(doc, 'theirs'), kind, trouble: read.trouble };
  }
  if ('gone' in read)
    return doc.kind === 'loading' ? { ...doc, kind: 'failed' } : { ...without(doc, 'theirs', 'trouble'), kind: 'gone', saved: '' };
  if (read.binary) return { ...without(doc, 'theirs', 'trouble'), kind: 'binary', size: read.size, text: '', saved: '' };
  const eol = read.content.includes('\r\n') ? '\r\n' : '\n';
  const now = read.content.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const known = { ...without(doc, 'trouble'), kind: 'text', size: read.size, eol } as const;
  if (!isUnsaved(doc) || now === doc.text) return { ...without(known, 'theirs'), text: now, saved: now };
  if (now === doc.saved) return without(known, 'theirs');
  return { ...known, theirs: now };
}

/** Written as it stood then; what was typed since is unsaved. */
export const written = (doc: Doc, text: string): Doc => ({ ...without(doc, 'theirs', 'trouble'), kind: 'text', saved: text });

/** The machine's text goes when the file is saved next. */
export const keepMine = (doc: Doc): Doc => (doc.theirs === undefined ? doc : { ...without(doc, 'theirs'), saved: doc.theirs });
export const takeTheirs = (doc: Doc): Doc =>
  doc.theirs === undefined ? doc : { ...without(doc, 'theirs'), text: doc.theirs, saved: doc.theirs };
