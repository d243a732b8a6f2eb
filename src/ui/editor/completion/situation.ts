// Where in a Dockerfile the cursor stands: what can be written there. Pure.

export type Situation =
  | { readonly kind: 'directive' | 'instruction'; readonly from: number; readonly word: string }
  | { readonly kind: 'flag'; readonly instruction: string; readonly from: number; readonly used: readonly string[] }
  | { readonly kind: 'flag-value'; readonly instruction: string; readonly flag: string; readonly from: number }
  | { readonly kind: 'mount'; readonly from: number; readonly type: string; readonly used: readonly string[] }
  | { readonly kind: 'mount-value'; readonly key: string; readonly type: string; readonly from: number }
  | { readonly kind: 'image'; readonly from: number; readonly word: string }
  | { readonly kind: 'tag'; readonly from: number; readonly repository: string }
  | { readonly kind: 'as' | 'check' | 'signal' | 'trigger'; readonly from: number }
  | { readonly kind: 'variable'; readonly from: number; readonly braces: boolean; readonly inFrom: boolean }
  /** A source of COPY or ADD in the build context, up to its last slash. */
  | { readonly kind: 'path'; readonly from: number; readonly folder: string; readonly flags: boolean; readonly instruction: string };

interface Logical {
  readonly instruction: string;
  /** From the instruction's name to the cursor, continuations and comments blanked out so that offsets hold. */
  readonly text: string;
  readonly from: number;
}

