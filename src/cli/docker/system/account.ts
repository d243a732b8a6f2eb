import { connect, dialError } from '../../../engine/daemon/image/index.ts';
import { DEFAULT_DOMAIN } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';

const INDEX = 'https://index.docker.io/v1/';

/** `docker search`: the index of Docker Hub is not part of the simulated network. */
export const search: Command = {
  paths: ['search'],
  *run(context, flags, args) {
    const query = `https://index.docker.io/v1/search?q=${encodeURIComponent(args[0]!)}&n=${flags.int('limit') || 25}`;
    yield* context.err(`Error response from daemon: Get ${JSON.stringify(query)}: ${dialError('index.docker.io')}\n`);
    return 1;
  },
};

/** `docker login`: registries of the simulated network ask nobody who they are. */
export const login: Command = {
  paths: ['login'],
  *run(context, flags, args) {
    const server = args[0] ?? DEFAULT_DOMAIN;
    if (flags.string('username') === '' || (flags.string('password') === '' && !flags.bool('password-stdin'))) {
      yield* context.err('Error: Cannot perform an interactive login from a non TTY device\n');
      return 1;
    }
    if (flags.string('password') !== '') yield* context.err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
    connect(context.daemon, server);
    yield* context.out('Login Succeeded\n');
    return 0;
  },
};

/** `docker logout`. */
export const logout: Command = {
  paths: ['logout'],
  *run(context, _flags, args) {
    yield* context.out(`Removing login credentials for ${args[0] ?? INDEX}\n`);
    return 0;
  },
};
