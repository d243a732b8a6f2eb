// Which flags of which commands the recorded cases use.
//   node scripts/flag-coverage.mjs [COMMAND...]   prints the flags that no recording uses, by command; with `-a` every flag and its count
// Commands and flags come from the help data, uses from the scripts of lessons-tests/oracle*/cases. A script's functions that hand on "$@" to
// a docker command count for it. `coverage()` is for the fidelity page.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSpecs, findSpec } from '../src/cli/help/index.ts';

const TESTS = join(import.meta.dirname, '..', 'lessons-tests');

/** The case folders of every recording: `[{ name, builder, script }]`. */
export function recordedScripts() {
  const out = [];
  for (const suite of readdirSync(TESTS).filter((name) => name.startsWith('oracle')))
    for (const name of existsSync(join(TESTS, suite, 'cases')) ? readdirSync(join(TESTS, suite, 'cases')) : []) {
      const dir = join(TESTS, suite, 'cases', name);
      if (!existsSync(join(dir, 'script.sh'))) continue;
      const { builder = 'classic' } = JSON.parse(readFileSync(join(dir, 'case.json'), 'utf8'));
      out.push({ name, builder: builder === 'buildkit' ? 'buildx' : 'classic', script: readFileSync(join(dir, 'script.sh'), 'utf8') });
    }
  return out;
}

/** Shell text as simple commands, each a list of words without quotes; here-documents and comments left out. `$(…)` and `{ … }` are opened. */
export function simpleCommands(text) {
  const commands = [];
  let words = [];
  let word;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const waiting = [];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') {
      if (text[i + 1] !== '\n') word = (word ?? '') + (text[i + 1] ?? '');
      i++;
    } else if (c === '"') {
      quoted = !quoted;
      word ??= '';
    } else if (!quoted && c === "'") {
      const end = text.indexOf("'", i + 1);
      word = (word ?? '') + text.slice(i + 1, end < 0 ? undefined : end);
      i = end < 0 ? text.length : end;
    } else if (c === '$' && text[i + 1] === '(' && text[i + 2] !== '(') {
      const end = closing(text, i + 1);
      commands.push(...simpleCommands(text.slice(i + 2, end)));
      word = `${word ?? ''}$()`;
      i = end;
    } else if (quoted) word = (word ?? '') + c;
    else if (c === '#' && word === undefined) while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    else if (c === '<' && text[i + 1] === '<' && text[i + 2] !== '<') {
      const found = /^<<-?\s*(['"]?)(\w+)\1/.exec(text.slice(i));
      if (found) {
        waiting.push(found[2]);
        i += found[0].length - 1;
      }
    } else if (c === '\n') {
      endCommand();
      while (waiting.length > 0) {
        const end = waiting.shift();
        for (let line = ''; i + 1 < text.length && line !== end; ) {
          const stop = text.indexOf('\n', i + 1);
          line = text.slice(i + 1, stop < 0 ? undefined : stop).trim();
          i = stop < 0 ? text.length : stop;
        }
      }
    } else if (/[;|&()]/.test(c)) endCommand();
    else if (/\s/.test(c)) endWord();
    else word = (word ?? '') + c;
  }
  endCommand();
  return commands;
}

function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === "'") i = Math.max(i, text.indexOf("'", i + 1));
    else if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}

const LEADING = new Set(['{', '}', 'if', 'then', 'else', 'elif', 'while', 'until', 'do', 'for', '!', 'time']);

