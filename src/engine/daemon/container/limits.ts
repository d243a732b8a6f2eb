import type { HostConfig } from '../../container/index.ts';
import type { Namespace } from '../../kernel/index.ts';

/** What a container's processes may take together: bytes of memory, processes, and the resource limits of `--ulimit`. */
export function limitsOf({ Memory, PidsLimit, Ulimits }: HostConfig): Namespace['limits'] {
  return {
    ...(Memory > 0 ? { memory: Memory } : {}),
    ...(PidsLimit !== undefined && PidsLimit > 0 ? { processes: PidsLimit } : {}),
    ...(Ulimits === undefined || Ulimits.length === 0
      ? {}
      : { resources: new Map(Ulimits.map(({ Name, Soft, Hard }) => [Name, { soft: Soft, hard: Hard }])) }),
  };
}
