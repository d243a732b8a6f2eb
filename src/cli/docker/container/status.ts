import type { Container } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { humanDuration } from '../../format/duration.ts';
import { goQuote } from '../../format/quote.ts';

/** What `docker ps` says under STATUS. Source: moby container/state.go String, daemon/list.go. */
export function statusText(daemon: Daemon, { state }: Container): string {
  const since = (time: number | undefined): string => humanDuration(Math.max(0, daemon.now() - (time ?? 0)));
  switch (state.status) {
    case 'running':
      return `Up ${since(state.startedAt)}${healthText(state.health?.Status)}`;
    case 'paused':
      return `Up ${since(state.startedAt)} (Paused)`;
    case 'restarting':
      return `Restarting (${state.exitCode}) ${since(state.finishedAt)} ago`;
    case 'removing':
      return 'Removal In Progress';
    case 'dead':
      return 'Dead';
    case 'created':
      return 'Created';
    default:
      return state.finishedAt === undefined ? '' : `Exited (${state.exitCode}) ${since(state.finishedAt)} ago`;
  }
}

const healthText = (status: string | undefined): string =>
  status === undefined ? '' : status === 'starting' ? ' (health: starting)' : ` (${status})`;

/** What `docker ps` says under COMMAND, before it is shortened: path and arguments, those with blanks quoted. */
export function commandText({ path, args }: Container): string {
  const quoted = args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg));
  return [path, ...quoted].join(' ');
}

/** The command as a column shows it: shortened to 20 characters unless all of it is asked for, in Go quotes. */
export function commandColumn(text: string, whole: boolean, ellipsis: (text: string, width: number) => string): string {
  return goQuote(whole ? text : ellipsis(text, 20));
}
