import type { HostConfig } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { containerCapabilities } from '../../runtime/index.ts';

/** What root may do in a container. */
export function privilegesOf({ CapAdd = [], CapDrop = [], Privileged, SecurityOpt = [] }: HostConfig): {
  readonly capabilities: ReadonlySet<string>;
  readonly noNewPrivileges: boolean;
} {
  return { capabilities: containerCapabilities(CapAdd, CapDrop, Privileged), noNewPrivileges: noNewPrivileges(SecurityOpt) };
}

const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

function noNewPrivileges(options: readonly string[]): boolean {
  let on = false;
  for (const option of options) {
    const [name, value] = split(option);
    if (name === 'no-new-privileges') on = value === undefined || TRUE.includes(value);
  }
  return on;
}

const split = (option: string): [name: string, value: string | undefined] => {
  const at = option.includes('=') ? option.indexOf('=') : option.indexOf(':');
  return at < 0 ? [option, undefined] : [option.slice(0, at), option.slice(at + 1)];
};

/** Throws DockerError for a `--security-opt` that does not exist. Source: moby daemon/daemon_unix.go parseSecurityOpt. */
export function verifySecurityOptions(options: readonly string[]): void {
  for (const option of options) {
    const [name, value] = split(option);
    if (value === undefined) {
      if (name === 'no-new-privileges' || name === 'disable') continue;
      throw new DockerError('InvalidArgument', `invalid --security-opt 1: ${JSON.stringify(option)}`);
    }
    const flag = name === 'no-new-privileges' || name === 'writable-cgroups';
    if (flag ? [...TRUE, ...FALSE].includes(value) : ['label', 'apparmor', 'seccomp'].includes(name)) continue;
    throw new DockerError('InvalidArgument', `invalid --security-opt 2: ${JSON.stringify(option)}`);
  }
}
