import type { RunConfig } from '../engine/image/index.ts';

type Mutable = { -readonly [K in keyof RunConfig]: RunConfig[K] };

const SHELL = ['/bin/sh', '-c'];

/** The words of a line that may be quoted: `A=b "C=d e"`. */
function words(text: string): string[] {
  const out: string[] = [];
  for (const [, quoted, plain] of text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)) out.push(quoted ?? plain ?? '');
  return out;
}

const list = (argument: string): string[] => (argument.startsWith('[') ? (JSON.parse(argument) as string[]) : [...SHELL, argument]);
const shown = (items: readonly string[]): string => `[${items.map((item) => JSON.stringify(item)).join(' ')}]`;

/** `KEY=VALUE`, the value as it stands up to the end. */
function pair(argument: string): [key: string, value: string] {
  const equals = argument.indexOf('=');
  return [argument.slice(0, equals), argument.slice(equals + 1)];
}

const withEnv = (env: readonly string[], [key, value]: readonly [string, string]): string[] => {
  const at = env.findIndex((each) => each.startsWith(`${key}=`));
  return at < 0 ? [...env, `${key}=${value}`] : env.with(at, `${key}=${value}`);
};

/**
 * What an instruction without a layer does to a config, and the text that its history row has after the builder's own beginning.
 * Throws on one it does not know.
 */
export function instruct(config: RunConfig, line: string, buildkit: boolean): { config: RunConfig; by: string } {
  const [, keyword = '', argument = ''] = /^([A-Z]+)\s+(.*)$/s.exec(line) ?? [];
  const next: Mutable = { ...config };
  let by = line;
  switch (keyword) {
    case 'ENV':
      next.Env = withEnv(config.Env ?? [], pair(argument));
      break;
    case 'LABEL': {
      const [key, value] = pair(argument);
      next.Labels = { ...config.Labels, [key]: value };
      break;
    }
    case 'CMD':
      next.Cmd = list(argument);
      by = `CMD ${shown(next.Cmd)}`;
      break;
    case 'ENTRYPOINT':
      next.Entrypoint = list(argument);
      delete next.Cmd;
      by = `ENTRYPOINT ${shown(next.Entrypoint)}`;
      break;
    case 'EXPOSE': {
      const ports = words(argument).map((port) => (port.includes('/') ? port : `${port}/tcp`));
      next.ExposedPorts = { ...config.ExposedPorts, ...Object.fromEntries(ports.map((port) => [port, {}])) };
      by = buildkit
        ? `EXPOSE map[${ports
            .sort()
            .map((port) => `${port}:{}`)
            .join(' ')}]`
        : `EXPOSE ${argument}`;
      break;
    }
    case 'VOLUME': {
      const paths = argument.startsWith('[') ? (JSON.parse(argument) as string[]) : words(argument);
      next.Volumes = { ...config.Volumes, ...Object.fromEntries(paths.map((path) => [path, {}])) };
      by = `VOLUME [${paths.join(' ')}]`;
      break;
    }
    case 'WORKDIR':
      next.WorkingDir = argument;
      break;
    case 'USER':
      next.User = argument;
      break;
    case 'STOPSIGNAL':
      next.StopSignal = argument;
      break;
    case 'ARG':
    case 'MAINTAINER':
      break;
    default:
      throw new Error(`not an instruction without a layer: ${line}`);
  }
  return { config: next, by };
}
