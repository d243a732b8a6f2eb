import { decodeText, encodeText, fromBytes, type Process, type Run, type Step } from '../../kernel/index.ts';
import { drive, type Routine } from '../coroutine/index.ts';
import { installedVersion } from '../service/index.ts';
import { installBuffer } from './buffer.ts';
import { installGlobals } from './globals.ts';
import { inspect } from './inspect.ts';
import { urlClasses } from './library/modules.ts';
import { prelude } from './library/prelude.ts';
import { installProcess } from './process.ts';
import { unhandled } from './promise.ts';
import { placeOf, Realm } from './realm.ts';
import { loadFile, resolve, runScript, SourceProblem } from './require.ts';
import { JsExit, JsObject, JsThrow, type Source, type Value } from './values.ts';

const TAIL = `
    at Module._compile (node:internal/modules/cjs/loader:1554:14)
    at Object..js (node:internal/modules/cjs/loader:1706:10)
    at Module.load (node:internal/modules/cjs/loader:1289:32)
    at Function._load (node:internal/modules/cjs/loader:1108:12)
    at TracingChannel.traceSync (node:diagnostics_channel:322:14)
    at wrapModuleLoad (node:internal/modules/cjs/loader:220:24)
    at Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:170:5)
    at node:internal/main/run_main_module:36:49`;

/** The program `node`. */
export function* node(p: Process): Run {
  const { version } = installedVersion(p, 'NODE_VERSION', ['nodejs', 'nodejs-current'], '24.11.1');
  const args = p.argv.slice(1).map(decodeText);
  let [code, print, check] = [undefined as string | undefined, false, false];
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('-') || arg === '-') break;
    if (arg === '-v' || arg === '--version') {
      yield* p.write(1, `v${version}\n`);
      return 0;
    }
    if (arg === '-h' || arg === '--help') {
      yield* p.write(1, 'Usage: node [options] [ script.js ] [arguments]\n');
      return 0;
    }
    if (['-e', '--eval', '-p', '--print', '-pe'].includes(arg)) {
      print ||= arg.includes('p') && arg !== '--eval';
      code = args[++i];
      if (code === undefined) {
        yield* p.write(2, `node: ${arg} requires an argument\n`);
        return 9;
      }
    } else if (arg === '-c' || arg === '--check') check = true;
    else if (arg === '-r' || arg === '--require' || arg === '--watch' || arg.startsWith('--inspect')) {
      yield* p.write(2, `strata: node ${arg} is not simulated\n`);
      return 9;
    } else if (!/^--(?:trace-|no-|max-|enable-|experimental-|unhandled-|stack-|expose)/.test(arg)) {
      yield* p.write(2, `node: bad option: ${arg}\n`);
      return 9;
    }
  }
  const js = new Realm(p, version);
  const script = code === undefined ? args[i] : undefined;
  if (code === undefined && (script === undefined || script === '-')) {
    if (p.isatty(0)) {
      yield* p.write(1, `Welcome to Node.js v${version}.\nstrata: the interactive prompt of node is not simulated\n`);
      return 1;
    }
    code = decodeText(fromBytes(yield* p.readAll(0)));
  }
  installGlobals(js);
  installBuffer(js);
  const cwd = decodeText(p.getcwd());
  const path =
    script === undefined ? undefined : script.startsWith('/') ? script : `${cwd.replace(/\/$/, '')}/${script.replace(/^\.\//, '')}`;
  installProcess(js, [p.executable, ...(path === undefined ? [] : [path]), ...args.slice(script === undefined ? i : i + 1)]);
  js.tail = path === undefined ? '' : TAIL;
  const state: State = { code: undefined };
  const guard = (work: () => Routine<void>): Step<void> => guarded(js, state, work);
  yield* guard(function* () {
    for (const text of [prelude, urlClasses]) yield* runScript(js, { file: '[strata]', text }, js.object({ exports: js.object() }));
  });
  yield* guard(() => first(js, { code, print, check, path, cwd }));
  try {
    if (state.code === undefined)
      yield* js.loop.untilDone(function* (work) {
        yield* guard(work);
        if (state.code !== undefined) throw new JsExit(state.code);
      });
  } catch (error) {
    if (!(error instanceof JsExit)) throw error;
  }
  return yield* ended(js, state);
}

interface State {
  code: number | undefined;
}

