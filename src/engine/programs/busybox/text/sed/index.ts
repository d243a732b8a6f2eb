// sed: a script run on every line.
// Knows the script language, files edited in place and what is appended; refuses to know how patterns are matched (regex/).
// An unknown label or a missing `}` is noticed when the script gets there, as in busybox.
import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import type { Options } from '../../options.ts';
import { openInput } from '../input.ts';
import { Lines } from './lines.ts';
import { Output } from './output.ts';
import { Parser } from './parse.ts';
import { Run } from './run.ts';
import { type Command, SedError } from './script.ts';

const LONG = {
  'in-place': { as: 'i', arg: 'optional' },
  'regexp-extended': { as: 'r' },
  quiet: { as: 'n' },
  silent: { as: 'n' },
  expression: { as: 'e', arg: 'required' },
  file: { as: 'f', arg: 'required' },
} as const;

/** sed: a script run on every line. */
export const sed: Applet = function* (a) {
  if (a.args[0] === '--version') {
    yield* a.print('This is not GNU sed version 4.0\n');
    return 0;
  }
  const options = a.options('i::rEne:f:', { long: LONG });
  const files = new Map<string, Output>();
  try {
    return yield* edit(a, options, files);
  } catch (error) {
    if (!(error instanceof SedError)) throw error;
    yield* a.complain(error.message);
    return 1;
  } finally {
    for (const file of files.values()) yield* file.flush();
  }
};

function* edit(a: Call, options: Options, files: Map<string, Output>): Step<number> {
  const parser = new Parser(options.has('r') || options.has('E'), (name) => openOutput(a, name, files));
  const operands = [...options.rest];
  for (const script of options.values('e')) parser.argument(script);
  for (const file of options.values('f')) yield* scriptFile(a, file, parser);
  if (!options.has('e') && !options.has('f')) {
    const script = operands.shift();
    if (script === undefined) a.showUsage();
    parser.argument(script);
  }
  parser.finish();
  const { commands, quiet } = parser.script;
  const lines = new Lines(a);
  const run = new Run(a, commands, lines, new Output(a, undefined), files, quiet || options.has('n'));
  const inPlace = options.has('i');
  if (operands.length === 0) {
    if (inPlace) a.die('-i requires an argument');
    lines.add('-');
  }
  const out = run.out;
  let failed = false;
  for (const file of operands) {
    lines.add(file);
    if (inPlace && !(yield* editInPlace(a, file, options.value('i')!, run, commands))) {
      lines.skip();
      failed = true;
    }
  }
  run.out = out;
  yield* run.process();
  lines.close();
  return failed || lines.failed ? 1 : 0;
}

function openOutput(a: Call, name: string, files: Map<string, Output>): void {
  if (files.has(name)) return;
  try {
    files.set(name, new Output(a, a.p.fs.open(name, { write: true, create: true, truncate: true })));
  } catch (error) {
    a.dieOf(`can't open '${name}'`, error);
  }
}

function* scriptFile(a: Call, file: string, parser: Parser): Step<void> {
  let input: ReturnType<typeof openInput>;
  try {
    input = openInput(a, file);
  } catch (error) {
    a.dieOf(file, error);
  }
  for (;;) {
    const line = yield* input.text();
    if (line === undefined) break;
    parser.line(line);
    if (a.p.tick()) yield TURN;
  }
  input.close();
}

/** Edits one file through a new one that takes its name; false when it does not exist. */
function* editInPlace(a: Call, file: string, suffix: string, run: Run, commands: readonly Command[]): Step<boolean> {
  const { fs, io } = a.p;
  try {
    const { mode, uid, gid } = fs.stat(file);
    const temporary = `${file}${randomName(a)}`;
    const fd = fs.open(temporary, { write: true, create: true, exclusive: true }, 0o600);
    fs.chmod(temporary, mode & 0o7777);
    if (a.p.credentials.uid === 0) fs.chown(temporary, uid, gid);
    run.out = new Output(a, fd);
    yield* run.process();
    yield* run.out.flush();
    io.close(fd);
    if (suffix !== '') fs.rename(file, file + suffix);
    fs.rename(temporary, file);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* a.complainOf(file, error);
    return false;
  }
  for (const command of commands) {
    command.begin.line = command.beginLine;
    command.end.line = command.endLine;
  }
  return true;
}

const NAME_CHARS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomName = (a: Call): string => Array.from({ length: 6 }, () => NAME_CHARS[a.p.kernel.random.next() % NAME_CHARS.length]).join('');
