// What a host has beside docker to look after its engine: systemctl, service, journalctl, dockerd --validate, and ssh to its neighbour.
// Knows the engine as a service and the other machines; refuses to know containers and images.
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { Namespace, Process, Program } from '../../../engine/kernel/index.ts';
import { dockerd } from './dockerd.ts';
import { journalctl, service, systemctl } from './service-manager.ts';
import { ssh } from './ssh.ts';

export interface Hosts {
  engineOf(process: Process): Daemon | undefined;
  machineNamed(name: string): Namespace | undefined;
}

/** The programs by the names that executables carry. */
export const hostPrograms = ({ engineOf, machineNamed }: Hosts) =>
  ({
    dockerd,
    journalctl: journalctl(engineOf),
    service: service(engineOf),
    ssh: ssh(machineNamed),
    systemctl: systemctl(engineOf),
  }) satisfies Readonly<Record<string, Program>>;
