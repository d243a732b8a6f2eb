// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const node: readonly CommandRecord[] = [
  {
    path: 'node',
    usage: 'docker node COMMAND',
    description: 'Manage Swarm nodes',
    sections: [
      {
        title: 'Commands',
        items: [
          ['demote', 'Demote one or more nodes from manager in the swarm'],
          ['inspect', 'Display detailed information on one or more nodes'],
          ['ls', 'List nodes in the swarm'],
          ['promote', 'Promote one or more nodes to manager in the swarm'],
          ['ps', 'List tasks running on one or more nodes, defaults to current node'],
          ['rm', 'Remove one or more nodes from the swarm'],
          ['update', 'Update a node'],
        ],
      },
    ],
    footer: "Run 'docker node COMMAND --help' for more information on a command.",
  },
  {
    path: 'node demote',
    usage: 'docker node demote NODE [NODE...]',
    description: 'Demote one or more nodes from manager in the swarm',
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'node inspect',
    usage: 'docker node inspect [OPTIONS] self|NODE [NODE...]',
    description: 'Display detailed information on one or more nodes',
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'pretty', type: 'bool', usage: 'Print the information in a human friendly format' },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'node ls',
    usage: 'docker node ls [OPTIONS]',
    description: 'List nodes in the swarm',
    aliases: ['docker node ls', 'docker node list'],
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'node promote',
    usage: 'docker node promote NODE [NODE...]',
    description: 'Promote one or more nodes to manager in the swarm',
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'node ps',
    usage: 'docker node ps [OPTIONS] [NODE...]',
    description: 'List tasks running on one or more nodes, defaults to current node',
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
      { name: 'format', type: 'string', usage: 'Pretty-print tasks using a Go template' },
      { name: 'no-resolve', type: 'bool', usage: 'Do not map IDs to Names' },
      { name: 'no-trunc', type: 'bool', usage: 'Do not truncate output' },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display task IDs' },
    ],
  },
  {
    path: 'node rm',
    usage: 'docker node rm [OPTIONS] NODE [NODE...]',
    description: 'Remove one or more nodes from the swarm',
    aliases: ['docker node rm', 'docker node remove'],
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force remove a node from the swarm' }],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'node update',
    usage: 'docker node update [OPTIONS] NODE',
    description: 'Update a node',
    flags: [
      { name: 'availability', type: 'string', usage: 'Availability of the node ("active", "pause", "drain")' },
      { name: 'label-add', type: 'list', usage: 'Add or update a node label ("key=value")' },
      { name: 'label-rm', type: 'list', usage: 'Remove a node label if exists' },
      { name: 'role', type: 'string', usage: 'Role of the node ("worker", "manager")' },
    ],
    args: { kind: 'exact', n: 1 },
  },
];
