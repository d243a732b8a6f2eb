// make: rules, variables, functions, conditionals and pattern rules of GNU make 4.3.
// Knows times of files and recipes through the shell; refuses to know jobs at once (-j is accepted), archives and VPATH.
import { fromBytes, type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { become } from '../gosu/run-as.ts';
import { Maker } from './build.ts';
import { assignment, type Makefile, readMakefile } from './makefile.ts';
import { MakeError, Variables } from './variables.ts';

const make: Program = function* main(p: Process): Run {
  const level = Number(p.env.get('MAKELEVEL') ?? 0);
  const title = level > 0 ? `make[${level}]` : 'make';
  const goals: string[] = [];
  const settings: string[] = [];
  const letters = new Set<string>();
  let file: string | undefined;
  const dirs: string[] = [];
  const args = p.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '--version' || word === '-v') {
      yield* p.write(
        1,
        'GNU Make 4.3\nBuilt for x86_64-pc-linux-gnu\nCopyright (C) 1988-2020 Free Software Foundation, Inc.\nLicense GPLv3+: GNU GPL version 3 or later <http://gnu.org/licenses/gpl.html>\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n',
      );
      return 0;
    }
    if (/^-[fC]/.test(word) || word === '--file' || word === '--makefile' || word === '--directory') {
      const value = word.length > 2 && !word.startsWith('--') ? word.slice(2) : args[++i];
      if (value === undefined) break;
      if (/^-C|directory/.test(word)) dirs.push(value);
      else file = value;
    } else if (/^--(?:file|makefile|directory)=/.test(word)) {
      if (word.startsWith('--directory')) dirs.push(word.slice(12));
      else file = word.slice(word.indexOf('=') + 1);
    } else if (/^-j\d*$|^--jobs(?:=\d+)?$|^-l\d*$/.test(word)) {
      if ((word === '-j' || word === '-l') && /^\d+$/.test(args[i + 1] ?? '')) i++;
    } else if (word.startsWith('--'))
      letters.add(
        {
          '--silent': 's',
          '--quiet': 's',
          '--just-print': 'n',
          '--dry-run': 'n',
          '--keep-going': 'k',
          '--ignore-errors': 'i',
          '--always-make': 'B',
        }[word] ?? '',
      );
    else if (word.startsWith('-') && word.length > 1) for (const letter of word.slice(1)) letters.add(letter);
    else if (/^[\w.-]+\s*(?::?:?|\?|\+)?=/.test(word)) settings.push(word);
    else goals.push(word);
  }
  const say = (text: string): Step<void> => p.write(2, `${title}: *** ${text}\n`);
  for (const dir of dirs) {
    try {
      p.chdir(dir);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* say(`${dir}: ${error.message}.  Stop.`);
      return 2;
    }
  }
  const shown = dirs.length > 0 || level > 0;
  const silent = letters.has('s');
  if (shown && !silent) yield* p.write(1, `${title}: Entering directory '${p.cwd}'\n`);
  const status = yield* run(p, { title, goals, settings, file, letters, say });
  if (shown && !silent) yield* p.write(1, `${title}: Leaving directory '${p.cwd}'\n`);
  return status;
};

interface Call {
  readonly title: string;
  readonly goals: readonly string[];
  readonly settings: readonly string[];
  readonly file: string | undefined;
  readonly letters: ReadonlySet<string>;
  readonly say: (text: string) => Step<void>;
}

function* run(p: Process, { title, goals, settings, file, letters, say }: Call): Step<number> {
  const variables = new Variables(p, (command) => capture(p, command));
  const makefile: Makefile = { rules: [], patterns: [], phony: new Set(), first: undefined };
  try {
    for (const setting of settings) yield* assignment(variables, setting, true);
    for (const setting of settings) {
      const [, name, value] = /^([\w.-]+)\s*(?::?:?|\?|\+)?=(.*)$/.exec(setting) ?? [];
      if (name !== undefined) p.env.set(name, value ?? '');
    }
    const found = file ?? ['GNUmakefile', 'makefile', 'Makefile'].find((name) => p.fs.exists(name));
    if (found === undefined && goals.length === 0) {
      yield* say('No targets specified and no makefile found.  Stop.');
      return 2;
    }
    if (found !== undefined) {
      if (file !== undefined && !p.fs.exists(file)) {
        yield* p.write(2, `${title}: ${file}: No such file or directory\n`);
        throw new MakeError(`No rule to make target '${file}'.  Stop.`);
      }
      yield* readMakefile(p, variables, found, makefile);
    }
    const wanted = goals.length > 0 ? goals : makefile.first === undefined ? [] : [makefile.first];
    if (wanted.length === 0) {
      yield* say('No targets.  Stop.');
      return 2;
    }
    const maker = new Maker(p, variables, makefile, {
      silent: letters.has('s'),
      dryRun: letters.has('n'),
      ignore: letters.has('i'),
      keepGoing: letters.has('k'),
      always: letters.has('B'),
      title,
    });
    for (const goal of wanted) yield* maker.goal(goal);
    return 0;
  } catch (error) {
    if (!(error instanceof MakeError)) throw error;
    if (/^[^\s:[]+:\d+: /.test(error.message)) yield* p.write(2, `${error.message.replace(/: (?!\*\*\*)/, ': *** ')}\n`);
    else yield* say(error.message);
    return 2;
  }
}

/** A command's standard output. */
function* capture(p: Process, command: string): Step<string> {
  const [read, write] = p.io.pipe();
  const child = p.fork(function* start(self) {
    self.io.dup2(write, 1);
    self.io.close(read);
    try {
      return yield* become(self, ['/bin/sh', '-c', command]);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* self.write(2, `make: /bin/sh: ${error.message}\n`);
      return 127;
    }
  });
  p.io.close(write);
  const bytes = yield* p.readAll(read);
  p.io.close(read);
  yield* p.waitpid(child.pid);
  return fromBytes(bytes);
}

export const programs: Readonly<Record<string, Program>> = { make };
