// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const system: readonly CommandRecord[] = [
  {
    path: 'system',
    usage: 'docker system COMMAND',
    description: 'Manage Docker',
    sections: [
      {
        title: 'Commands',
        items: [
          ['df', 'Show docker disk usage'],
          ['events', 'Get real time events from the server'],
          ['info', 'Display system-wide information'],
          ['prune', 'Remove unused data'],
        ],
      },
    ],
    footer: "Run 'docker system COMMAND --help' for more information on a command.",
  },
  {
    path: 'system df',
    usage: 'docker system df [OPTIONS]',
    description: 'Show docker disk usage',
    flags: [
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'verbose', short: 'v', type: 'bool', usage: 'Show detailed information on space usage' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'system events',
    usage: 'docker system events [OPTIONS]',
    description: 'Get real time events from the server',
    aliases: ['docker system events', 'docker events'],
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'since', type: 'string', usage: 'Show all events created since timestamp' },
      { name: 'until', type: 'string', usage: 'Stream events until this timestamp' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'system info',
    usage: 'docker system info [OPTIONS]',
    description: 'Display system-wide information',
    aliases: ['docker system info', 'docker info'],
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'system prune',
    usage: 'docker system prune [OPTIONS]',
    description: 'Remove unused data',
    flags: [
      { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused images not just dangling ones' },
      { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "label=<key>=<value>")' },
      { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
      { name: 'volumes', type: 'bool', usage: 'Prune anonymous volumes' },
    ],
    args: { kind: 'none' },
  },
];