/** The command a list of words runs, and the flags it uses: `{ path, flags }`; undefined for what is no docker command. */
export function dockerCall(words, builder, wrappers = new Map()) {
  let at = 0;
  while (at < words.length && (LEADING.has(words[at]) || /^\w+=/.test(words[at]))) at++;
  const wrapped = wrappers.get(words[at]);
  let spec;
  if (wrapped !== undefined) {
    spec = wrapped;
    at++;
  } else {
    if (words[at] !== 'docker') return undefined;
    at++;
    while (/^-/.test(words[at] ?? '') && !['-v', '--version', '--help', '-h'].includes(words[at]))
      at += ['-H', '--config', '-c', '-l'].includes(words[at]) ? 2 : 1;
    let length = 0;
    for (let n = 1; n <= 3; n++) if (findSpec(words.slice(at, at + n), builder) && words.length >= at + n) length = n;
    spec = findSpec(words.slice(at, at + length), builder);
    if (spec === undefined) return undefined;
    at += length;
  }
  const flags = new Set();
  for (; at < words.length; at++) {
    const text = words[at];
    if (text === '--') break;
    const long = /^--([\w-]+)(=)?/.exec(text);
    if (long) {
      const flag = spec.flags.find(({ name }) => name === long[1]);
      if (long[1] === 'help') flags.add('help');
      if (flag) flags.add(flag.sameAs ?? flag.name);
      if (flag && long[2] === undefined && flag.type !== 'bool' && flag.noOptDefault === undefined) at++;
    } else if (/^-[a-zA-Z]/.test(text)) {
      for (let i = 1; i < text.length; i++) {
        const flag = spec.flags.find(({ short }) => short === text[i]);
        if (flag === undefined) break;
        flags.add(flag.sameAs ?? flag.name);
        if (flag.type === 'bool' || flag.noOptDefault !== undefined) continue;
        if (i === text.length - 1) at++;
        break;
      }
    } else if (!spec.interspersed && wrapped === undefined) break;
  }
  return { spec, flags };
}

/** Functions of a script that hand their arguments on to a docker command: name → that command. */
function wrappersOf(script, builder) {
  const out = new Map();
  for (const [, name, body] of script.matchAll(/^(\w+)\(\)\s*\{(.*)$/gm)) {
    for (const words of simpleCommands(body)) {
      const call = words.includes('$@') || words.some((word) => word.includes('$1')) ? dockerCall(words, builder) : undefined;
      if (call) out.set(name, call.spec);
    }
  }
  return out;
}

/** Docker's name for a command with several spellings. */
const mainPath = (spec) =>
  (spec.plugin ? spec.commandPath : (spec.aliases[0] ?? ['docker', ...spec.path].join(' '))).replace(/^docker ?/, '');

/**
 * For each command (its path after `docker`, under its main spelling) how many cases use it, and for each of its flags how many use that:
 * `Map<path, { cases: number, flags: Map<name, number> }>`. Groups of commands are left out.
 */
export function coverage() {
  const out = new Map();
  const entryOf = (spec) => {
    const path = mainPath(spec);
    if (!out.has(path))
      out.set(path, {
        cases: 0,
        flags: new Map(spec.flags.filter((f) => !f.hidden && !f.sameAs && f.deprecated === undefined).map((f) => [f.name, 0])),
      });
    return out.get(path);
  };
  for (const spec of allSpecs()) if (spec.sections.length === 0 && spec.path.length > 0) entryOf(spec);
  for (const { builder, script } of recordedScripts()) {
    const wrappers = wrappersOf(script, builder);
    const used = new Map();
    for (const words of simpleCommands(script)) {
      const call = dockerCall(words, builder, wrappers);
      if (call === undefined || call.spec.sections.length > 0 || call.spec.path.length === 0) continue;
      const path = mainPath(call.spec) === 'build' || mainPath(call.spec) === 'image build' ? 'buildx build' : mainPath(call.spec);
      used.set(path, new Set([...(used.get(path) ?? []), ...call.flags]));
    }
    for (const [path, flags] of used) {
      const entry = out.get(path) ?? { cases: 0, flags: new Map() };
      out.set(path, entry);
      entry.cases++;
      for (const flag of flags) entry.flags.set(flag, (entry.flags.get(flag) ?? 0) + 1);
    }
  }
  return out;
}

if (process.argv[1] === import.meta.filename) {
  const all = process.argv.includes('-a');
  const wanted = process.argv.slice(2).filter((word) => word !== '-a');
  let pairs = 0;
  let missing = 0;
  for (const [path, { cases, flags }] of [...coverage()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    pairs += flags.size;
    const none = [...flags].filter(([, count]) => count === 0).map(([name]) => name);
    missing += none.length;
    if (wanted.length > 0 && !wanted.some((word) => path.startsWith(word))) continue;
    if (all) console.log(`${path} (${cases})\n  ${[...flags].map(([name, count]) => `--${name} ${count}`).join(', ')}`);
    else if (none.length > 0 || cases === 0)
      console.log(`${path} (${cases})${none.length > 0 ? `: ${none.map((name) => `--${name}`).join(' ')}` : ''}`);
  }
  console.log(`${pairs} flags, ${missing} without a recording`);
}
