import type { Daemon } from '../../engine/daemon/index.ts';
import { LoadError, load, type Process, type Program } from '../../engine/kernel/index.ts';

/** The docker command line is fetched when it is first called. */
export const dockerCommandLine = async (): Promise<typeof import('../docker/main.ts')> => import('../docker/main.ts');

/** The `docker` program of hosts whose engine `engineOf` finds. */
export function lazyDocker(engineOf: (process: Process) => Daemon | undefined): Program {
  return function* docker(process) {
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
