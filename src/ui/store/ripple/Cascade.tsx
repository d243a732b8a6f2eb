// What a change reached, step by step: the old code struck above the new one, and a line that says why.
import type { CSSProperties } from 'preact';
import { paint } from '../../picture/index.ts';
import type { Ripple, RippleChange } from '../../session/queries/store.ts';
import { bare } from '../model.ts';
import type { RippleModel, RippleStep } from './model.ts';
import { sayStart } from './text.ts';
import type { RippleWords } from './words.ts';

interface Props {
  readonly model: RippleModel;
  readonly change: RippleChange;
  readonly answer: Ripple;
  readonly t: RippleWords;
}

export function Cascade({ model, change, answer, t }: Props) {
  const run = `${answer.config.new} ${answer.was} ${answer.is}`;
  let at = 0;
  return (
    <div class="rip-result" key={run}>
      <p class="rip-start">
        <b>{sayStart(change, answer, t)}</b>
      </p>
      <ol>
        {model.steps.map((step) => (
          <Step key={step.key} step={step} order={step.changed ? at++ : at} t={t} />
        ))}
      </ol>
      <p class="rip-note">
        <b>{t('ripple.result', { n: model.changed, all: model.all })}</b> {t('ripple.took', { ms: Math.max(1, Math.round(answer.took)) })}
      </p>
    </div>
  );
}

function Step({ step, order, t }: { readonly step: RippleStep; readonly order: number; readonly t: RippleWords }) {
  const { pair, changed, painted } = step;
  return (
    <li class={`rip-step${changed ? ' changed' : ''}`} style={{ '--at': String(order) } as CSSProperties}>
      <span class="mark" aria-hidden="true">
        {changed ? '≠' : '='}
      </span>
      <div class="what">
        <b>{t(step.name, step.values)}</b>
        <span class="why">{t(step.why)}</span>
      </div>
      {pair !== undefined && (
        <div class="codes">
          {changed && <Code digest={pair.old} painted={painted} old={true} />}
          <Code digest={pair.new} painted={painted} old={false} />
        </div>
      )}
      <span class="vh">{t(changed ? 'ripple.changed' : 'ripple.stays')}</span>
    </li>
  );
}

function Code({ digest, painted, old }: { readonly digest: string; readonly painted: boolean; readonly old: boolean }) {
  const look = paint(digest);
  const body = (
    <>
      {painted && <i class="sw" aria-hidden="true" />}
      <b>{bare(digest).slice(0, 4)}</b>
      <span>{bare(digest).slice(4, 12)}</span>
    </>
  );
  const style = painted ? { '--h': String(look.hue) } : {};
  return old ? (
    <del class={`rip-code${painted ? ' lay' : ''}`} style={style} data-tone={look.tone} title={digest}>
      {body}
    </del>
  ) : (
    <ins class={`rip-code${painted ? ' lay' : ''}`} style={style} data-tone={look.tone} title={digest}>
      {body}
    </ins>
  );
}
