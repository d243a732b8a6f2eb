// The colours of a Dockerfile, by BuildKit's grammar: directives, continuations with comments between them, here-documents, exec form, shell form.
import type { StreamParser, StringStream } from '@codemirror/language';
import { shell } from '@codemirror/legacy-modes/mode/shell';

interface Heredoc {
  readonly name: string;
  readonly chomp: boolean;
}

export interface DockerfileState {
  /** The instruction we are in; '' at its name. */
  instruction: string;
  /** What its arguments are, once the first of them is seen. */
  form: 'unknown' | 'exec' | 'shell' | 'words';
  /** The line before goes on here. */
  continued: boolean;
  /** This line goes on in the next. */
  continues: boolean;
  /** Before the first line that is no directive. */
  top: boolean;
  escape: string;
  heredocs: Heredoc[];
  /** Inside the body of the first of them. */
  body: boolean;
  quote: string;
  shell: { tokens: unknown[] };
}

const names =
  /^(?:add|arg|cmd|copy|entrypoint|env|expose|from|healthcheck|label|maintainer|onbuild|run|shell|stopsignal|user|volume|workdir)$/i;
const heredocMark = /^\d*<<(-?)(["']?)([a-zA-Z_][\w.]*)\2/;

/** The shell's own parser, with as much of its state as ours. */
const shellToken = (stream: StringStream, state: DockerfileState): string | null => shell.token(stream, state.shell);

function lineStart(stream: StringStream, state: DockerfileState): string | null | undefined {
  const text = stream.string;
  if (state.body) {
    const mark = state.heredocs[0]!;
    if ((mark.chomp ? text.replace(/^\t+/, '') : text) === mark.name) {
      state.heredocs = state.heredocs.slice(1);
      state.body = state.heredocs.length > 0;
      state.shell = { tokens: [] };
      stream.skipToEnd();
      if (!state.body) state.instruction = '';
      return 'labelName';
    }
    return undefined;
  }
  if (/^\s*#/.test(text)) {
    const directive = state.top ? /^\s*#\s*(syntax|escape|check)\s*=\s*(\S*)/i.exec(text) : null;
    if (directive?.[1]?.toLowerCase() === 'escape' && directive[2] === '`') state.escape = '`';
    if (!directive) state.top = false;
    stream.skipToEnd();
    return directive ? 'meta' : 'comment';
  }
  state.top = false;
  state.continued = state.continues;
  state.continues = state.escape === '`' ? /`[ \t]*$/.test(text) : /\\[ \t]*$/.test(text);
  if (!state.continued) {
    state.instruction = '';
    state.form = 'unknown';
    state.quote = '';
    state.shell = { tokens: [] };
  }
  return undefined;
}

function nameToken(stream: StringStream, state: DockerfileState): string | null {
  if (stream.eatSpace()) return null;
  const word = stream.match(/^\S+/) as RegExpMatchArray | null;
  const name = word?.[0] ?? '';
  state.instruction = name.toUpperCase();
  state.form = 'unknown';
  if (state.instruction === 'ONBUILD') state.instruction = '';
  return names.test(name) ? 'keyword' : 'invalid';
}

function words(stream: StringStream, state: DockerfileState): string | null {
  const { instruction, quote } = state;
  if (quote !== '' && stream.eatSpace()) return 'string';
  if (stream.match(/^\$(?:\{[^}]*\}?|\w+)/)) return quote === "'" ? 'string' : 'variableName';
  if (quote !== '') {
    if (stream.match(/^\\./)) return 'string';
    if (stream.eat(quote)) state.quote = '';
    else stream.next();
    return 'string';
  }
  const opened = stream.match(/^["']/) as RegExpMatchArray | null;
  if (opened) {
    state.quote = opened[0];
    return 'string';
  }
  if (stream.match(/^[[\],]/)) return 'punctuation';
  if (/^(?:ENV|ARG|LABEL)$/.test(instruction) && /[\s]|^$/.test(stream.string.charAt(stream.pos - 1)) && stream.match(/^[\w.\-/]+(?==)/))
    return 'propertyName';
  if (instruction === 'ARG' && stream.match(/^[A-Za-z_]\w*/)) return 'propertyName';
  if (instruction === 'FROM' && stream.match(/^as(?=\s)/i)) return 'keyword';
  if (instruction === 'HEALTHCHECK' && stream.match(/^(?:cmd|none)(?=\s|$)/i)) {
    state.form = 'unknown';
    return 'keyword';
  }
  if (stream.match(/^\d+(?:\/(?:tcp|udp|sctp))?(?![\w.])/i)) return 'number';
  if (stream.eat('=')) return 'operator';
  if (/^(?:ENV|ARG|LABEL)$/.test(instruction) && stream.match(/^[^\s"'$\\=]+/)) return 'string';
  if (!stream.match(/^[^\s"'$\\=[\],]+/)) stream.next();
  return null;
}

function token(stream: StringStream, state: DockerfileState): string | null {
  if (stream.sol()) {
    const whole = lineStart(stream, state);
    if (whole !== undefined) return whole;
  }
  if (state.body) {
    if (state.instruction === 'RUN') return shellToken(stream, state);
    stream.skipToEnd();
    return 'string';
  }
  if (state.instruction === '') return nameToken(stream, state);
  const mark = /^(?:RUN|COPY|ADD)$/.test(state.instruction) && (stream.match(heredocMark) as RegExpMatchArray | null);
  if (mark) {
    state.heredocs = [...state.heredocs, { name: mark[3] ?? '', chomp: mark[1] === '-' }];
    return 'labelName';
  }
  if (stream.match(state.escape === '`' ? /^`[ \t]*$/ : /^\\[ \t]*$/)) return 'operator';
  if (state.form === 'unknown') {
    if (stream.eatSpace()) return null;
    if (stream.match(/^--[a-z][\w-]*/i)) return 'attributeName';
    // What belongs to a flag stands right behind it.
    if (/--[a-z][\w-]*=?[^\s]*$/i.test(stream.string.slice(0, stream.pos)) && /\S$/.test(stream.string.slice(0, stream.pos))) {
      if (stream.match(/^\$(?:\{[^}]*\}?|\w+)/)) return 'variableName';
      if (stream.match(/^[=,]/)) return 'operator';
      if (stream.match(/^[^\s=,$]+(?==)/)) return 'attributeName';
      if (stream.match(/^[^\s=,$]+/)) return 'attributeValue';
    }
    const takesShell = /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(state.instruction);
    if (state.instruction === 'HEALTHCHECK' && stream.match(/^(?:cmd|none)(?=\s|$)/i)) return 'keyword';
    state.form = stream.peek() === '[' ? 'exec' : takesShell ? 'shell' : 'words';
  }
  if (state.form === 'shell') return shellToken(stream, state);
  if (state.quote === '' && stream.eatSpace()) return null;
  return words(stream, state);
}

export const dockerfileMode: StreamParser<DockerfileState> = {
  name: 'dockerfile',
  startState: () => ({
    instruction: '',
    form: 'unknown',
    continued: false,
    continues: false,
    top: true,
    escape: '\\',
    heredocs: [],
    body: false,
    quote: '',
    shell: { tokens: [] },
  }),
  copyState: (state) => ({ ...state, heredocs: [...state.heredocs], shell: { tokens: [...state.shell.tokens] } }),
  token: (stream, state) => {
    const style = token(stream, state);
    // Bodies of here-documents begin on the line behind the instruction's last.
    if (stream.eol() && !state.body && state.heredocs.length > 0 && !state.continues) state.body = true;
    return style;
  },
  blankLine: (state) => {
    if (state.body || state.continues) return;
    state.instruction = '';
    state.top = false;
  },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['[', '"', "'", '{'] } },
};
