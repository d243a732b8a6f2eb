import type { ImageID } from '../../digest/index.ts';
import type { Image } from '../../store/index.ts';
import { copyDraft, type Draft, draftOf, emptyDraft } from '../draft.ts';
import type { BuildArgs } from './build-args.ts';

export const DEFAULT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A stage being built. */
export interface StageState {
  draft: Draft;
  /** The newest image; empty for scratch. */
  image: ImageID | '';
  maintainer: string;
  /** CMD was given in this stage: an ENTRYPOINT does not clear it. */
  cmdSet: boolean;
  readonly args: BuildArgs;
}

/** A stage as it starts from its base; undefined is scratch. Source: moby builder/dockerfile/evaluator.go beginStage. */
export function beginStage(base: Image | undefined, args: BuildArgs): StageState {
  const draft = base === undefined ? emptyDraft() : copyDraft(draftOf(base.config.config));
  if (!draft.env.some((item) => item.startsWith('PATH='))) draft.env.push(DEFAULT_PATH);
  return { draft, image: base?.id ?? '', maintainer: '', cmdSet: false, args };
}
