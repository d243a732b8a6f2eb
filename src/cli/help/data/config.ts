// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const config: readonly CommandRecord[] = [
  {
    path: 'config',
    usage: 'docker config COMMAND',
    description: 'Manage Swarm configs',
    sections: [
      {
        title: 'Commands',
        items: [
          ['create', 'Create a config from a file or STDIN'],
          ['inspect', 'Display detailed information on one or more configs'],
          ['ls', 'List configs'],
          ['rm', 'Remove one or more configs'],
        ],
      },
    ],
    footer: "Run 'docker config COMMAND --help' for more information on a command.",
  },
  {
    path: 'config create',
    usage: 'docker config create [OPTIONS] CONFIG file|-',
    description: 'Create a config from a file or STDIN',
    flags: [
      { name: 'label', short: 'l', type: 'list', usage: 'Config labels', check: 'label' },
      { name: 'template-driver', type: 'string', usage: 'Template driver' },
    ],
    args: { kind: 'exact', n: 2 },
  },
  {
    path: 'config inspect',
    usage: 'docker config inspect [OPTIONS] CONFIG [CONFIG...]',
    description: 'Display detailed information on one or more configs',
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
    path: 'config ls',
    usage: 'docker config ls [OPTIONS]',
    description: 'List configs',
    aliases: ['docker config ls', 'docker config list'],
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
    path: 'config rm',
    usage: 'docker config rm CONFIG [CONFIG...]',
    description: 'Remove one or more configs',
    aliases: ['docker config rm', 'docker config remove'],
    args: { kind: 'min', n: 1 },
  },
];
