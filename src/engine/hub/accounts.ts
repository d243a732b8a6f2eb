import type { Daemon } from '../daemon/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import type { Hub } from './hub.ts';

/** The name of Docker Hub in a client's config.json. */
export const HUB_SERVER = 'https://index.docker.io/v1/';

/** The account that a client's credentials open; undefined for none or wrong ones. */
export function accountOf(hub: Hub, daemon: Daemon): string | undefined {
  const given = daemon.credentials?.(HUB_SERVER);
  if (given === undefined) return undefined;
  return hub.state.accounts?.[given.username] === given.password ? given.username : undefined;
}

/** Who may push: only an account, and only to its own namespace. */
export const mayWrite = (_hub: Hub, account: string | undefined, path: string): boolean =>
  account !== undefined && path.startsWith(`${account}/`);

/**
 * Checks a name and password. Where accounts are open to all, a new name becomes one with this password, unless the catalogue has
 * repositories of that name. Throws DockerError with the text of Docker Hub's refusal.
 */
export function* logIn(hub: Hub, username: string, password: string): Step<void> {
  const { accounts = {}, open = true } = hub.state;
  const known = Object.hasOwn(accounts, username) ? accounts[username] : undefined;
  const refused = new DockerError(
    'Unauthenticated',
    'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
  );
  if (known !== undefined) {
    if (known !== password) throw refused;
    return;
  }
  const taken = (yield* hub.entries()).some(({ name }) => name.startsWith(`${username}/`)) || username === 'library';
  if (!open || taken || password === '' || !/^[a-z0-9]{4,30}$/.test(username)) throw refused;
  hub.state = { ...hub.state, accounts: { ...accounts, [username]: password } };
}
