// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const network: readonly CommandRecord[] = [
  {
    path: 'network',
    usage: 'docker network COMMAND',
    description: 'Manage networks',
    sections: [
      {
        title: 'Commands',
        items: [
          ['connect', 'Connect a container to a network'],
          ['create', 'Create a network'],
          ['disconnect', 'Disconnect a container from a network'],
          ['inspect', 'Display detailed information on one or more networks'],
          ['ls', 'List networks'],
          ['prune', 'Remove all unused networks'],
          ['rm', 'Remove one or more networks'],
        ],
      },
    ],
    footer: "Run 'docker network COMMAND --help' for more information on a command.",
  },
  {
    path: 'network connect',
    usage: 'docker network connect [OPTIONS] NETWORK CONTAINER',
    description: 'Connect a container to a network',
    flags: [
      { name: 'alias', type: 'strings', usage: 'Add network-scoped alias for the container' },
      { name: 'driver-opt', type: 'strings', usage: 'driver options for the network' },
      {
        name: 'gw-priority',
        type: 'int',
        usage: 'Highest gw-priority provides the default gateway. Accepts positive and negative values.',
      },
      { name: 'ip', type: 'string', usage: 'IPv4 address (e.g., "172.30.100.104")' },
      { name: 'ip6', type: 'string', usage: 'IPv6 address (e.g., "2001:db8::33")' },
      { name: 'link', type: 'list', usage: 'Add link to another container', check: 'link' },
      { name: 'link-local-ip', type: 'strings', usage: 'Add a link-local address for the container' },
    ],
    args: { kind: 'exact', n: 2 },
  },
  {
    path: 'network create',
    usage: 'docker network create [OPTIONS] NETWORK',
    description: 'Create a network',
    flags: [
      { name: 'attachable', type: 'bool', usage: 'Enable manual container attachment' },
      { name: 'aux-address', type: 'map', default: 'map[]', usage: 'Auxiliary IPv4 or IPv6 addresses used by Network driver' },
      { name: 'config-from', type: 'string', usage: 'The network from which to copy the configuration' },
      { name: 'config-only', type: 'bool', usage: 'Create a configuration only network' },
      { name: 'driver', short: 'd', type: 'string', default: 'bridge', usage: 'Driver to manage the Network' },
      { name: 'gateway', type: 'strings', usage: 'IPv4 or IPv6 Gateway for the master subnet' },
      { name: 'ingress', type: 'bool', usage: 'Create swarm routing-mesh network' },
      { name: 'internal', type: 'bool', usage: 'Restrict external access to the network' },
      { name: 'ip-range', type: 'strings', usage: 'Allocate container ip from a sub-range' },
      { name: 'ipam-driver', type: 'string', default: 'default', usage: 'IP Address Management Driver' },
      { name: 'ipam-opt', type: 'map', default: 'map[]', usage: 'Set IPAM driver specific options' },
      { name: 'ipv4', type: 'bool', default: 'true', usage: 'Enable or disable IPv4 address assignment' },
      { name: 'ipv6', type: 'bool', usage: 'Enable or disable IPv6 address assignment' },
      { name: 'label', type: 'list', usage: 'Set metadata on a network', check: 'label' },
      { name: 'opt', short: 'o', type: 'map', default: 'map[]', usage: 'Set driver specific options' },
      { name: 'scope', type: 'string', usage: "Control the network's scope" },
      { name: 'subnet', type: 'strings', usage: 'Subnet in CIDR format that represents a network segment' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'network disconnect',
    usage: 'docker network disconnect [OPTIONS] NETWORK CONTAINER',
    description: 'Disconnect a container from a network',
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the container to disconnect from a network' }],
    args: { kind: 'exact', n: 2 },
  },
  {
    path: 'network inspect',
    usage: 'docker network inspect [OPTIONS] NETWORK [NETWORK...]',
    description: 'Display detailed information on one or more networks',
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'verbose', short: 'v', type: 'bool', usage: 'Verbose output for diagnostics' },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'network ls',
    usage: 'docker network ls [OPTIONS]',
    description: 'List networks',
    aliases: ['docker network ls', 'docker network list'],
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "driver=bridge")' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'no-trunc', type: 'bool', usage: 'Do not truncate the output' },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display network IDs' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'network prune',
    usage: 'docker network prune [OPTIONS]',
    description: 'Remove all unused networks',
    flags: [
      { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "until=<timestamp>")' },
      { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'network rm',
    usage: 'docker network rm NETWORK [NETWORK...]',
    description: 'Remove one or more networks',
    aliases: ['docker network rm', 'docker network remove'],
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Do not error if the network does not exist' }],
    args: { kind: 'min', n: 1 },
  },
];
