// How far a change reaches, as steps from the layer up to the index: each name before and after, and why it changed or stayed.
import type { Pair, Ripple, RippleChange } from '../../session/queries/store.ts';
import type { RippleKey } from './words.ts';

export interface RippleStep {
  readonly key: string;
  readonly name: RippleKey;
  readonly values: Readonly<Record<string, number>>;
  /** Before and after; absent for several names that all stayed. */
  readonly pair?: Pair;
  readonly changed: boolean;
  /** The name is a layer's own, and has a colour. */
  readonly painted: boolean;
  readonly why: RippleKey;
}

export interface RippleModel {
  readonly steps: readonly RippleStep[];
  /** Names that changed, of all that there are. */
  readonly changed: number;
  readonly all: number;
}

const differs = ({ old, new: now }: Pair): boolean => old !== now;

/** `kind`: with a graph driver the config is the image ID and no manifest is kept. */
export function rippleModel(ripple: Ripple, change: RippleChange['kind'], kind: 'graph' | 'containerd'): RippleModel {
  const { layers, config, manifest, index } = ripple;
  const at = layers.findIndex(({ diffID }) => differs(diffID));
  const steps: RippleStep[] = [];
  const add = (
    key: string,
    name: RippleKey,
    pair: Pair,
    why: RippleKey,
    values: Readonly<Record<string, number>> = {},
    painted = false,
  ): void => {
    steps.push({ key, name, values, pair, changed: differs(pair), painted, why: differs(pair) ? why : 'why.same' });
  };
  const stays = (key: string, name: RippleKey, n: number, why: RippleKey): void => {
    if (n > 0) steps.push({ key, name, values: { n }, changed: false, painted: false, why });
  };
  const changed = layers[at];
  if (changed === undefined || change === 'config')
    stays('layers', 'step.all.layers', layers.length, change === 'config' ? 'why.layers' : 'why.same');
  else {
    const why: RippleKey = change === 'mtime' ? 'why.diff.mtime' : change === 'mode' ? 'why.diff.mode' : 'why.diff.byte';
    add('diff', 'step.diff', changed.diffID, why, { n: at + 1 }, true);
    stays('others', layers.length === 2 ? 'step.others.one' : 'step.others', layers.length - 1, 'why.others');
    stays('below', at === 1 ? 'step.below.one' : 'step.below', at, 'why.below');
    layers.forEach(({ chainID }, position) => {
      if (position >= at)
        add(`chain ${position}`, 'step.chain', chainID, position === at ? 'why.chain.here' : 'why.chain.above', { n: position + 1 });
    });
    add('blob', 'step.blob', changed.blob, 'why.blob', { n: at + 1 });
  }
  const isConfig = change === 'config';
  add('config', kind === 'graph' ? 'step.config.id' : 'step.config', config, isConfig ? 'why.config.value' : 'why.config.layer');
  const name: RippleKey = kind === 'graph' ? 'step.manifest.push' : index === undefined ? 'step.manifest.id' : 'step.manifest';
  add('manifest', name, manifest, isConfig ? 'why.manifest.config' : 'why.manifest.layer');
  if (index !== undefined) add('index', 'step.index', index, 'why.index');
  const pairs = [
    ...layers.flatMap(({ diffID, chainID, blob }) => [diffID, chainID, blob]),
    config,
    manifest,
    ...(index === undefined ? [] : [index]),
  ];
  return { steps, changed: pairs.filter(differs).length, all: pairs.length };
}
