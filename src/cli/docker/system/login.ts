import { connect } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { fromBytes, type Step } from '../../../engine/kernel/index.ts';
import { DEFAULT_DOMAIN } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { HUB_SERVER } from '../hub-server.ts';
import { type Credentials, configPath, storeCredentials, storedCredentials } from './client-config.ts';

const SETTINGS = 'https://app.docker.com/settings';

/** `docker login`. Source: docker/cli cli/command/registry/login.go, cli/command/registry.go PromptUserForCredentials. */
export const login: Command = {
  paths: ['login'],
  *run(context, flags, args) {
    let username = flags.string('username');
    let password = flags.string('password');
    if (password !== '') yield* context.err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
    if (flags.bool('password-stdin')) {
      if (password !== '') return yield* refuse(context, '--password and --password-stdin are mutually exclusive');
      if (username === '') return yield* refuse(context, 'Must provide --username with --password-stdin');
      password = fromBytes(yield* context.process.readAll(0)).replace(/\r?\n$/, '');
    }
    const server = args[0] === undefined || args[0] === DEFAULT_DOMAIN ? HUB_SERVER : args[0];
    const stored = username === '' && password === '' ? storedCredentials(context, hostOf(server)) : undefined;
    if (stored !== undefined) {
      yield* context.out(`Authenticating with existing credentials... [Username: ${stored.username}]\n`);
      yield* context.out("\ni Info → To login with a different account, run 'docker logout' followed by 'docker login'\n\n\n");
      return yield* logInTo(context, server, stored);
    }
    if ((username === '' || password === '') && !context.process.isatty(0))
      return yield* refuse(context, 'Error: Cannot perform an interactive login from a non TTY device');
    if (server === HUB_SERVER && username === '' && password === '') return yield* webLogin(context);
    if (username === '') username = yield* ask(context, 'Username: ');
    if (username === '') return yield* refuse(context, 'Error: Non-null Username Required');
    if (password === '') {
      yield* context.err(
        `\ni Info → A Personal Access Token (PAT) can be used instead.\n         To create a PAT, visit ${SETTINGS}\n         \n         \n`,
      );
      password = yield* ask(context, 'Password: ');
      yield* context.out('\n');
    }
    if (password === '') return yield* refuse(context, 'Error: Password Required');
    return yield* logInTo(context, server, { username, password });
  },
};

function* refuse(context: Context, message: string): Step<number> {
  yield* context.err(`${message}\n`);
  return 1;
}

/** A page of Docker's where the login would go on is not there: nothing is sent anywhere. */
function* webLogin(context: Context): Step<number> {
  yield* context.err(
    "\nUSING WEB-BASED LOGIN\n\ni Info → To sign in with credentials on the command line, use 'docker login -u <username>'\n         \n\n",
  );
  yield* context.err('strata: the web page for this is not simulated\n');
  return 1;
}

/** A line that is typed. */
function* ask(context: Context, prompt: string): Step<string> {
  yield* context.out(prompt);
  let line = '';
  while (!line.includes('\n')) {
    const bytes = yield* context.process.read(0, 1);
    if (bytes.length === 0) break;
    line += fromBytes(bytes);
  }
  return line.trim();
}

/** The name that a registry has in the client's configuration (cli/config/credentials ConvertToHostname). */
export const hostOf = (server: string): string => (server === HUB_SERVER ? server : server.replace(/^https?:\/\//, '').split('/')[0]!);

function* logInTo(context: Context, server: string, credentials: Credentials): Step<number> {
  const { daemon } = context;
  try {
    if (server === HUB_SERVER) yield* logInToHub(context, credentials);
    else {
      daemon.credentials = (name) => (name === hostOf(server) ? credentials : undefined);
      yield* connect(daemon, hostOf(server));
    }
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    yield* context.err(`${daemonError(error)}\n`);
    return 1;
  }
  storeCredentials(context, hostOf(server), credentials);
  yield* context.err(
    `\nWARNING! Your credentials are stored unencrypted in '${configPath(context)}'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`,
  );
  yield* context.out('Login Succeeded\n');
  return 0;
}

function* logInToHub(context: Context, { username, password }: Credentials): Step<void> {
  const { daemon } = context;
  yield* connect(daemon, DEFAULT_DOMAIN);
  const hub = yield* daemon.network.hub!.open();
  yield* hub.logIn(username, password);
}
