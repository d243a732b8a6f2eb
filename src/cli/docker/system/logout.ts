import type { Command } from '../command.ts';
import { HUB_SERVER } from '../hub-server.ts';
import { eraseCredentials } from './client-config.ts';
import { hostOf } from './login.ts';

/** `docker logout`. Source: docker/cli cli/command/registry/logout.go. */
export const logout: Command = {
  paths: ['logout'],
  *run(context, _flags, args) {
    const server = args[0] === undefined || args[0] === '' ? HUB_SERVER : args[0];
    const host = hostOf(server);
    yield* context.out(`Removing login credentials for ${host}\n`);
    eraseCredentials(context, [server, host, `http://${host}`, `https://${host}`]);
    return 0;
  },
};
