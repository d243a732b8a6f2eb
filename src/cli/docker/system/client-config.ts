import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import { readBody } from '../../../engine/tree/index.ts';
import type { Context } from '../../command.ts';
import { configDir } from '../config-dir.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

type Config = Record<string, unknown> & { auths?: Record<string, { auth?: string }> };

/** The path of the client's config.json. */
export const configPath = (context: Context): string => `${configDir(context)}/config.json`;

/** The client's configuration; empty when there is no file, or none that can be read. */
function readConfig(context: Context): Config {
  try {
    const { inode } = context.process.fs.stat(encodeText(configPath(context)));
    return inode.kind === 'file' ? (JSON.parse(new TextDecoder().decode(readBody(inode.body))) as Config) : {};
  } catch (error) {
    if (error instanceof SysError || error instanceof SyntaxError) return {};
    throw error;
  }
}

function writeConfig(context: Context, config: Config): void {
  const { fs, io } = context.process;
  let at = '';
  for (const part of configDir(context).split('/').slice(1)) {
    at += `/${part}`;
    if (!fs.exists(encodeText(at))) fs.mkdir(encodeText(at), 0o700);
  }
  const fd = fs.open(encodeText(configPath(context)), { write: true, create: true, truncate: true }, 0o600);
  io.at(fd).write(new TextEncoder().encode(JSON.stringify(config, undefined, '\t')), context.daemon.now());
  io.close(fd);
}

/** What the client has for a registry; undefined when it is not logged in there. */
export function storedCredentials(context: Context, server: string): Credentials | undefined {
  const auth = readConfig(context).auths?.[server]?.auth;
  if (auth === undefined) return undefined;
  const text = decodeBase64(auth);
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Writes a registry's credentials, readable by anyone who can read the file. Source: docker/cli cli/config/credentials/file_store.go. */
export function storeCredentials(context: Context, server: string, { username, password }: Credentials): void {
  const config = readConfig(context);
  const auths = { ...config.auths, [server]: { auth: encodeBase64(`${username}:${password}`) } };
  writeConfig(context, { ...config, auths: Object.fromEntries(Object.entries(auths).sort(([a], [b]) => (a < b ? -1 : 1))) });
}

/** Forgets a registry's credentials. */
export function eraseCredentials(context: Context, servers: readonly string[]): void {
  const config = readConfig(context);
  if (config.auths === undefined) return;
  const kept = Object.entries(config.auths).filter(([server]) => !servers.includes(server));
  writeConfig(context, { ...config, auths: Object.fromEntries(kept) });
}

const encodeBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  } catch {
    return '';
  }
}
