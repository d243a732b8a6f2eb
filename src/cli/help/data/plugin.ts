// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const plugin: readonly CommandRecord[] = [
  {
    path: 'plugin',
    usage: 'docker plugin COMMAND',
    description: 'Manage plugins',
    sections: [
      {
        title: 'Commands',
        items: [
          [
            'create',
            'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.',
          ],
          ['disable', 'Disable a plugin'],
          ['enable', 'Enable a plugin'],
          ['inspect', 'Display detailed information on one or more plugins'],
          ['install', 'Install a plugin'],
          ['ls', 'List plugins'],
          ['push', 'Push a plugin to a registry'],
          ['rm', 'Remove one or more plugins'],
          ['set', 'Change settings for a plugin'],
          ['upgrade', 'Upgrade an existing plugin'],
        ],
      },
    ],
    footer: "Run 'docker plugin COMMAND --help' for more information on a command.",
  },
  {
    path: 'plugin create',
    usage: 'docker plugin create [OPTIONS] PLUGIN PLUGIN-DATA-DIR',
    description: 'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.',
    flags: [{ name: 'compress', type: 'bool', usage: 'Compress the context using gzip' }],
    args: { kind: 'min', n: 2 },
  },
  {
    path: 'plugin disable',
    usage: 'docker plugin disable [OPTIONS] PLUGIN',
    description: 'Disable a plugin',
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the disable of an active plugin' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'plugin enable',
    usage: 'docker plugin enable [OPTIONS] PLUGIN',
    description: 'Enable a plugin',
    flags: [{ name: 'timeout', type: 'int', default: '30', usage: 'HTTP client timeout (in seconds)' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'plugin inspect',
    usage: 'docker plugin inspect [OPTIONS] PLUGIN [PLUGIN...]',
    description: 'Display detailed information on one or more plugins',
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
    path: 'plugin install',
    usage: 'docker plugin install [OPTIONS] PLUGIN [KEY=VALUE...]',
    description: 'Install a plugin',
    flags: [
      { name: 'alias', type: 'string', usage: 'Local name for plugin' },
      { name: 'disable', type: 'bool', usage: 'Do not enable the plugin on install' },
      { name: 'disable-content-trust', type: 'bool', default: 'true', usage: 'Skip image verification' },
      { name: 'grant-all-permissions', type: 'bool', usage: 'Grant all permissions necessary to run the plugin' },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'plugin ls',
    usage: 'docker plugin ls [OPTIONS]',
    description: 'List plugins',
    aliases: ['docker plugin ls', 'docker plugin list'],
    flags: [
      { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "enabled=true")' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display plugin IDs' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'plugin push',
    usage: 'docker plugin push [OPTIONS] PLUGIN[:TAG]',
    description: 'Push a plugin to a registry',
    flags: [{ name: 'disable-content-trust', type: 'bool', default: 'true', usage: 'Skip image signing' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'plugin rm',
    usage: 'docker plugin rm [OPTIONS] PLUGIN [PLUGIN...]',
    description: 'Remove one or more plugins',
    aliases: ['docker plugin rm', 'docker plugin remove'],
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the removal of an active plugin' }],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'plugin set',
    usage: 'docker plugin set PLUGIN KEY=VALUE [KEY=VALUE...]',
    description: 'Change settings for a plugin',
    args: { kind: 'min', n: 2 },
  },
  {
    path: 'plugin upgrade',
    usage: 'docker plugin upgrade [OPTIONS] PLUGIN [REMOTE]',
    description: 'Upgrade an existing plugin',
    flags: [
      { name: 'disable-content-trust', type: 'bool', default: 'true', usage: 'Skip image verification' },
      { name: 'grant-all-permissions', type: 'bool', usage: 'Grant all permissions necessary to run the plugin' },
      { name: 'skip-remote-check', type: 'bool', usage: 'Do not check if specified remote plugin matches existing plugin image' },
    ],
    args: { kind: 'range', min: 1, max: 2 },
  },
];
