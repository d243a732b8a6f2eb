import type { Node } from '../parser/index.ts';
import { parseFlags } from './flags.ts';
import { originOf } from './request.ts';
import { needDestination, sourcesAndDestination } from './sources.ts';
import type { AddInstruction } from './types.ts';

export function parseAdd(node: Node): AddInstruction {
  needDestination('ADD', node.args);
  const { values } = parseFlags(node.flags, {
    chown: 'string',
    chmod: 'string',
    link: 'boolean',
    'keep-git-dir': 'boolean',
    checksum: 'string',
    unpack: 'boolean',
    exclude: 'list',
  });
  return {
    kind: 'ADD',
    ...originOf(node),
    ...sourcesAndDestination('ADD', node),
    chown: values.chown ?? '',
    chmod: values.chmod ?? '',
    link: values.link ?? false,
    excludes: values.exclude,
    checksum: values.checksum ?? '',
    ...(values['keep-git-dir'] === undefined ? {} : { keepGitDir: values['keep-git-dir'] }),
    ...(values.unpack === undefined ? {} : { unpack: values.unpack }),
  };
}