const continues = (line: string, token: string): boolean => (token === '`' ? /`[ \t]*$/ : /\\[ \t]*$/).test(line);
const marks = /<<(-?)(["']?)([a-zA-Z_][\w.]*)\2/g;

/** The instruction that the cursor is in; undefined in comments and bodies of here-documents. */
export function logicalAt(doc: string, position: number): Logical | 'directive' | undefined {
  let at = 0;
  let top = true;
  let token = '\\';
  let start: number | undefined;
  let bodies: { name: string; chomp: boolean }[] = [];
  let blanked = '';
  for (const line of doc.split('\n')) {
    const end = at + line.length;
    const here = position <= end;
    if (bodies.length > 0) {
      const [first] = bodies;
      if (here) return undefined;
      if ((first!.chomp ? line.replace(/^\t+/, '') : line).trimEnd() === first!.name) bodies = bodies.slice(1);
    } else if (/^\s*#/.test(line)) {
      if (here) return top && start === undefined ? 'directive' : undefined;
      const chosen = top ? /^\s*#\s*escape\s*=\s*`/.test(line) : false;
      if (chosen) token = '`';
      if (start !== undefined) blanked += `${' '.repeat(line.length)} `;
    } else {
      top = false;
      if (start === undefined && (line.trim() !== '' || here)) {
        start = at;
        blanked = '';
      }
      if (start !== undefined) {
        if (here) {
          const text = blanked + doc.slice(at, position);
          const lead = text.length - text.trimStart().length;
          return { instruction: /^\s*([A-Za-z]+)(?=\s)/.exec(text)?.[1]?.toUpperCase() ?? '', text: text.slice(lead), from: start + lead };
        }
        const more = continues(line, token);
        blanked += `${more ? line.replace(/[\\`]([ \t]*)$/, ' $1') : line} `;
        if (!more && line.trim() !== '') {
          if (/^\s*(?:run|copy|add)\s/i.test(blanked))
            bodies = [...blanked.matchAll(marks)].map((mark) => ({ name: mark[3]!, chomp: mark[1] === '-' }));
          start = undefined;
        }
      }
    }
    at = end + 1;
  }
  return undefined;
}

const before = (text: string): string => /\S*$/.exec(text)?.[0] ?? '';

export function situationAt(doc: string, position: number): Situation | undefined {
  const logical = logicalAt(doc, position);
  if (logical === undefined) return undefined;
  if (logical === 'directive') {
    const line = doc.slice(doc.lastIndexOf('\n', position - 1) + 1, position);
    const word = /^\s*#\s*(\S*)$/.exec(line)?.[1];
    return word === undefined ? undefined : { kind: 'directive', from: position - word.length, word };
  }
  const { text } = logical;
  // A trigger is an instruction of its own.
  const behind = /^onbuild\s+/i.exec(text)?.[0].length ?? 0;
  const own = text.slice(behind);
  const instruction = /^([A-Za-z]+)\s/.exec(own)?.[1]?.toUpperCase() ?? '';
  if (instruction === '') {
    if (!/^[A-Za-z]*$/.test(own)) return undefined;
    return behind > 0 ? { kind: 'trigger', from: position - own.length } : { kind: 'instruction', from: position - own.length, word: own };
  }
  const variable = /\$(\{?)(\w*)$/.exec(own);
  if (variable)
    return { kind: 'variable', from: position - variable[2]!.length, braces: variable[1] === '{', inFrom: instruction === 'FROM' };
  return inArguments(instruction, own, position);
}

function inArguments(instruction: string, own: string, position: number): Situation | undefined {
  const rest = own.replace(/^[A-Za-z]+\s+/, '');
  const word = before(rest);
  const given = rest.slice(0, rest.length - word.length);
  const onlyFlags = given.split(/\s+/).every((one) => one === '' || one.startsWith('--'));
  if (onlyFlags && word.startsWith('--')) return inFlag(instruction, word, given, position);
  const args = given.split(/\s+/).filter((one) => one !== '' && !one.startsWith('--'));
  const from = position - word.length;
  switch (instruction) {
    case 'FROM': {
      if (args.length === 1) return { kind: 'as', from };
      if (args.length > 1) return undefined;
      const colon = word.lastIndexOf(':');
      if (colon > word.lastIndexOf('/'))
        return { kind: 'tag', from: position - (word.length - colon - 1), repository: word.slice(0, colon) };
      return word.includes('@') ? undefined : { kind: 'image', from, word };
    }
    case 'COPY':
    case 'ADD': {
      const quoted = /["[]/.test(rest) ? /"([^"]*)$/.exec(rest)?.[1] : undefined;
      if (/["[]/.test(rest) && quoted === undefined) return undefined;
      const path = quoted ?? word;
      // With --from the paths are those of another stage, which nothing here knows.
      if (/^https?:|^git@|^<</.test(path) || /--from=/.test(given)) return undefined;
      const slash = path.lastIndexOf('/') + 1;
      return {
        kind: 'path',
        from: position - (path.length - slash),
        folder: path.slice(0, slash),
        flags: onlyFlags && quoted === undefined,
        instruction,
      };
    }
    case 'HEALTHCHECK':
      return args.length === 0 ? { kind: 'check', from } : undefined;
    case 'STOPSIGNAL':
      return { kind: 'signal', from };
    default:
      return onlyFlags && word === '-' ? { kind: 'flag', instruction, from, used: [] } : undefined;
  }
}

function inFlag(instruction: string, word: string, given: string, position: number): Situation | undefined {
  const equals = word.indexOf('=');
  const used = given.split(/\s+/).flatMap((one) => /^--([\w-]+)/.exec(one)?.[1] ?? []);
  if (equals < 0) return { kind: 'flag', instruction, from: position - word.length, used };
  const flag = word.slice(2, equals);
  if (instruction !== 'RUN' || flag !== 'mount')
    return { kind: 'flag-value', instruction, flag, from: position - (word.length - equals - 1) };
  const fields = word.slice(equals + 1).split(',');
  const last = fields.at(-1) ?? '';
  const type = fields.map((field) => /^type=(.*)$/.exec(field)?.[1]).find((found) => found !== undefined) ?? 'bind';
  const key = last.indexOf('=');
  if (key >= 0) return { kind: 'mount-value', key: last.slice(0, key), type, from: position - (last.length - key - 1) };
  return { kind: 'mount', from: position - last.length, type, used: fields.slice(0, -1).map((field) => field.split('=')[0] ?? '') };
}
