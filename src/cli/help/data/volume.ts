// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const volume: readonly CommandRecord[] = [
  {
    path: 'volume',
    usage: 'docker volume COMMAND',
    description: 'Manage volumes',
    sections: [
      {
        title: 'Commands',
        items: [
          ['create', 'Create a volume'],
          ['inspect', 'Display detailed information on one or more volumes'],
          ['ls', 'List volumes'],
          ['prune', 'Remove unused local volumes'],
          ['rm', 'Remove one or more volumes'],
        ],
      },
    ],
    footer: "Run 'docker volume COMMAND --help' for more information on a command.",
  },
  {
    path: 'volume create',
    usage: 'docker volume create [OPTIONS] [VOLUME]',
    description: 'Create a volume',
    flags: [
      { name: 'driver', short: 'd', type: 'string', default: 'local', usage: 'Specify volume driver name' },
      { name: 'label', type: 'list', usage: 'Set metadata for a volume', check: 'label' },
      { name: 'opt', short: 'o', type: 'map', default: 'map[]', usage: 'Set driver specific options' },
      { name: 'name', type: 'string', usage: '', hidden: true },
      { name: 'availability', type: 'string', usage: '', hidden: true },
      { name: 'group', type: 'string', usage: '', hidden: true },
      { name: 'scope', type: 'string', usage: '', hidden: true },
      { name: 'secret', type: 'string', usage: '', hidden: true },
      { name: 'type', type: 'string', usage: '', hidden: true },
    ],
    args: { kind: 'max', n: 1 },
  },
  {
    path: 'volume inspect',
    usage: 'docker volume inspect [OPTIONS] VOLUME [VOLUME...]',
    description: 'Display detailed information on one or more volumes',
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'volume ls',
    usage: 'docker volume ls [OPTIONS]',
    description: 'List volumes',
    aliases: ['docker volume ls', 'docker volume list'],
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "dangling=true")' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display volume names' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'volume prune',
    usage: 'docker volume prune [OPTIONS]',
    description: 'Remove unused local volumes',
    flags: [
      { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused volumes, not just anonymous ones' },
      { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "label=<label>")' },
      { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'volume rm',
    usage: 'docker volume rm [OPTIONS] VOLUME [VOLUME...]',
    description: 'Remove one or more volumes. You cannot remove a volume that is in use by a container.',
    aliases: ['docker volume rm', 'docker volume remove'],
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the removal of one or more volumes' }],
    args: { kind: 'min', n: 1 },
  },
];
