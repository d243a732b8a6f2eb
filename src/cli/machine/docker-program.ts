import type { Daemon } from '../../engine/daemon/index.ts';
import { decodeText, LoadError, load, type Process, type Program } from '../../engine/kernel/index.ts';

/** The docker command line is fetched when it is first called. */
export const dockerCommandLine = async (): Promise<typeof import('../docker/main.ts')> => import('../docker/main.ts');

/** The `docker` program of hosts whose engine `engineOf` finds; `onDocker` hears the words after `docker` each time it is called. */
export function lazyDocker(engineOf: (process: Process) => Daemon | undefined, onDocker?: (argv: readonly string[]) => void): Program {
  return function* docker(process) {
    onDocker?.(process.argv.slice(1).map(decodeText));
    try {
      const { dockerProgram } = yield* load(dockerCommandLine);
      return yield* dockerProgram(engineOf)(process);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      yield* process.write(2, `strata: docker could not be loaded: ${error.message}\n`);
      return 126;
    }
  };
}
