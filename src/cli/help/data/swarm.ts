// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const swarm: readonly CommandRecord[] = [
  {
    path: 'swarm',
    usage: 'docker swarm COMMAND',
    description: 'Manage Swarm',
    sections: [
      {
        title: 'Commands',
        items: [
          ['init', 'Initialize a swarm'],
          ['join', 'Join a swarm as a node and/or manager'],
        ],
      },
    ],
    footer: "Run 'docker swarm COMMAND --help' for more information on a command.",
  },
  {
    path: 'swarm init',
    usage: 'docker swarm init [OPTIONS]',
    description: 'Initialize a swarm',
    flags: [
      { name: 'advertise-addr', type: 'string', usage: 'Advertised address (format: "<ip|interface>[:port]")' },
      { name: 'autolock', type: 'bool', usage: 'Enable manager autolocking (requiring an unlock key to start a stopped manager)' },
      { name: 'availability', type: 'string', default: 'active', usage: 'Availability of the node ("active", "pause", "drain")' },
      { name: 'cert-expiry', type: 'duration', default: '2160h0m0s', usage: 'Validity period for node certificates (ns|us|ms|s|m|h)' },
      { name: 'data-path-addr', type: 'string', usage: 'Address or interface to use for data path traffic (format: "<ip|interface>")' },
      {
        name: 'data-path-port',
        type: 'uint32',
        usage:
          'Port number to use for data path traffic (1024 - 49151). If no value is set or is set to 0, the default port (4789) is used.',
      },
      { name: 'default-addr-pool', type: 'ipNetSlice', default: '[]', usage: 'default address pool in CIDR format' },
      { name: 'default-addr-pool-mask-length', type: 'uint32', default: '24', usage: 'default address pool subnet mask length' },
      { name: 'dispatcher-heartbeat', type: 'duration', default: '5s', usage: 'Dispatcher heartbeat period (ns|us|ms|s|m|h)' },
      { name: 'external-ca', type: 'external-ca', usage: 'Specifications of one or more certificate signing endpoints' },
      { name: 'force-new-cluster', type: 'bool', usage: 'Force create a new cluster from current state' },
      { name: 'listen-addr', type: 'node-addr', default: '0.0.0.0:2377', usage: 'Listen address (format: "<ip|interface>[:port]")' },
      { name: 'max-snapshots', type: 'uint', usage: 'Number of additional Raft snapshots to retain' },
      { name: 'snapshot-interval', type: 'uint', default: '10000', usage: 'Number of log entries between Raft snapshots' },
      { name: 'task-history-limit', type: 'int', default: '5', usage: 'Task history retention limit' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'swarm join',
    usage: 'docker swarm join [OPTIONS] HOST:PORT',
    description: 'Join a swarm as a node and/or manager',
    flags: [
      { name: 'advertise-addr', type: 'string', usage: 'Advertised address (format: "<ip|interface>[:port]")' },
      { name: 'availability', type: 'string', default: 'active', usage: 'Availability of the node ("active", "pause", "drain")' },
      { name: 'data-path-addr', type: 'string', usage: 'Address or interface to use for data path traffic (format: "<ip|interface>")' },
      { name: 'listen-addr', type: 'node-addr', default: '0.0.0.0:2377', usage: 'Listen address (format: "<ip|interface>[:port]")' },
      { name: 'token', type: 'string', usage: 'Token for entry into the swarm' },
    ],
    args: { kind: 'exact', n: 1 },
  },
];
