// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const manifest: readonly CommandRecord[] = [
  {
    path: 'manifest',
    usage: 'docker manifest COMMAND',
    description:
      'The **docker manifest** command has subcommands for managing image manifests and\nmanifest lists. A manifest list allows you to use one name to refer to the same image\nbuilt for multiple architectures.\n\nTo see help for a subcommand, use:\n\n    docker manifest CMD --help\n\nFor full details on using docker manifest lists, see the registry v2 specification.\n\nEXPERIMENTAL:\n  docker manifest is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    sections: [
      {
        title: 'Commands',
        items: [
          ['annotate', 'Add additional information to a local image manifest'],
          ['create', 'Create a local manifest list for annotating and pushing to a registry'],
          ['inspect', 'Display an image manifest, or manifest list'],
          ['push', 'Push a manifest list to a repository'],
          ['rm', 'Delete one or more manifest lists from local storage'],
        ],
      },
    ],
    footer: "Run 'docker manifest COMMAND --help' for more information on a command.",
  },
  {
    path: 'manifest annotate',
    usage: 'docker manifest annotate [OPTIONS] MANIFEST_LIST MANIFEST',
    description:
      'Add additional information to a local image manifest\n\nEXPERIMENTAL:\n  docker manifest annotate is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    flags: [
      { name: 'arch', type: 'string', usage: 'Set architecture' },
      { name: 'os', type: 'string', usage: 'Set operating system' },
      { name: 'os-features', type: 'strings', usage: 'Set operating system feature' },
      { name: 'os-version', type: 'string', usage: 'Set operating system version' },
      { name: 'variant', type: 'string', usage: 'Set architecture variant' },
    ],
    args: { kind: 'exact', n: 2 },
  },
  {
    path: 'manifest create',
    usage: 'docker manifest create MANIFEST_LIST MANIFEST [MANIFEST...]',
    description:
      'Create a local manifest list for annotating and pushing to a registry\n\nEXPERIMENTAL:\n  docker manifest create is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    flags: [
      { name: 'amend', short: 'a', type: 'bool', usage: 'Amend an existing manifest list' },
      { name: 'insecure', type: 'bool', usage: 'Allow communication with an insecure registry' },
    ],
    args: { kind: 'min', n: 2 },
  },
  {
    path: 'manifest inspect',
    usage: 'docker manifest inspect [OPTIONS] [MANIFEST_LIST] MANIFEST',
    description:
      'Display an image manifest, or manifest list\n\nEXPERIMENTAL:\n  docker manifest inspect is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    flags: [
      { name: 'insecure', type: 'bool', usage: 'Allow communication with an insecure registry' },
      { name: 'verbose', short: 'v', type: 'bool', usage: 'Output additional info including layers and platform' },
    ],
    args: { kind: 'range', min: 1, max: 2 },
  },
  {
    path: 'manifest push',
    usage: 'docker manifest push [OPTIONS] MANIFEST_LIST',
    description:
      'Push a manifest list to a repository\n\nEXPERIMENTAL:\n  docker manifest push is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    flags: [
      { name: 'insecure', type: 'bool', usage: 'Allow push to an insecure registry' },
      { name: 'purge', short: 'p', type: 'bool', usage: 'Remove the local manifest list after push' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'manifest rm',
    usage: 'docker manifest rm MANIFEST_LIST [MANIFEST_LIST...]',
    description:
      'Delete one or more manifest lists from local storage\n\nEXPERIMENTAL:\n  docker manifest rm is an experimental feature.\n  Experimental features provide early access to product functionality. These\n  features may change between releases without warning, or can be removed from a\n  future release. Learn more about experimental features in our documentation:\n  https://docs.docker.com/go/experimental/',
    args: { kind: 'min', n: 1 },
  },
];
