import { encodeText, type Process, type Run, SIGNALS, type Step, SysError, toBytes } from '../../kernel/index.ts';
import { Fibers } from '../service/index.ts';

/** A database server as a lesson sees it: it begins, listens, and ends when it is told. */
export interface Service {
  readonly port: number;
  /** What a client gets who speaks another protocol than the greeting: the greeting, and then the end. */
  readonly greeting: string;
  begin(): Step<void>;
  refuse(error: SysError): Step<void>;
  end(signal: number): Step<void>;
}

/** Listens until TERM, INT or QUIT. Queries are not simulated: a connection gets the greeting and is closed when it has said something. */
export function* serve(p: Process, service: Service): Run {
  for (const signal of [SIGNALS.TERM, SIGNALS.INT, SIGNALS.QUIT]) p.setDisposition(signal, 'catch');
  for (const signal of [SIGNALS.HUP, SIGNALS.PIPE]) p.setDisposition(signal, 'ignore');
  let fd: number;
  try {
    fd = p.net.listen(service.port);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* service.refuse(error);
    return 1;
  }
  yield* service.begin();
  const fibers = new Fibers(p);
  let ending: number | undefined;
  const talk = function* (client: number): Step<void> {
    try {
      if (service.greeting !== '') yield* p.write(client, service.greeting);
      yield* p.read(client);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    } finally {
      p.io.close(client);
    }
  };
  fibers.start(
    (function* (): Step<void> {
      for (;;) fibers.start(talk((yield* p.net.accept(fd)).fd));
    })(),
  );
  yield* fibers.run(
    () => ending !== undefined,
    (signal) => {
      ending = signal;
    },
  );
  p.io.close(fd);
  yield* service.end(ending!);
  return 0;
}

/** Whether somebody listens there. */
export function* answers(p: Process, host: string, port: number): Step<boolean> {
  const address = yield* p.net.resolve(host);
  if (address === undefined) return false;
  try {
    p.io.close(yield* p.net.connect(address, port, p.now() + 3));
    return true;
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

/** Makes directories and files below a data directory; those that are there stay. Throws SysError. */
export function makeData(p: Process, dir: string, names: readonly string[]): void {
  for (const name of names) {
    const path = encodeText(`${dir}/${name}`);
    if (p.fs.exists(path)) continue;
    if (name.endsWith('/')) p.fs.mkdir(path.replace(/\/$/, ''), 0o750);
    else p.fs.writeFile(path, toBytes(`${name}\n`));
  }
}

/** The value of `--name=value`, `--name value` or a short option. */
export function optionOf(args: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries())
    for (const name of names) {
      if (arg === name) return args[index + 1];
      if (name.startsWith('--') && arg.startsWith(`${name}=`)) return arg.slice(name.length + 1);
      if (!name.startsWith('--') && arg.startsWith(name) && arg.length > 2) return arg.slice(2);
    }
  return undefined;
}
/** Says that a client's query is not simulated. */
export function* noQueries(p: Process, name: string): Run {
  yield* p.write(2, `strata: ${name}: queries are not simulated\n`);
  return 1;
}
