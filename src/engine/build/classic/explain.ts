import type { ImageID } from '../../digest/index.ts';
import { type Image, type ImageStore, stepOf } from '../../store/index.ts';
import type { Draft } from '../draft.ts';
import type { MissReason } from '../miss.ts';

/** The instruction as the history has it, without the shell in front and the checksums of files in it. */
function instructionOf(cmd: readonly string[]): { text: string; bare: string } {
  const text = cmd.join(' ').replace(/^.*#\(nop\)\s+/, '');
  return { text, bare: text.replace(/(file|dir|multi):[0-9a-f]{64}/, '') };
}

/** Why no child of `parent` was made by this step: told from the children there are, the newest first. */
export function explainMiss(store: ImageStore, parent: ImageID | '', config: Draft): MissReason {
  const children = [...store.images.values()].filter((image) => (image.parent ?? '') === parent && stepOf(image) !== undefined).reverse();
  const now = instructionOf(config.cmd ?? []);
  const cmdOf = (image: Image): ReturnType<typeof instructionOf> => instructionOf(stepOf(image)?.Cmd ?? []);
  const same = children.find((image) => cmdOf(image).text === now.text);
  if (same !== undefined) {
    const before = new Set(stepOf(same)?.Env ?? []);
    const names = config.env.filter((item) => !before.has(item)).map((item) => item.split('=', 1)[0]!);
    return { kind: 'environment', names };
  }
  if (now.bare !== now.text && children.some((image) => cmdOf(image).bare === now.bare)) return { kind: 'files', changed: [] };
  const verb = now.text.split(' ', 1)[0]!;
  const other = children.find((image) => cmdOf(image).text.startsWith(`${verb} `));
  return other === undefined ? { kind: 'first-build' } : { kind: 'instruction-changed', before: cmdOf(other).text, now: now.text };
}