function* first(
  js: Realm,
  it: { code: string | undefined; print: boolean; check: boolean; path: string | undefined; cwd: string },
): Routine<void> {
  if (it.path === undefined) {
    const source: Source = { file: '[eval]', text: it.code! };
    const value = yield* runScript(js, source, js.object({ exports: js.object() }));
    if (it.print) yield* js.p.write(1, encodeText(`${typeof value === 'string' ? value : inspect(js, value)}\n`));
    return;
  }
  const file = yield* resolve(js, it.path, it.cwd);
  if (file === undefined) {
    const error = js.makeError('Error', `Cannot find module '${it.path}'`);
    error.put('code', 'MODULE_NOT_FOUND').put('requireStack', js.array([]));
    error.put(
      'stack',
      `Error: Cannot find module '${it.path}'\n    at Function._resolveFilename (node:internal/modules/cjs/loader:1225:15)\n    at Function._load (node:internal/modules/cjs/loader:1055:27)\n    at TracingChannel.traceSync (node:diagnostics_channel:322:14)\n    at wrapModuleLoad (node:internal/modules/cjs/loader:220:24)\n    at Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:170:5)\n    at node:internal/main/run_main_module:36:49`,
      false,
    );
    throw Object.assign(new JsThrow(error), { head: 'node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\n' });
  }
  if (!it.check) yield* loadFile(js, file);
}

/** Runs a piece of the program; an exception that nobody catches ends it as Node does. */
function* guarded(js: Realm, state: State, work: () => Routine<void>): Step<void> {
  try {
    yield* js.loop.run(work);
    const rejected = unhandled.get(js);
    for (const promise of rejected ?? []) {
      rejected!.clear();
      const reason = (promise.hidden as { value: Value }).value;
      if (js.listensTo('unhandledRejection')) yield* drive(js.emitProcess('unhandledRejection', [reason, promise]));
      else yield* fatal(js, state, reason, undefined, true);
      break;
    }
  } catch (error) {
    js.frames.length = 0;
    if (error instanceof JsExit) state.code = error.code;
    else if (error instanceof SourceProblem) {
      const { line } = placeOf(error.source, error.at);
      const { column } = placeOf(error.source, error.at);
      yield* js.p.write(
        2,
        encodeText(
          `${error.source.file}:${line}\n${error.source.text.split('\n')[line - 1]}\n${' '.repeat(column - 1)}^\n\nSyntaxError: ${error.message}${error.source.file === '[eval]' ? '' : '\n    at wrapSafe (node:internal/modules/cjs/loader:1486:18)'}${TAIL.replace(':1554:14', ':1528:20')}\n\nNode.js v${js.version}\n`,
        ),
      );
      state.code = 1;
    } else if (error instanceof JsThrow) {
      if (js.listensTo('uncaughtException')) yield* drive(js.emitProcess('uncaughtException', [error.value, 'uncaughtException']));
      else yield* fatal(js, state, error.value, (error as JsThrow & { head?: string }).head, false, error);
    } else throw error;
  }
}

function* fatal(js: Realm, state: State, value: Value, head: string | undefined, rejection: boolean, thrown?: JsThrow): Step<void> {
  const isError = value instanceof JsObject && value.kind === 'Error';
  const stack = isError ? String(value.find('stack')?.value) : '';
  const [, stackFile = '', stackLine = '0', stackColumn = '1'] = /\n {4}at (?:.*\()?((?:\/|\[)[^:\n]*):(\d+):(\d+)\)?/.exec(stack) ?? [];
  const origin = thrown?.origin === undefined ? undefined : placeOf(thrown.origin.source, thrown.origin.at);
  const file = thrown?.origin?.source.file ?? stackFile;
  const [line, column] = origin === undefined ? [stackLine, stackColumn] : [origin.line, origin.column];
  let before = head ?? '';
  if (head === undefined && file !== '') {
    const text =
      file.startsWith('/') && js.p.fs.exists(encodeText(file))
        ? decodeText(fromBytes(js.p.fs.readFile(encodeText(file)))).split('\n')[Number(line) - 1]
        : undefined;
    before = text === undefined ? `${file}:${line}\n` : `${file}:${line}\n${text}\n${' '.repeat(Number(column) - 1)}^\n\n`;
  }
  const shown = isError
    ? inspect(js, value)
    : rejection
      ? `[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${String(value instanceof JsObject ? '#<Object>' : value)}".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}`
      : `Uncaught:\n${inspect(js, value)}`;
  const emitted =
    isError && / at (?:Server|Socket)/.test(stack) ? `node:events:502\n      throw er; // Unhandled 'error' event\n      ^\n\n` : before;
  yield* js.p.write(2, encodeText(`${emitted}${shown}\n\nNode.js v${js.version}\n`));
  state.code = 1;
}

function* ended(js: Realm, state: State): Step<number> {
  const process = js.global.props.get('process')!.value as JsObject;
  const code = state.code ?? Number(process.props.get('exitCode')?.value ?? 0);
  try {
    yield* js.loop.run(() => js.emitProcess('exit', [code]));
  } catch (error) {
    if (error instanceof JsExit) return error.code;
    if (!(error instanceof JsThrow)) throw error;
  }
  return code & 255;
}
