import type { Node } from '../parser/index.ts';
import type { Features } from './features.ts';
import { parseFlags } from './flags.ts';
import { originOf } from './request.ts';
import { needDestination, sourcesAndDestination } from './sources.ts';
import type { CopyInstruction } from './types.ts';

const flags = { chown: 'string', from: 'string', chmod: 'string', link: 'boolean', exclude: 'list' } as const;

export function parseCopy(node: Node, features: Features): CopyInstruction {
  needDestination('COPY', node.args);
  const { values } = parseFlags<typeof flags & { parents?: 'boolean' }>(
    node.flags,
    features.parents ? { parents: 'boolean', ...flags } : flags,
  );
  return {
    kind: 'COPY',
    ...originOf(node),
    ...sourcesAndDestination('COPY', node),
    from: values.from ?? '',
    chown: values.chown ?? '',
    chmod: values.chmod ?? '',
    link: values.link ?? false,
    parents: values.parents ?? false,
    excludes: values.exclude,
  };
}
