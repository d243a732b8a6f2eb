import { profileFacts } from '../../engine/profile/index.ts';
import type { Context } from '../command.ts';

/** How `docker run` and `docker create` tell why they gave up, with a hint at the help. Source: docker/cli cmd/docker/docker.go; v20.10 cli/command/container/run.go reportError. */
export function failureText({ daemon }: Context, text: string, commandPath: string): string {
  if (profileFacts(daemon.state).release === '20.10') return `docker: ${text.replace(/\.$/, '')}.\nSee '${commandPath} --help'.\n`;
  return `docker: ${text}\n\nRun '${commandPath} --help' for more information\n`;
}
