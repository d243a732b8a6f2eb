import { decodeText, fromBytes } from '../../../engine/kernel/index.ts';
import { readBody, resolveIn, type Tree } from '../../../engine/tree/index.ts';
import type { EditorQueries } from '../../session/queries/editor.ts';
import { check, problemsOf } from '../editor/check.ts';
import { imageFacts, imageNames, tagsOf } from '../editor/names.ts';
import { pack } from '../editor/pack.ts';
import { HOME, listing, totalOf } from '../editor/tree.ts';
import type { Answers } from './moment.ts';

/** Dockerfiles that are larger are not counted. */
const LARGEST = 256 * 1024;

function countIn(tree: Tree, path: string): number {
  const file = resolveIn(tree, path);
  if (file?.kind !== 'file' || file.body.size > LARGEST) return 0;
  return problemsOf(decodeText(fromBytes(readBody(file.body)))).length;
}

export const answers: Answers<EditorQueries> = {
  'editor.tree': ({ machine: { files } }, { dirs, total }) => ({
    home: HOME,
    listings: dirs.map((dir) => listing(files, dir)),
    total: total === undefined ? 0 : totalOf(files, total),
  }),
  'editor.check': (_, { text }) => check(text),
  'editor.counts': ({ machine: { files } }, { paths }) => Object.fromEntries(paths.map((path) => [path, countIn(files, path)])),
  'editor.images': ({ world, machine }) => imageNames(world, machine),
  'editor.tags': ({ world, machine }, { repository }) => tagsOf(world, machine, repository),
  'editor.image': ({ world, machine }, { name }) => imageFacts(world, machine, name),
  'editor.pack': ({ machine: { files } }, { path, as }) => pack(files, path, as),
};
