import type { HostConfig } from '../../../engine/container/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { ramInBytes } from '../../format/index.ts';
import { OptionError } from './option-error.ts';

/** `--restart`. Throws OptionError for what is not `name[:count]`. Source: docker/cli opts/parse.go. */
export function restartPolicy(text: string): HostConfig['RestartPolicy'] {
  if (text === '') return { Name: 'no', MaximumRetryCount: 0 };
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const count = colon < 0 ? '' : text.slice(colon + 1);
  if (colon >= 0 && name === '') throw new OptionError('invalid restart policy format: no policy provided before colon');
  if (count !== '' && !/^[+-]?\d+$/.test(count))
    throw new OptionError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name, MaximumRetryCount: Number(count) };
}

/** `--log-driver` and `--log-opt`. */
export function loggingOptions(flags: ParsedFlags): HostConfig['LogConfig'] {
  const driver = flags.string('log-driver');
  const options = flags.map('log-opt');
  if (driver === 'none' && options.size > 0) throw new OptionError('invalid logging opts for driver none');
  return { Type: driver === '' ? 'json-file' : driver, Config: Object.fromEntries(options) };
}

/** `--ulimit type=soft[:hard]`, checked when it was read. */
function parseUlimit(text: string): { Name: string; Hard: number; Soft: number } {
  const [name = '', limits = ''] = text.split('=');
  const [soft = '', hard = soft] = limits.split(':');
  return { Name: name, Hard: Number(hard), Soft: Number(soft) };
}

/** `--device-read-bps` and its like, checked when they were read: `PATH:RATE`. */
export function deviceRates(list: readonly string[]): { Path: string; Rate: number }[] {
  return list.map((text) => {
    const at = text.lastIndexOf(':');
    return { Path: text.slice(0, at), Rate: Number(ramInBytes(text.slice(at + 1))) };
  });
}

/** Every `--ulimit`, the last of a kind winning, sorted by name. Source: docker/cli opts/ulimit.go GetList. */
export function ulimits(list: readonly string[]): { Name: string; Hard: number; Soft: number }[] {
  const byName = new Map(list.map(parseUlimit).map((limit) => [limit.Name, limit]));
  return [...byName.values()].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

/** `--security-opt`; a seccomp profile must be there to read. */
export function securityOptions(context: Context, list: readonly string[]): string[] {
  return list.map((item) => {
    const at = item.search(/[=:]/);
    const value = at < 0 ? '' : item.slice(at + 1);
    if (at < 0 && item !== 'no-new-privileges') throw new OptionError(`Invalid --security-opt: ${JSON.stringify(item)}`);
    if (item.slice(0, at) === 'seccomp' && value !== 'unconfined' && value !== 'builtin') {
      try {
        context.process.fs.readFile(encodeText(value));
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new OptionError(`opening seccomp profile (${value}) failed: open ${value}: ${error.message.toLowerCase()}`);
      }
    }
    return item;
  });
}
