import { decodeText, encodeText, errnoNumber, fromBytes, SysError, toBytes } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { bytesOf, makeBuffer } from './buffer.ts';
import { settle } from './promise.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsObject, JsThrow, type Native, type Value } from './values.ts';

/** An error of the system as Node words it: `ENOENT: no such file or directory, open 'x'`. */
export function systemError(js: Realm, error: SysError, call: string, path?: string): JsThrow {
  const text = `${error.errno}: ${error.message[0]!.toLowerCase()}${error.message.slice(1)}, ${call}${path === undefined ? '' : ` '${path}'`}`;
  const made = js.makeError('Error', text);
  made.put('errno', -errnoNumber(error.errno)).put('code', error.errno).put('syscall', call);
  if (path !== undefined) made.put('path', path);
  return new JsThrow(made);
}

function guarded<T>(js: Realm, call: string, path: string, work: (path: string) => T): T {
  try {
    return work(encodeText(path));
  } catch (error) {
    if (error instanceof SysError) throw systemError(js, error, call, path);
    throw error;
  }
}
const pathOf = (value: Value): string =>
  value instanceof JsObject && typeof value.find('pathname')?.value === 'string' ? String(value.find('pathname')!.value) : String(value);
const encodingOf = (options: Value): string | undefined =>
  typeof options === 'string' ? options : options instanceof JsObject ? (options.find('encoding')?.value as string | undefined) : undefined;
const option = (options: Value, name: string): Value => (options instanceof JsObject ? options.find(name)?.value : undefined);

const SYNC: Readonly<Record<string, (js: Realm, args: readonly Value[]) => Value>> = {
  readFile: (js, [path, options]) => {
    const data = guarded(js, 'open', pathOf(path), (at) => {
      if (js.p.fs.exists(at) && js.p.fs.stat(at).kind === 'dir') throw systemError(js, new SysError('EISDIR'), 'read');
      return fromBytes(js.p.fs.readFile(at));
    });
    return encodingOf(options) === undefined ? makeBuffer(js, data) : decodeText(data);
  },
  writeFile: (js, [path, data]) => {
    guarded(js, 'open', pathOf(path), (at) => js.p.fs.writeFile(at, toBytes(bytesOf(data))));
    return undefined;
  },
  appendFile: (js, [path, data]) => {
    guarded(js, 'open', pathOf(path), (at) => {
      const fd = js.p.fs.open(at, { write: true, append: true, create: true });
      js.p.io.at(fd).write(toBytes(bytesOf(data)), js.p.now());
      js.p.io.close(fd);
    });
    return undefined;
  },
  readdir: (js, [path]) => js.array(guarded(js, 'scandir', pathOf(path), (at) => js.p.fs.readdir(at).map(decodeText))),
  stat: (js, [path]) => {
    const stat = guarded(js, 'stat', pathOf(path), (at) => js.p.fs.stat(at));
    const made = js.object({ size: stat.size, mode: stat.mode, uid: stat.uid, gid: stat.gid, mtimeMs: stat.mtime * 1000 });
    js.methods(made, { isFile: () => stat.kind === 'file', isDirectory: () => stat.kind === 'dir', isSymbolicLink: () => false });
    return made;
  },
  mkdir: (js, [path, options]) => {
    const text = pathOf(path);
    if (option(options, 'recursive') !== true) guarded(js, 'mkdir', text, (at) => js.p.fs.mkdir(at));
    else {
      const parts = text.split('/');
      for (let i = 1; i <= parts.length; i++) {
        const part = parts.slice(0, i).join('/');
        if (part !== '' && !js.p.fs.exists(encodeText(part))) guarded(js, 'mkdir', part, (at) => js.p.fs.mkdir(at));
      }
    }
    return undefined;
  },
  unlink: (js, [path]) => void guarded(js, 'unlink', pathOf(path), (at) => js.p.fs.unlink(at)),
  rmdir: (js, [path]) => void guarded(js, 'rmdir', pathOf(path), (at) => js.p.fs.rmdir(at)),
  rename: (js, [from, to]) => void guarded(js, 'rename', pathOf(from), (at) => js.p.fs.rename(at, encodeText(pathOf(to)))),
  chmod: (js, [path, mode]) => void guarded(js, 'chmod', pathOf(path), (at) => js.p.fs.chmod(at, Number(mode))),
  access: (js, [path, mode]) => void guarded(js, 'access', pathOf(path), (at) => js.p.fs.access(at, Number(mode ?? 0))),
  realpath: (js, [path]) => decodeText(guarded(js, 'realpath', pathOf(path), (at) => js.p.fs.realpath(at))),
};

/** The module `fs`: each call at once, with a callback, and as a promise. */
export function fsModule(js: Realm): JsObject {
  const made = js.object();
  const promises = js.object();
  for (const [name, run] of Object.entries(SYNC)) {
    const later: Native = function* (own, _, args): Routine<Value> {
      const promise = settle.make(own);
      try {
        yield* settle.resolve(own, promise, run(own, args));
      } catch (error) {
        if (!(error instanceof JsThrow)) throw error;
        settle.reject(own, promise, error.value);
      }
      return promise;
    };
    js.methods(
      made,
      {
        [`${name}Sync`]: (own, _, args) => run(own, args),
        [name]: (own, _, args) => {
          const done = args.at(-1);
          if (!isCallable(done)) throw own.error('TypeError', 'The "cb" argument must be of type function. Received undefined');
          own.loop.task(function* () {
            let result: readonly Value[];
            try {
              result = [null, run(own, args.slice(0, -1))];
            } catch (error) {
              if (!(error instanceof JsThrow)) throw error;
              result = [error.value];
            }
            yield* own.call(done, undefined, result);
          });
          return undefined;
        },
      },
      true,
    );
    js.methods(promises, { [name]: later }, true);
  }
  js.methods(made, { existsSync: (own, _, [path]) => own.p.fs.exists(encodeText(pathOf(path))) }, true);
  made.put('promises', promises).put('constants', js.object({ F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 }));
  return made;
}
