import { type FlagSpec, type FlagsResult, flagErrorText, HELP_FLAG, type ParsedFlags, parseFlags } from '../flags/index.ts';
import { type Builder, findSpec, spec } from './commands.ts';
import { helpText } from './print.ts';
import type { CommandSpec } from './spec.ts';

/** Where a `docker` line leads: to a command with its own words, or to a text and an exit code at once. */
export type Route =
  | {
      readonly kind: 'command';
      readonly spec: CommandSpec;
      readonly argv: readonly string[];
      readonly globals: ParsedFlags;
      readonly warnings: string;
    }
  | { readonly kind: 'text'; readonly stdout: string; readonly stderr: string; readonly exit: number }
  | { readonly kind: 'version'; readonly globals: ParsedFlags };

/**
 * Finds the command in the words after `docker`: global flags first, then the deepest command named; groups without a subcommand print
 * their help. `builder` says whose `docker build` it is. Source: docker/cli cli/cobra.go HandleGlobalFlags, cobra's Find.
 */
export function route(argv: readonly string[], builder: Builder = 'buildx'): Route {
  const root = spec('');
  const read: FlagsResult = parseFlags(root.flags, argv, false);
  if (!read.ok) return fail(flagErrorText({ usage: 'docker [OPTIONS] COMMAND [ARG...]', commandPath: 'docker' }, read.error), 125);
  const { flags: globals, rest, warnings } = read;
  if (rest.length === 0 && !read.help && globals.bool('version')) return { kind: 'version', globals };
  if (rest[0] === 'help') return helpTopic(rest.slice(1), warnings, builder);
  let found = root;
  let words: string[] = read.help ? ['--help', ...rest] : rest;
  let path: string[] = [];
  while (found.sections.length > 0) {
    const at = firstName(found, words);
    if (at < 0) return group(found, words, warnings);
    const name = words[at]!;
    const next = findSpec([...path, name], builder);
    if (!next || next.path.length === 0) return unknown(found, words, name);
    words = [...words.slice(0, at), ...words.slice(at + 1)];
    path = [...next.path];
    found = next;
  }
  return { kind: 'command', spec: found, argv: words, globals, warnings };
}

/** Index of the first word that is no flag nor, as cobra guesses it, a flag's value. */
function firstName(found: CommandSpec, words: readonly string[]): number {
  const takesNothing = (flag: FlagSpec) => flag.type === 'bool' || flag.noOptDefault !== undefined;
  const flags = [...found.flags, HELP_FLAG];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--') return -1;
    if (!word.startsWith('-') || word === '-') return i;
    const long = word.startsWith('--') && !word.includes('=');
    const short = !word.startsWith('--') && word.length === 2;
    const flag = flags.find((f) => (long ? f.name === word.slice(2) : f.short === word[1]));
    if ((long || short) && !(flag && takesNothing(flag))) i++;
  }
  return -1;
}

/** `docker help image ls`. */
function helpTopic(words: readonly string[], warnings: string, builder: Builder): Route {
  let found = spec('');
  for (const [i, word] of words.entries()) {
    const next = found.sections.length > 0 ? findSpec([...found.path, word], builder) : undefined;
    if (!next) return fail(`unknown help topic: ${words.slice(i).join(' ')}\n`, 1);
    found = next;
  }
  return { kind: 'text', stdout: helpText(found), stderr: warnings, exit: 0 };
}

function group(found: CommandSpec, words: readonly string[], warnings: string): Route {
  const read = parseFlags(found.flags, words, true);
  if (!read.ok) return fail(flagErrorText(groupLine(found), read.error), 125);
  const notes = warnings + read.warnings;
  const asked = read.help || found.plugin;
  return { kind: 'text', stdout: asked ? helpText(found) : '', stderr: asked ? notes : notes + helpText(found), exit: 0 };
}

function unknown(found: CommandSpec, words: readonly string[], name: string): Route {
  if (found.path.length === 0 && words.includes('--help')) return { kind: 'text', stdout: helpText(found), stderr: '', exit: 0 };
  if (found.path.length === 0) return fail(`docker: unknown command: docker ${name}\n\nRun 'docker --help' for more information\n`, 1);
  const read = parseFlags(found.flags, words, true);
  if (!read.ok) return fail(flagErrorText(groupLine(found), read.error), 125);
  if (read.help) return { kind: 'text', stdout: helpText(found), stderr: read.warnings, exit: 0 };
  if (found.plugin) return { kind: 'text', stdout: helpText(found), stderr: `ERROR: unknown command: ${JSON.stringify(name)}\n`, exit: 1 };
  const { commandPath } = found;
  return fail(
    `docker: unknown command: ${commandPath} ${name}\n\nUsage:  ${groupLine(found).usage}\n\nRun '${commandPath} --help' for more information\n`,
    1,
  );
}

/** The groups whose own use line has the word. */
const WITH_WORD = new Set(['docker manifest', 'docker volume']);

/** A group's usage line in errors has neither `COMMAND` nor `[OPTIONS]`, but for two. */
function groupLine({ commandPath }: CommandSpec): { usage: string; commandPath: string } {
  return { usage: WITH_WORD.has(commandPath) ? `${commandPath} COMMAND` : commandPath, commandPath };
}

function fail(stderr: string, exit: number): Route {
  return { kind: 'text', stdout: '', stderr, exit };
}
