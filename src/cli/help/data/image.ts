// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
import type { CommandRecord } from '../record.ts';

export const image: readonly CommandRecord[] = [
  {
    path: 'image',
    usage: 'docker image COMMAND',
    description: 'Manage images',
    sections: [
      {
        title: 'Commands',
        items: [
          ['build', 'Build an image from a Dockerfile'],
          ['history', 'Show the history of an image'],
          ['import', 'Import the contents from a tarball to create a filesystem image'],
          ['inspect', 'Display detailed information on one or more images'],
          ['load', 'Load an image from a tar archive or STDIN'],
          ['ls', 'List images'],
          ['prune', 'Remove unused images'],
          ['pull', 'Download an image from a registry'],
          ['push', 'Upload an image to a registry'],
          ['rm', 'Remove one or more images'],
          ['save', 'Save one or more images to a tar archive (streamed to STDOUT by default)'],
          ['tag', 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE'],
        ],
      },
    ],
    footer: "Run 'docker image COMMAND --help' for more information on a command.",
  },
  {
    path: 'image build',
    usage: 'docker buildx build [OPTIONS] PATH | URL | -',
    commandPath: 'docker buildx build',
    like: 'buildx build',
    flags: [{ name: 'builder', type: 'string', default: 'default', usage: 'Override the configured builder instance' }],
  },
  {
    path: 'image history',
    usage: 'docker image history [OPTIONS] IMAGE',
    description: 'Show the history of an image',
    aliases: ['docker image history', 'docker history'],
    flags: [
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'human', short: 'H', type: 'bool', default: 'true', usage: 'Print sizes and dates in human readable format' },
      { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
      {
        name: 'platform',
        type: 'string',
        usage: 'Show history for the given platform. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show image IDs' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'image import',
    usage: 'docker image import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
    description: 'Import the contents from a tarball to create a filesystem image',
    aliases: ['docker image import', 'docker import'],
    flags: [
      { name: 'change', short: 'c', type: 'list', usage: 'Apply Dockerfile instruction to the created image' },
      { name: 'message', short: 'm', type: 'string', usage: 'Set commit message for imported image' },
      { name: 'platform', type: 'string', usage: 'Set platform if server is multi-platform capable' },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'image inspect',
    usage: 'docker image inspect [OPTIONS] IMAGE [IMAGE...]',
    description: 'Display detailed information on one or more images',
    flags: [
      {
        name: 'format',
        short: 'f',
        type: 'string',
        usage:
          "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      {
        name: 'platform',
        type: 'string',
        usage:
          "Inspect a specific platform of the multi-platform image.\nIf the image or the server is not multi-platform capable, the command will error out if the platform does not match.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
      },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'image load',
    usage: 'docker image load [OPTIONS]',
    description: 'Load an image from a tar archive or STDIN',
    aliases: ['docker image load', 'docker load'],
    flags: [
      { name: 'input', short: 'i', type: 'string', usage: 'Read from tar archive file, instead of STDIN' },
      {
        name: 'platform',
        type: 'string',
        usage: 'Load only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress the load output' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'image ls',
    usage: 'docker image ls [OPTIONS] [REPOSITORY[:TAG]]',
    description: 'List images',
    aliases: ['docker image ls', 'docker image list', 'docker images'],
    flags: [
      { name: 'all', short: 'a', type: 'bool', usage: 'Show all images (default hides intermediate images)' },
      { name: 'digests', type: 'bool', usage: 'Show digests' },
      { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
      {
        name: 'format',
        type: 'string',
        usage:
          "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
      },
      { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show image IDs' },
      { name: 'tree', type: 'bool', usage: 'List multi-platform images as a tree (EXPERIMENTAL)' },
    ],
    args: { kind: 'max', n: 1 },
  },
  {
    path: 'image prune',
    usage: 'docker image prune [OPTIONS]',
    description: 'Remove unused images',
    flags: [
      { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused images, not just dangling ones' },
      { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "until=<timestamp>")' },
      { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
    ],
    args: { kind: 'none' },
  },
  {
    path: 'image pull',
    usage: 'docker image pull [OPTIONS] NAME[:TAG|@DIGEST]',
    description: 'Download an image from a registry',
    aliases: ['docker image pull', 'docker pull'],
    flags: [
      { name: 'all-tags', short: 'a', type: 'bool', usage: 'Download all tagged images in the repository' },
      { name: 'disable-content-trust', type: 'bool', default: 'true', usage: 'Skip image verification' },
      { name: 'platform', type: 'string', usage: 'Set platform if server is multi-platform capable' },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress verbose output' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'image push',
    usage: 'docker image push [OPTIONS] NAME[:TAG]',
    description: 'Upload an image to a registry',
    aliases: ['docker image push', 'docker push'],
    flags: [
      { name: 'all-tags', short: 'a', type: 'bool', usage: 'Push all tags of an image to the repository' },
      { name: 'disable-content-trust', type: 'bool', default: 'true', usage: 'Skip image signing' },
      {
        name: 'platform',
        type: 'string',
        usage:
          "Push a platform-specific manifest as a single-platform image to the registry.\nImage index won't be pushed, meaning that other manifests, including attestations won't be preserved.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
      },
      { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress verbose output' },
    ],
    args: { kind: 'exact', n: 1 },
  },
  {
    path: 'image rm',
    usage: 'docker image rm [OPTIONS] IMAGE [IMAGE...]',
    description: 'Remove one or more images',
    aliases: ['docker image rm', 'docker image remove', 'docker rmi'],
    flags: [
      { name: 'force', short: 'f', type: 'bool', usage: 'Force removal of the image' },
      { name: 'no-prune', type: 'bool', usage: 'Do not delete untagged parents' },
      {
        name: 'platform',
        type: 'strings',
        usage: 'Remove only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'image save',
    usage: 'docker image save [OPTIONS] IMAGE [IMAGE...]',
    description: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
    aliases: ['docker image save', 'docker save'],
    flags: [
      { name: 'output', short: 'o', type: 'string', usage: 'Write to a file, instead of STDOUT' },
      {
        name: 'platform',
        type: 'string',
        usage: 'Save only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      },
    ],
    args: { kind: 'min', n: 1 },
  },
  {
    path: 'image tag',
    usage: 'docker image tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
    description: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
    aliases: ['docker image tag', 'docker tag'],
    args: { kind: 'exact', n: 2 },
    interspersed: false,
  },
];
