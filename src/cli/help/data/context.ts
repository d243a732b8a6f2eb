// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const context: readonly CommandRecord[] = [
  {
    path: 'context',
    usage: 'docker context COMMAND',
    description: 'Manage contexts',
    sections: [
      {
        title: 'Commands',
        items: [
          ['create', 'Create a context'],
          ['export', 'Export a context to a tar archive FILE or a tar stream on STDOUT.'],
          ['import', 'Import a context from a tar or zip file'],
          ['inspect', 'Display detailed information on one or more contexts'],
          ['ls', 'List contexts'],
          ['rm', 'Remove one or more contexts'],
          ['show', 'Print the name of the current context'],
          ['update', 'Update a context'],
          ['use', 'Set the current docker context'],
        ],
      },
    ],
    footer: "Run 'docker context COMMAND --help' for more information on a command.",
  },
  {
    path: 'context create',
    usage: 'docker context create [OPTIONS] CONTEXT',
    description:
      'Create a context\n\nDocker endpoint config:\n\nNAME                DESCRIPTION\nfrom                Copy named context\'s Docker endpoint configuration\nhost                Docker endpoint on which to connect\nca                  Trust certs signed only by this CA\ncert                Path to TLS certificate file\nkey                 Path to TLS key file\nskip-tls-verify     Skip TLS certificate validation\n\nExample:\n\n$ docker context create my-context --description "some description" --docker "host=tcp://myserver:2376,ca=~/ca-file,cert=~/cert-file,key=~/key-file"',
    flags: [
      { name: 'description', type: 'string', usage: 'Description of the context' },
      { name: 'docker', type: 'stringToString', default: '[]', usage: 'set the docker endpoint' },
      { name: 'from', type: 'string', usage: 'create context from a named context' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'context export',
    usage: 'docker context export [OPTIONS] CONTEXT [FILE|-]',
    description: 'Export a context to a tar archive FILE or a tar stream on STDOUT.',
    args: { kind: 'range', min: 1, max: 2 },
  },
  {
    path: 'context import',
    usage: 'docker context import CONTEXT FILE|-',
    description: 'Import a context from a tar or zip file',
    args: { kind: 'exact', n: 2 },
  },
  {
    path: 'context inspect',
    usage: 'docker context inspect [OPTIONS] [CONTEXT] [CONTEXT...]',
    description: 'Display detailed information on one or more contexts',
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
    ],
  },
  {
    path: 'context ls',
    usage: 'docker context ls [OPTIONS]',
    description: 'List contexts',
    aliases: ['docker context ls', 'docker context list'],
    flags: [
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show context names' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'context rm',
    usage: 'docker context rm CONTEXT [CONTEXT...]',
    description: 'Remove one or more contexts',
    aliases: ['docker context rm', 'docker context remove'],
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the removal of a context in use' }],
    args: { kind: 'min', n: 1 },
  },
  { path: 'context show', usage: 'docker context show', description: 'Print the name of the current context', args: { kind: 'none' } },
  {
    path: 'context update',
    usage: 'docker context update [OPTIONS] CONTEXT',
    description:
      'Update a context\n\nDocker endpoint config:\n\nNAME                DESCRIPTION\nfrom                Copy named context\'s Docker endpoint configuration\nhost                Docker endpoint on which to connect\nca                  Trust certs signed only by this CA\ncert                Path to TLS certificate file\nkey                 Path to TLS key file\nskip-tls-verify     Skip TLS certificate validation\n\nExample:\n\n$ docker context update my-context --description "some description" --docker "host=tcp://myserver:2376,ca=~/ca-file,cert=~/cert-file,key=~/key-file"',
    flags: [
      { name: 'description', type: 'string', usage: 'Description of the context' },
      { name: 'docker', type: 'stringToString', default: '[]', usage: 'set the docker endpoint' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  { path: 'context use', usage: 'docker context use CONTEXT', description: 'Set the current docker context' },
];
