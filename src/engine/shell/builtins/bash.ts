import { ShellComplaint } from '../errors.ts';
import type { Builtin } from './registry.ts';
import { local } from './variables.ts';

/** Options of shopt that change nothing here. */
const HARMLESS = new Set([
  'autocd', 'cdspell', 'checkhash', 'checkwinsize', 'cmdhist', 'compat31', 'dirspell', 'execfail', 'expand_aliases', 'extquote', 'force_fignore', 'gnu_errfmt',
  'histappend', 'histreedit', 'histverify', 'hostcomplete', 'huponexit', 'inherit_errexit', 'interactive_comments', 'lastpipe', 'lithist', 'login_shell', 'mailwarn',
  'no_empty_cmd_completion', 'progcomp', 'promptvars', 'restricted_shell', 'sourcepath', 'xpg_echo',
]); // biome-ignore format: a list
/** Options that would change how words are matched: they are refused by name. */
const MATCHING = new Set(['dotglob', 'extglob', 'failglob', 'globstar', 'nocaseglob', 'nocasematch', 'nullglob']);

/** `shopt [-s|-u] NAME …`. */
export const shopt: Builtin = function* (shell, { argv }) {
  const names = argv.slice(1).filter((word) => !word.startsWith('-'));
  const sets = argv.includes('-s');
  for (const name of names) {
    if (MATCHING.has(name) && sets) {
      yield* shell.error(`strata: ${name} is not simulated`);
      return 1;
    }
    if (!HARMLESS.has(name) && !MATCHING.has(name)) {
      yield* shell.error(`${name}: invalid shell option name`);
      return 1;
    }
    if (!sets && !argv.includes('-u') && !argv.includes('-q')) yield* shell.print(1, `${name.padEnd(15)}\toff\n`);
  }
  return sets || argv.includes('-u') || names.length === 0 ? 0 : 1;
};

/** `declare` and `typeset`: variables, exported (-x), read-only (-r), local inside functions; arrays are refused by name. */
export const declare: Builtin = function* (shell, context) {
  const letters = new Set<string>();
  const words: string[] = [];
  for (const word of context.argv.slice(1)) {
    if (/^[-+][A-Za-z]+$/.test(word)) for (const letter of word.slice(1)) letters.add(word[0] === '+' ? `+${letter}` : letter);
    else words.push(word);
  }
  for (const letter of ['a', 'A', 'n', 'f', 'F', 'i', 'l', 'u']) {
    if (letters.has(letter)) throw new ShellComplaint(`strata: declare -${letter} is not simulated`);
  }
  if (shell.variables.inFunction && !letters.has('g')) yield* local(shell, { ...context, argv: ['local', ...words] });
  for (const word of words) {
    const [, name = '', value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name === '') throw new ShellComplaint(`\`${word}': not a valid identifier`);
    if (value !== undefined) shell.variables.set(name, value);
    if (letters.has('x')) shell.variables.mark(name, { exported: true });
    if (letters.has('r')) shell.variables.mark(name, { readonly: true });
  }
  return 0;
};
