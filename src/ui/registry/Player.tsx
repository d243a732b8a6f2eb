// Step, play, pause: a transfer again, blob by blob.
import { Pause, Play, SkipBack, StepForward } from 'lucide-preact';
import type { Replay } from './use-replay.ts';
import type { RegistryWords } from './words.ts';

export function Player({ replay, steps, t }: { readonly replay: Replay; readonly steps: number; readonly t: RegistryWords }) {
  const { at, playing } = replay;
  return (
    <div class="rgp-player">
      <button type="button" class="rgp-ctl" aria-label={t('begin')} title={t('begin')} onClick={() => replay.go(0)}>
        <SkipBack aria-hidden="true" />
      </button>
      <button
        type="button"
        class="rgp-ctl"
        aria-label={t(playing ? 'pause' : 'play')}
        title={t(playing ? 'pause' : 'play')}
        onClick={playing ? replay.pause : replay.play}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <button type="button" class="rgp-ctl" aria-label={t('step')} title={t('step')} onClick={() => replay.go(at >= steps ? 1 : at + 1)}>
        <StepForward aria-hidden="true" />
      </button>
      <span class="num muted">{t('at', { n: at, all: steps })}</span>
    </div>
  );
}
