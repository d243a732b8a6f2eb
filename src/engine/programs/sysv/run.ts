import { type ByteString, type Process, type Run, type Step, SysError, statusCode } from '../../kernel/index.ts';

/** Runs a command and waits for it. `prepare` sets the descriptors up in the child. Status 127 when there is no such file. */
export function* runAndWait(
  p: Process,
  argv: readonly ByteString[],
  env: ReadonlyMap<ByteString, ByteString>,
  prepare: (child: Process) => void,
): Step<number> {
  const child = p.fork(function* (own: Process): Run {
    prepare(own);
    try {
      return yield* own.execve(argv[0]!, argv, env);
    } catch (error) {
      if (error instanceof SysError) return 127;
      throw error;
    }
  });
  for (;;) {
    try {
      const ended = yield* p.waitpid(child.pid);
      if (ended !== undefined) return statusCode(ended.status);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
}

/** Sends what goes to these descriptors nowhere. */
export function silence(p: Process, ...fds: readonly number[]): void {
  const nowhere = p.fs.open('/dev/null', { write: true });
  for (const fd of fds) p.io.dup2(nowhere, fd);
  p.io.close(nowhere);
}
