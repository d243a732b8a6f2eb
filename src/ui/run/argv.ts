// How ENTRYPOINT and CMD become the words that are executed: each word with where it comes from, where it lands, and whether anybody reads it.
// Knows the two lists of an image and of a container. Refuses to know the language and the engine.
import type { CommandView } from '../session/view/run.ts';

/** Who reads a word. `flag`: the shell's own `-c`. `zero`, `positional`: what a script sees as `$0`, `$1` … */
export type Role = 'program' | 'argument' | 'flag' | 'script' | 'zero' | 'positional';

export interface Word {
  /** Its place in argv. */
  readonly index: number;
  readonly text: string;
  readonly of: 'entrypoint' | 'cmd';
  /** The shell form added it. */
  readonly added: boolean;
  readonly role: Role;
  /** Passed, but the script that is run never looks at it. */
  readonly lost: boolean;
}

/** One of the two lists, with who said it: the image, `--entrypoint`, or the words after the image's name. */
export interface Part {
  readonly words: readonly string[];
  readonly form: 'exec' | 'shell';
  readonly by: 'image' | 'run';
}

export interface Assembly {
  readonly words: readonly Word[];
  readonly entrypoint?: Part;
  readonly cmd?: Part;
  /** What the image says and this container does not use. `flag`: `--entrypoint` takes the image's CMD away too. */
  readonly dropped: readonly { readonly of: 'entrypoint' | 'cmd'; readonly words: readonly string[]; readonly why: 'replaced' | 'flag' }[];
}

const SHELLS = new Set(['sh', 'ash', 'dash', 'bash', 'busybox', 'zsh', 'ksh']);
const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** `own` is what the container has, `image` what its image says (unknown when the image is gone: then all counts as the image's). */
export function assemble(own: CommandView, image: CommandView | undefined, shell: readonly string[]): Assembly {
  const says = image ?? own;
  const entrypoint = own.entrypoint && partOf(own.entrypoint, same(own.entrypoint, says.entrypoint), shell);
  const cmd = own.cmd && partOf(own.cmd, same(own.cmd, says.cmd), shell);
  const flagged = !same(own.entrypoint, says.entrypoint);
  return {
    words: wordsOf([...placed('entrypoint', entrypoint, shell), ...placed('cmd', cmd, shell)]),
    ...(entrypoint ? { entrypoint } : {}),
    ...(cmd ? { cmd } : {}),
    dropped: [
      ...(flagged && says.entrypoint ? [{ of: 'entrypoint', words: says.entrypoint, why: 'replaced' } as const] : []),
      ...(says.cmd && !same(own.cmd, says.cmd) ? [{ of: 'cmd', words: says.cmd, why: own.cmd ? 'replaced' : 'flag' } as const] : []),
    ],
  };
}

function partOf(words: readonly string[], asImage: boolean, shell: readonly string[]): Part {
  const shellForm = asImage && words.length === shell.length + 1 && same(words.slice(0, -1), shell);
  return { words, form: shellForm ? 'shell' : 'exec', by: asImage ? 'image' : 'run' };
}

type Placed = Pick<Word, 'text' | 'of' | 'added'>;

function placed(of: Word['of'], part: Part | undefined, shell: readonly string[]): Placed[] {
  return (part?.words ?? []).map((text, index) => ({ text, of, added: part?.form === 'shell' && index < shell.length }));
}

/** A shell called with `-c` reads one word as its script; what comes after it are the script's `$0`, `$1` … */
function wordsOf(words: readonly Placed[]): Word[] {
  const name = (words[0]?.text ?? '').split('/').at(-1) ?? '';
  const flag = SHELLS.has(name) ? words.findIndex(({ text }, index) => index > 0 && /^-\w*c$/.test(text)) : -1;
  const plain = flag < 0 || words.slice(1, flag).some(({ text }) => !text.startsWith('-'));
  const script = plain ? '' : (words[flag + 1]?.text ?? '');
  return words.map((word, index) => {
    if (index === 0) return { ...word, index, role: 'program', lost: false };
    if (plain) return { ...word, index, role: 'argument', lost: false };
    if (index <= flag) return { ...word, index, role: 'flag', lost: false };
    const number = index - flag - 2;
    if (number < 0) return { ...word, index, role: 'script', lost: false };
    return { ...word, index, role: number === 0 ? 'zero' : 'positional', lost: !reads(script, number) };
  });
}

/** Whether a script looks at its `$number`, by name or with all the others. */
function reads(script: string, number: number): boolean {
  if (number > 0 && /\$[@*]|\$\{[@*]|\bshift\b|\bgetopts\b/.test(script)) return true;
  return new RegExp(number < 10 ? `\\$(?:${number}|\\{${number}[^0-9])` : `\\$\\{${number}[^0-9]`).test(script);
}

/** The number of a word among the script's parameters: `$0` is 0. */
export function parameter(words: readonly Word[], word: Word): number {
  const first = words.find(({ role }) => role === 'zero');
  return first === undefined ? -1 : word.index - first.index;
}
