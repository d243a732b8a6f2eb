import { parse } from 'yaml';
import { fromBytes, type Process, SysError } from '../../kernel/index.ts';

/** What of the configuration has effect here. */
export interface RegistryConfig {
  readonly root: string;
  readonly port: number;
  readonly address: string;
  readonly deleteEnabled: boolean;
  readonly readonly: boolean;
  /** The registry that this one stands before. */
  readonly remoteUrl: string | undefined;
}

/** What is wrong with the configuration, as the program prints it. */
export class ConfigError extends Error {}

/** Settings of the original that change what it does and have no effect here: refused by name. */
const NOT_SIMULATED: readonly (readonly string[])[] = [
  ['auth'],
  ['http', 'tls', 'certificate'],
  ['http', 'tls', 'letsencrypt'],
  ['notifications', 'endpoints'],
  ['storage', 's3'],
  ['storage', 'azure'],
  ['storage', 'gcs'],
  ['storage', 'swift'],
];

type Settings = { [key: string]: unknown };

/**
 * Reads a configuration file; variables `REGISTRY_A_B` stand for `a: {b: …}` over what it says. Throws ConfigError. Source:
 * distribution configuration/configuration.go, parser.go.
 */
export function readConfig(p: Process, path: string): RegistryConfig {
  const settings = fileSettings(p, path);
  for (const [name, value] of p.env) if (name.startsWith('REGISTRY_')) override(settings, name.slice('REGISTRY_'.length), value);
  if (at(settings, ['version']) === undefined) throw new ConfigError(`error parsing ${path}: Unsupported version: ""`);
  if (at(settings, ['storage']) === undefined) throw new ConfigError(`error parsing ${path}: no storage configuration provided`);
  for (const keys of NOT_SIMULATED)
    if (at(settings, keys) !== undefined) throw new ConfigError(`strata: the registry's "${keys.join('.')}" is not simulated`);
  const remote = at(settings, ['proxy', 'remoteurl']);
  const remoteUrl = remote === undefined ? undefined : String(remote);
  const [, address = '', port = ''] = /^(.*):(\d+)$/.exec(String(at(settings, ['http', 'addr']) ?? ':5000')) ?? [];
  if (port === '') throw new ConfigError(`listen tcp: address ${String(at(settings, ['http', 'addr']))}: missing port in address`);
  return {
    root: String(at(settings, ['storage', 'filesystem', 'rootdirectory']) ?? '/var/lib/registry'),
    port: Number(port),
    address: address === '' || address === 'localhost' ? (address === '' ? '0.0.0.0' : '127.0.0.1') : address,
    deleteEnabled: isTrue(at(settings, ['storage', 'delete', 'enabled'])),
    readonly: isTrue(at(settings, ['storage', 'maintenance', 'readonly', 'enabled'])) || remoteUrl !== undefined,
    remoteUrl,
  };
}

const isTrue = (value: unknown): boolean => value === true || (typeof value === 'string' && /^(?:true|1|t)$/i.test(value));

function fileSettings(p: Process, path: string): Settings {
  let text: string;
  try {
    text = fromBytes(p.fs.readFile(path, 1024 * 1024));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new ConfigError(`open ${path}: ${error.message.toLowerCase()}`);
  }
  try {
    const value: unknown = parse(text);
    if (isSettings(value)) return value;
  } catch (error) {
    throw new ConfigError(`error parsing ${path}: yaml: ${error instanceof Error ? error.message.split('\n')[0] : ''}`);
  }
  throw new ConfigError(`error parsing ${path}: Unsupported version: ""`);
}

const isSettings = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value);

function at(settings: Settings, keys: readonly string[]): unknown {
  let value: unknown = settings;
  for (const key of keys) value = isSettings(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value ?? undefined;
}

function override(settings: Settings, name: string, value: string): void {
  const keys = name.toLowerCase().split('_');
  if (keys.some((key) => key === '' || key === '__proto__')) return;
  let inside = settings;
  for (const key of keys.slice(0, -1)) {
    const next = Object.hasOwn(inside, key) ? inside[key] : undefined;
    const made: Settings = isSettings(next) ? next : {};
    inside[key] = made;
    inside = made;
  }
  inside[keys.at(-1)!] = value;
}
