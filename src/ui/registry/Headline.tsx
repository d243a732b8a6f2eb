// Who stands left and who right, what would move or why nothing did.
import { OctagonX } from 'lucide-preact';
import { formatBytes } from '../../i18n/index.ts';
import type { MachineView } from '../session/view/index.ts';
import type { RegistryModel } from './model.ts';
import { registryAt } from './subject.ts';
import { sayFailure } from './text.ts';
import type { RegistryWords } from './words.ts';

export function Headline({ model, view, t }: { readonly model: RegistryModel; readonly view: MachineView; readonly t: RegistryWords }) {
  const { sums, kind } = model;
  return (
    <>
      <div class={`rgp-ends${model.rows.length === 0 ? ' alone' : ''}`}>
        <div class="l">
          <Machine model={model} t={t} />
        </div>
        <div class="r" data-explain="registry.registry">
          <Remote model={model} view={view} t={t} />
        </div>
      </div>
      {model.phase === 'forecast' && (
        <p class="rgp-would">
          <b>{t(`would.sum.${kind}`, { n: sums.moved.count, all: model.rows.length, size: formatBytes(sums.moved.bytes) })}</b>
          {sums.exists.count > 0 && ` ${t(`would.rest.${kind}`, { n: sums.exists.count, size: formatBytes(sums.exists.bytes) })}`}
          {sums.mounted.count > 0 && ` ${t('would.mounted.sum', { n: sums.mounted.count, size: formatBytes(sums.mounted.bytes) })}`}
        </p>
      )}
      {model.failure !== undefined && (
        <div class="rgp-failed" data-explain="registry.refused">
          <OctagonX aria-hidden="true" />
          <div>
            <code>{model.failure.text}</code>
            <p>{sayFailure(model, t)}</p>
          </div>
        </div>
      )}
    </>
  );
}

interface End {
  readonly model: RegistryModel;
  readonly t: RegistryWords;
}

/** Who stands left. */
export const Machine = ({ model, t }: End) => (
  <>
    <span class="label">{t('side.machine')}</span>
    <b>{model.machine}</b>
  </>
);

/** Who stands right: the registry, and the repository in it. */
export function Remote({ model, view, t }: End & { readonly view: MachineView }) {
  const registry = registryAt(view, model.host);
  return (
    <>
      <span class="label">
        {t('side.registry')}
        {registry?.container !== undefined &&
          t('comma') + t('side.container', { name: registry.container, machine: registry.machine ?? '' })}
      </span>
      <b>
        {model.host === 'docker.io' ? t('side.hub') : model.host}
        <span class="rgp-path">/{model.path}</span>
      </b>
    </>
  );
}
