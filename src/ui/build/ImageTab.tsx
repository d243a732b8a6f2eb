// The image config and the environment exactly as they are at a point; what the step changed is marked.
import type { Session } from '../session/index.ts';
import type { BuildPoint } from '../session/queries/build.ts';
import { useAnswer } from './use-answer.ts';
import type { BuildWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly point: BuildPoint;
  readonly t: BuildWords;
}

export function ImageTab({ session, point, t }: Props) {
  const { answer, failure } = useAnswer(session, 'build.at', `${point.build} ${point.stage}.${point.step}`, point);
  if (failure !== undefined) return <p class="quiet">{failure}</p>;
  if (answer === undefined) return null;
  return (
    <>
      <h3>{t('build.config')}</h3>
      {answer.config.length === 0 && <p class="quiet">{t('build.config.none')}</p>}
      <dl class="config">
        {answer.config.map(({ name, value, changed }) => (
          <Row key={name} name={name} value={value} changed={changed} t={t} />
        ))}
      </dl>
      <h3>{t('build.env')}</h3>
      <dl class="config">
        <Row name={t('build.workdir')} value={answer.workdir} changed={false} t={t} />
        <Row name={t('build.user')} value={answer.user || 'root'} changed={false} t={t} />
        {answer.env.map(({ text, changed }) => (
          <Row key={text} name={text.split('=', 1)[0] ?? ''} value={text.slice(text.indexOf('=') + 1)} changed={changed} t={t} />
        ))}
      </dl>
    </>
  );
}

function Row({
  name,
  value,
  changed,
  t,
}: {
  readonly name: string;
  readonly value: string;
  readonly changed: boolean;
  readonly t: BuildWords;
}) {
  return (
    <>
      <dt class={changed ? 'changed' : ''}>
        {changed && (
          <span class="kind C" title={t('build.config.changed')}>
            C<span class="vh"> {t('build.config.changed')}</span>
          </span>
        )}
        {name}
      </dt>
      <dd class={changed ? 'changed' : ''}>
        <code>{value}</code>
      </dd>
    </>
  );
}
