// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const secret: readonly CommandRecord[] = [
  {
    path: 'secret',
    usage: 'docker secret COMMAND',
    description: 'Manage Swarm secrets',
    sections: [
      {
        title: 'Commands',
        items: [
          ['create', 'Create a secret from a file or STDIN as content'],
          ['inspect', 'Display detailed information on one or more secrets'],
          ['ls', 'List secrets'],
          ['rm', 'Remove one or more secrets'],
        ],
      },
    ],
    footer: "Run 'docker secret COMMAND --help' for more information on a command.",
  },
  {
    path: 'secret create',
    usage: 'docker secret create [OPTIONS] SECRET [file|-]',
    description: 'Create a secret from a file or STDIN as content',
    flags: [
      { name: 'driver', short: 'd', type: 'string', usage: 'Secret driver' },
      { name: 'label', short: 'l', type: 'list', usage: 'Secret labels', check: 'label' },
      { name: 'template-driver', type: 'string', usage: 'Template driver' },
    ],
    args: { kind: 'range', min: 1, max: 2 },
  },
  {
    path: 'secret inspect',
    usage: 'docker secret inspect [OPTIONS] SECRET [SECRET...]',
    description: 'Display detailed information on one or more secrets',
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
    path: 'secret ls',
    usage: 'docker secret ls [OPTIONS]',
    description: 'List secrets',
    aliases: ['docker secret ls', 'docker secret list'],
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
    path: 'secret rm',
    usage: 'docker secret rm SECRET [SECRET...]',
    description: 'Remove one or more secrets',
    aliases: ['docker secret rm', 'docker secret remove'],
    args: { kind: 'min', n: 1 },
  },
];
