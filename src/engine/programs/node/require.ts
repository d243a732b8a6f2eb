import { type Expression, type ImportDeclaration, type ModuleDeclaration, type Program as ProgramAst, parse, type Statement } from 'acorn';
import { decodeText, encodeText, fromBytes } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { invoke } from '../coroutine/index.ts';
import { get } from './convert.ts';
import { evaluate } from './evaluate.ts';
import { execAll, hoist } from './execute.ts';
import { fsModule } from './files.ts';
import { parseJson } from './json.ts';
import { library } from './library/modules.ts';
import { osModule } from './process.ts';
import { settle } from './promise.ts';
import type { Realm } from './realm.ts';
import { type Frame, JsNative, JsObject, JsThrow, Scope, type Source, type Value } from './values.ts';

const NATIVE: Readonly<Record<string, (js: Realm) => JsObject>> = {
  fs: fsModule,
  os: osModule,
  process: (js) => js.global.props.get('process')!.value as JsObject,
  buffer: (js) => js.object({ Buffer: js.global.props.get('Buffer')!.value }),
  'fs/promises': (js) => fsModule(js).props.get('promises')!.value as JsObject,
};
const KNOWN_MISSING = new Set(
  'async_hooks child_process cluster console constants crypto dgram diagnostics_channel dns domain http2 inspector module net perf_hooks punycode readline repl stream string_decoder sys tls trace_events tty v8 vm wasi worker_threads zlib test'.split(
    ' ',
  ),
);

/** A source that is no JavaScript, told as Node tells it. */
export class SourceProblem extends Error {
  readonly source: Source;
  readonly at: number;
  constructor(message: string, source: Source, at: number) {
    super(message);
    this.source = source;
    this.at = at;
  }
}

export function parseSource(source: Source, kind: 'script' | 'module'): ProgramAst {
  try {
    const text = source.text.startsWith('#!') ? `//${source.text.slice(2)}` : source.text;
    return parse(text, { ecmaVersion: 2022, sourceType: kind, allowReturnOutsideFunction: true, allowHashBang: true });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { pos } = error as SyntaxError & { pos: number };
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    const word = /^[\w$]+|^./.exec(source.text.slice(pos))?.[0];
    throw new SourceProblem(
      message !== 'Unexpected token'
        ? message
        : word === undefined
          ? 'Unexpected end of input'
          : /^[A-Za-z_$]/.test(word)
            ? `Unexpected identifier '${word}'`
            : `Unexpected token '${word}'`,
      source,
      pos,
    );
  }
}

const exists = (js: Realm, path: string): boolean => js.p.fs.exists(encodeText(path));
const isFile = (js: Realm, path: string): boolean => exists(js, path) && js.p.fs.stat(encodeText(path)).kind === 'file';
export const readText = (js: Realm, path: string): string => decodeText(fromBytes(js.p.fs.readFile(encodeText(path))));

function* asFile(js: Realm, path: string): Routine<string | undefined> {
  for (const each of [path, `${path}.js`, `${path}.json`, `${path}.cjs`, `${path}.mjs`])
    if (isFile(js, each)) return decodeText(js.p.fs.realpath(encodeText(each)));
  if (!exists(js, path)) return undefined;
  const json = `${path}/package.json`;
  if (isFile(js, json)) {
    const main = yield* get(js, parseJson(js, readText(js, json)), 'main');
    if (typeof main === 'string' && main !== '' && main !== '.') {
      const found = yield* asFile(js, `${path}/${main.replace(/^\.\//, '')}`);
      if (found !== undefined) return found;
    }
  }
  return isFile(js, `${path}/index.js`) ? decodeText(js.p.fs.realpath(encodeText(`${path}/index.js`))) : undefined;
}

