// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const trust: readonly CommandRecord[] = [
  {
    path: 'trust',
    usage: 'docker trust COMMAND',
    description: 'Manage trust on Docker images',
    sections: [
      {
        title: 'Management Commands',
        items: [
          ['key', 'Manage keys for signing Docker images'],
          ['signer', 'Manage entities who can sign Docker images'],
        ],
      },
      {
        title: 'Commands',
        items: [
          ['inspect', 'Return low-level information about keys and signatures'],
          ['revoke', 'Remove trust for an image'],
          ['sign', 'Sign an image'],
        ],
      },
    ],
    footer: "Run 'docker trust COMMAND --help' for more information on a command.",
  },
  {
    path: 'trust inspect',
    usage: 'docker trust inspect IMAGE[:TAG] [IMAGE[:TAG]...]',
    description: 'Return low-level information about keys and signatures',
    flags: [{ name: 'pretty', type: 'bool', usage: 'Print the information in a human friendly format' }],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'trust key',
    usage: 'docker trust key COMMAND',
    description: 'Manage keys for signing Docker images',
    sections: [
      {
        title: 'Commands',
        items: [
          ['generate', 'Generate and load a signing key-pair'],
          ['load', 'Load a private key file for signing'],
        ],
      },
    ],
    footer: "Run 'docker trust key COMMAND --help' for more information on a command.",
  },
  {
    path: 'trust key generate',
    usage: 'docker trust key generate NAME',
    description: 'Generate and load a signing key-pair',
    flags: [{ name: 'dir', type: 'string', usage: 'Directory to generate key in, defaults to current directory' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'trust key load',
    usage: 'docker trust key load [OPTIONS] KEYFILE',
    description: 'Load a private key file for signing',
    flags: [{ name: 'name', type: 'string', default: 'signer', usage: 'Name for the loaded key' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'trust revoke',
    usage: 'docker trust revoke [OPTIONS] IMAGE[:TAG]',
    description: 'Remove trust for an image',
    flags: [{ name: 'yes', short: 'y', type: 'bool', usage: 'Do not prompt for confirmation' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'trust sign',
    usage: 'docker trust sign IMAGE:TAG',
    description: 'Sign an image',
    flags: [{ name: 'local', type: 'bool', usage: 'Sign a locally tagged image' }],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'trust signer',
    usage: 'docker trust signer COMMAND',
    description: 'Manage entities who can sign Docker images',
    sections: [
      {
        title: 'Commands',
        items: [
          ['add', 'Add a signer'],
          ['remove', 'Remove a signer'],
        ],
      },
    ],
    footer: "Run 'docker trust signer COMMAND --help' for more information on a command.",
  },
  {
    path: 'trust signer add',
    usage: 'docker trust signer add OPTIONS NAME REPOSITORY [REPOSITORY...] ',
    description: 'Add a signer',
    flags: [{ name: 'key', type: 'list', usage: "Path to the signer's public key file" }],
    args: { kind: 'min', n: 2 },
  },
  {
    path: 'trust signer remove',
    usage: 'docker trust signer remove [OPTIONS] NAME REPOSITORY [REPOSITORY...]',
    description: 'Remove a signer',
    flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation before removing the most recent signer' }],
    args: { kind: 'min', n: 2 },
  },
];
