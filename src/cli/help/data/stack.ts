// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const stack: readonly CommandRecord[] = [
  {
    path: 'stack',
    usage: 'docker stack COMMAND',
    description: 'Manage Swarm stacks',
    sections: [
      {
        title: 'Commands',
        items: [
          ['config', 'Outputs the final config file, after doing merges and interpolations'],
          ['deploy', 'Deploy a new stack or update an existing stack'],
          ['ls', 'List stacks'],
          ['ps', 'List the tasks in the stack'],
          ['rm', 'Remove one or more stacks'],
          ['services', 'List the services in the stack'],
        ],
      },
    ],
    footer: "Run 'docker stack COMMAND --help' for more information on a command.",
  },
  {
    path: 'stack config',
    usage: 'docker stack config [OPTIONS]',
    description: 'Outputs the final config file, after doing merges and interpolations',
    flags: [
      { name: 'compose-file', short: 'c', type: 'strings', usage: 'Path to a Compose file, or "-" to read from stdin' },
      { name: 'skip-interpolation', type: 'bool', usage: 'Skip interpolation and output only merged config' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'stack deploy',
    usage: 'docker stack deploy [OPTIONS] STACK',
    description: 'Deploy a new stack or update an existing stack',
    aliases: ['docker stack deploy', 'docker stack up'],
    flags: [
      { name: 'compose-file', short: 'c', type: 'strings', usage: 'Path to a Compose file, or "-" to read from stdin' },
      {
        name: 'detach',
        short: 'd',
        type: 'bool',
        default: 'true',
        usage: 'Exit immediately instead of waiting for the stack services to converge',
      },
      { name: 'prune', type: 'bool', usage: 'Prune services that are no longer referenced' },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress progress output' },
      {
        name: 'resolve-image',
        type: 'string',
        default: 'always',
        usage: 'Query the registry to resolve image digest and supported platforms ("always", "changed", "never")',
      },
      { name: 'with-registry-auth', type: 'bool', usage: 'Send registry authentication details to Swarm agents' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'stack ls',
    usage: 'docker stack ls [OPTIONS]',
    description: 'List stacks',
    aliases: ['docker stack ls', 'docker stack list'],
    flags: [
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'stack ps',
    usage: 'docker stack ps [OPTIONS] STACK',
    description: 'List the tasks in the stack',
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'no-resolve', type: 'bool', usage: 'Do not map IDs to Names' },
      { name: 'no-trunc', type: 'bool', usage: 'Do not truncate output' },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display task IDs' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'stack rm',
    usage: 'docker stack rm [OPTIONS] STACK [STACK...]',
    description: 'Remove one or more stacks',
    aliases: ['docker stack rm', 'docker stack remove', 'docker stack down'],
    flags: [{ name: 'detach', short: 'd', type: 'bool', default: 'true', usage: 'Do not wait for stack removal' }],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'stack services',
    usage: 'docker stack services [OPTIONS] STACK',
    description: 'List the services in the stack',
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
    args: { kind: 'exact', n: 1 },
  },
];