/** The file that a name means for a module in a directory; undefined when there is none. */
export function* resolve(js: Realm, name: string, dir: string): Routine<string | undefined> {
  if (/^\.{0,2}\//.test(name) || name === '.' || name === '..')
    return yield* asFile(js, normal(name.startsWith('/') ? name : `${dir}/${name}`));
  for (let at = dir; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = yield* asFile(js, `${at}/node_modules/${name}`);
    if (found !== undefined) return found;
    if (at === '') return undefined;
  }
}
function normal(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}

/** require(name) of a module in `dir`. Throws what Node throws. */
export function* requireModule(js: Realm, name: string, from: string): Routine<Value> {
  const plain = name.replace(/^node:/, '');
  const known = js.modules.get(`:${plain}`);
  if (known !== undefined) return yield* get(js, known, 'exports');
  const native = Object.hasOwn(NATIVE, plain) ? NATIVE[plain]!(js) : undefined;
  if (native !== undefined) {
    js.modules.set(`:${plain}`, js.object({ exports: native }));
    return native;
  }
  if (Object.hasOwn(library, plain)) return yield* runCommon(js, { file: `node:${plain}`, text: library[plain]! }, `:${plain}`);
  if (KNOWN_MISSING.has(plain)) throw js.notSimulated(`the module '${plain}'`);
  const path = yield* resolve(js, name, from.replace(/\/[^/]*$/, ''));
  if (path === undefined) {
    const error = js.makeError('Error', `Cannot find module '${name}'\nRequire stack:\n- ${from}`);
    error.put('code', 'MODULE_NOT_FOUND').put('requireStack', js.array([from]));
    throw new JsThrow(error);
  }
  return yield* loadFile(js, path);
}

/** Runs a file once; its exports. */
export function* loadFile(js: Realm, path: string): Routine<Value> {
  const known = js.modules.get(path);
  if (known !== undefined) return yield* get(js, known, 'exports');
  const source: Source = { file: path, text: readText(js, path) };
  if (path.endsWith('.json')) {
    const value = parseJson(js, source.text);
    js.modules.set(path, js.object({ exports: value }));
    return value;
  }
  if (path.endsWith('.mjs') || (!path.endsWith('.cjs') && (yield* isModule(js, path)))) return yield* runModule(js, source, path);
  return yield* runCommon(js, source, path);
}

function* isModule(js: Realm, path: string): Routine<boolean> {
  for (let dir = path.slice(0, path.lastIndexOf('/')); ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (isFile(js, `${dir}/package.json`)) return (yield* get(js, parseJson(js, readText(js, `${dir}/package.json`)), 'type')) === 'module';
    if (dir === '') return false;
  }
}

function requireFor(js: Realm, file: string): JsObject {
  const made = js.native('require', (own, _, [name]) => {
    if (typeof name !== 'string') throw own.error('TypeError', `The "id" argument must be of type string. Received ${String(name)}`);
    return requireModule(own, name, file);
  });
  js.methods(made, { resolve: (own, _, [name]) => resolve(own, String(name), file.replace(/\/[^/]*$/, '')) });
  return made;
}

function* runCommon(js: Realm, source: Source, key: string): Routine<Value> {
  const module = js.object({ exports: js.object(), id: source.file, filename: source.file, loaded: false, children: js.array([]) });
  js.modules.set(key, module);
  try {
    yield* runScript(js, source, module);
  } catch (error) {
    js.modules.delete(key);
    throw error;
  }
  return yield* get(js, module, 'exports');
}

/** Runs a script with `module`, `exports` and `require`; the value of its last expression. */
export function* runScript(js: Realm, source: Source, module: JsObject): Routine<Value> {
  const ast = parseSource(source, 'script');
  const frame: Frame = {
    self: yield* get(js, module, 'exports'),
    func: undefined,
    args: [],
    target: undefined,
    arrow: false,
    name: source.file.startsWith('[') ? '' : 'Object.<anonymous>',
    file: source,
    at: 0,
  };
  const scope = new Scope(js.scope, frame);
  const require = requireFor(js, source.file);
  if (js.modules.has(':main')) require.put('main', js.modules.get(':main'));
  for (const [name, value] of Object.entries({
    module,
    exports: frame.self,
    require,
    __filename: source.file,
    __dirname: source.file.replace(/\/[^/]*$/, '') || '/',
  }))
    scope.declare(name, value);
  return yield* invoke(inside(js, frame, () => run(js, ast.body, scope, frame)));
}

function* inside(js: Realm, frame: Frame, work: () => Routine<Value>): Routine<Value> {
  js.enter(frame);
  try {
    return yield* work();
  } finally {
    const at = js.frames.lastIndexOf(frame);
    if (at >= 0) js.frames.splice(at, 1);
  }
}

function* run(js: Realm, body: readonly (Statement | ModuleDeclaration)[], scope: Scope, frame: Frame): Routine<Value> {
  hoist(js, body, scope, frame, true);
  const last = body.at(-1);
  if (frame.file.file.startsWith('[') && last?.type === 'ExpressionStatement') {
    yield* execAll(js, body.slice(0, -1), scope, frame);
    return yield* evaluate(js, last.expression as Expression, scope, frame);
  }
  yield* execAll(js, body, scope, frame);
  return undefined;
}

/** An ES module: imports first, then its body; `export`s are read when asked for. */
function* runModule(js: Realm, source: Source, key: string): Routine<Value> {
  const ast = parseSource(source, 'module');
  const exports = js.object();
  exports.kind = 'Module';
  js.modules.set(key, js.object({ exports }));
  const frame: Frame = { self: undefined, func: undefined, args: [], target: undefined, arrow: false, name: '', file: source, at: 0 };
  const scope = new Scope(js.scope, frame);
  scope.declare(
    '__import',
    js.native('import', function* (own, _, [name]) {
      const promise = settle.make(own);
      yield* settle.resolve(own, promise, yield* namespace(own, yield* requireModule(own, String(name), source.file)));
      return promise;
    }),
  );
  for (const item of ast.body) if (item.type === 'ImportDeclaration') yield* bindImport(js, item, scope, source.file);
  yield* invoke(inside(js, frame, () => moduleBody(js, ast, scope, frame, exports)));
  return exports;
}

function* namespace(js: Realm, value: Value): Routine<Value> {
  if (value instanceof JsObject && value.kind === 'Module') return value;
  const made = js.object({ default: value });
  if (value instanceof JsObject) for (const [key, each] of value.props) if (typeof key === 'string') made.put(key, each.value);
  return made;
}

function* bindImport(js: Realm, item: ImportDeclaration, scope: Scope, file: string): Routine<void> {
  const value = yield* requireModule(js, String(item.source.value), file);
  const whole = (yield* namespace(js, value)) as JsObject;
  for (const each of item.specifiers) {
    if (each.type === 'ImportNamespaceSpecifier') scope.declare(each.local.name, whole, true);
    else {
      const name =
        each.type === 'ImportDefaultSpecifier'
          ? 'default'
          : each.imported.type === 'Identifier'
            ? each.imported.name
            : String(each.imported.value);
      if (whole.find(name) === undefined)
        throw js.error('SyntaxError', `The requested module '${String(item.source.value)}' does not provide an export named '${name}'`);
      // What another module exports is seen as it is now, not as it was.
      const source = whole.find(name)?.get;
      if (source instanceof JsNative)
        scope.names.set(each.local.name, {
          ready: true,
          constant: true,
          get value() {
            return source.run(js, whole, [], undefined) as Value;
          },
          set value(_: Value) {},
        });
      else scope.declare(each.local.name, yield* get(js, whole, name), true);
    }
  }
}

function* moduleBody(js: Realm, ast: ProgramAst, scope: Scope, frame: Frame, exports: JsObject): Routine<Value> {
  hoist(js, ast.body as Statement[], scope, frame, true);
  const share = (name: string, local: string): void => js.getter(exports, name, () => scope.find(local)?.value);
  for (const item of ast.body) {
    if (item.type === 'ImportDeclaration') continue;
    if (item.type === 'ExportDefaultDeclaration') {
      const { declaration } = item;
      if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id) {
        yield* execAll(js, [declaration as Statement], scope, frame);
        share('default', declaration.id.name);
      } else {
        const node = {
          ...declaration,
          type:
            declaration.type === 'FunctionDeclaration'
              ? 'FunctionExpression'
              : declaration.type === 'ClassDeclaration'
                ? 'ClassExpression'
                : declaration.type,
        } as Expression;
        exports.put('default', yield* evaluate(js, node, scope, frame, 'default'));
      }
    } else if (item.type === 'ExportNamedDeclaration') {
      if (item.source) throw js.notSimulated('export from');
      if (item.declaration) {
        yield* execAll(js, [item.declaration], scope, frame);
        const names =
          item.declaration.type === 'VariableDeclaration'
            ? item.declaration.declarations.map(({ id }) => (id as { name: string }).name)
            : [item.declaration.id.name];
        for (const name of names) share(name, name);
      }
      for (const each of item.specifiers) share((each.exported as { name: string }).name, (each.local as { name: string }).name);
    } else if (item.type === 'ExportAllDeclaration') throw js.notSimulated('export *');
    else yield* execAll(js, [item as Statement], scope, frame);
  }
  return undefined;
}
