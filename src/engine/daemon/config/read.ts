import { DIRECTIVES, GO_TYPE } from './directives.ts';
import { goJsonProblem } from './go-json.ts';

/** What of daemon.json has effect here; everything else that Docker knows is accepted and changes nothing. */
export interface DaemonConfig {
  readonly insecureRegistries: readonly string[];
  readonly registryMirrors: readonly string[];
  readonly debug: boolean;
  /** All that the file says, as written. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export const defaultConfig: DaemonConfig = { insecureRegistries: [], registryMirrors: [], debug: false, settings: {} };

/** What is wrong with a configuration file, as dockerd words it. */
export class ConfigProblem extends Error {}

/** Reads the text of daemon.json. Throws ConfigProblem with dockerd's words. Source: moby daemon/config/config.go getConflictFreeConfiguration, Validate. */
export function readDaemonConfig(text: string): DaemonConfig {
  if (text.trim() === '') return defaultConfig;
  const problem = goJsonProblem(text);
  if (problem !== undefined) throw new ConfigProblem(`invalid JSON: ${problem}`);
  const value: unknown = JSON.parse(text);
  if (value === null) return defaultConfig;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new ConfigProblem(`invalid JSON: json: cannot unmarshal ${goKind(value)} into Go value of type map[string]interface {}`);
  const settings = value as Readonly<Record<string, unknown>>;
  const unknown = unknownDirectives(settings);
  if (unknown.length > 0) throw new ConfigProblem(`the following directives don't match any configuration option: ${unknown.join(', ')}`);
  for (const [name, setting] of Object.entries(settings)) checkType(name, setting);
  return validated(settings);
}

/** Go reports the names inside an object that stands where none belongs. */
function unknownDirectives(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings)
    .flatMap(([name, value]) => {
      const kind = DIRECTIVES.get(name);
      if (kind === 'map' || kind === 'struct') return [];
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) return Object.keys(value);
      return kind === undefined ? [name] : [];
    })
    .sort();
}

function checkType(name: string, value: unknown): void {
  const kind = DIRECTIVES.get(name);
  if (kind === undefined || value === null) return;
  const bad = (type = GO_TYPE[kind], what = goKind(value)): never => {
    throw new ConfigProblem(`invalid JSON: json: cannot unmarshal ${what} into Go struct field Config.${name} of type ${type}`);
  };
  if (kind === 'string' && typeof value !== 'string') bad();
  if (kind === 'bool' && typeof value !== 'boolean') bad();
  if (kind === 'int' || kind === 'int64') {
    if (typeof value !== 'number') bad();
    else if (!Number.isInteger(value)) bad(GO_TYPE[kind], `number ${value}`);
  }
  if (kind === 'ip' && typeof value !== 'string') bad();
  if (kind === 'strings' || kind === 'ips') {
    const items: readonly unknown[] = Array.isArray(value) ? value : bad();
    const wrong = items.findIndex((item) => typeof item !== 'string');
    if (wrong >= 0)
      throw new ConfigProblem(`invalid JSON: json: cannot unmarshal ${goKind(items[wrong])} into Config.${name}.${wrong} of type string`);
  }
  if (kind === 'ip' || kind === 'ips')
    for (const address of [value].flat())
      if (!isAddress(String(address))) throw new ConfigProblem(`invalid JSON: invalid IP address: ${String(address)}`);
  if (name === 'features')
    for (const [feature, on] of Object.entries(value as object))
      if (typeof on !== 'boolean')
        throw new ConfigProblem(
          `invalid JSON: json: cannot unmarshal ${goKind(on)} into Go struct field Config.features.${feature} of type bool`,
        );
}

const isAddress = (text: string): boolean =>
  (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256)) ||
  /^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$/.test(text);

function goKind(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value === 'boolean' ? 'bool' : typeof value;
}

const FAILED = 'merged configuration validation from file and command line flags failed: ';

function validated(settings: Readonly<Record<string, unknown>>): DaemonConfig {
  const level = settings['log-level'];
  if (typeof level === 'string' && level !== '' && !/^(?:debug|info|warn|warning|error|fatal|panic|trace)$/i.test(level))
    throw new ConfigProblem(`${FAILED}invalid logging level: ${level}`);
  for (const label of (settings.labels as string[] | undefined) ?? [])
    if (!label.includes('=')) throw new ConfigProblem(`${FAILED}bad attribute format: ${label}`);
  for (const [name, words] of [
    ['max-concurrent-downloads', 'max concurrent downloads'],
    ['max-concurrent-uploads', 'max concurrent uploads'],
  ] as const) {
    const count = settings[name];
    if (typeof count === 'number' && count < 0) throw new ConfigProblem(`${FAILED}invalid ${words}: ${count}`);
  }
  const mirrors = ((settings['registry-mirrors'] as string[] | undefined) ?? []).map(mirror);
  return {
    insecureRegistries: ((settings['insecure-registries'] as string[] | undefined) ?? []).map((one) => one.replace(/^https?:\/\//i, '')),
    registryMirrors: mirrors,
    debug: settings.debug === true,
    settings,
  };
}

/** A mirror's address with a slash at its end (moby registry/config.go ValidateMirror). */
function mirror(text: string): string {
  const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\/(.*)$/.exec(text) ?? [];
  const fail = (what: string): never => {
    throw new ConfigProblem(`${FAILED}invalid mirror: ${what}`);
  };
  if (scheme === undefined) return fail(`no scheme specified for ${JSON.stringify(text)}: must use either 'https://' or 'http://'`);
  if (scheme !== 'http' && scheme !== 'https')
    return fail(`unsupported scheme ${JSON.stringify(scheme)} in ${JSON.stringify(text)}: must use either 'https://' or 'http://'`);
  if (/[?#]/.test(rest)) return fail(`query or fragment at end of the URI ${JSON.stringify(text)}`);
  const user = /^([^/@:]*):[^/@]*@/.exec(rest);
  if (user !== null)
    return fail(`username/password not allowed in URI ${JSON.stringify(`${scheme}://${user[1]}:xxxxx@${rest.slice(user[0].length)}`)}`);
  return `${text.replace(/\/+$/, '')}/`;
}
