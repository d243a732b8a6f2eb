import { type ByteString, type Step, SysError, statusCode } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { spawn } from '../../execute.ts';

/** Bytes of names that one `-exec … {} +` command gets. */
const BATCH_BYTES = 32 * 1024;

/** Runs a command and waits for it; its exit status, or -1 after a complaint that it could not be run. */
export function* runCommand(a: Call, argv: readonly ByteString[]): Step<number> {
  yield* a.flush();
  let failure: SysError | undefined;
  const child = spawn(a.p, argv, function* (_, error) {
    failure = error;
    return 111;
  });
  for (;;) {
    try {
      const done = yield* a.p.waitpid(child.pid);
      if (failure !== undefined) {
        yield* a.complain(`${argv[0]}: ${failure.message}`);
        return -1;
      }
      return done === undefined ? -1 : statusCode(done.status);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
}

/** `-exec COMMAND ;`: every `{}` in the arguments is the path. */
export function* execute(a: Call, command: readonly ByteString[], path: ByteString): Step<boolean> {
  return (
    (yield* runCommand(
      a,
      command.map((word) => word.replaceAll('{}', () => path)),
    )) === 0
  );
}

/** `-exec COMMAND +`: paths are kept until many are together, and then stand where `{}` is. */
export class Batch {
  failed = false;
  readonly #a: Call;
  readonly #command: readonly ByteString[];
  #paths: ByteString[] = [];
  #bytes = 0;
  constructor(a: Call, command: readonly ByteString[]) {
    this.#a = a;
    this.#command = command;
  }
  *add(path: ByteString): Step<void> {
    if (this.#bytes + path.length > BATCH_BYTES) yield* this.run();
    this.#paths.push(path);
    this.#bytes += path.length + 1;
  }
  *run(): Step<void> {
    if (this.#paths.length === 0) return;
    const argv = this.#command.flatMap((word) =>
      word === '{}' ? this.#paths : word.includes('{}') ? this.#paths.map((path) => word.replaceAll('{}', () => path)) : [word],
    );
    this.#paths = [];
    this.#bytes = 0;
    if ((yield* runCommand(this.#a, argv)) !== 0) this.failed = true;
  }
}
