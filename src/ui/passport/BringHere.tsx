// Progress from elsewhere: a file that is chosen or dropped, or a code that is pasted. Joined; refused with a reason; undone with a button.
import { FileInput, OctagonX } from 'lucide-preact';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useFileDrop } from '../file-drop/index.ts';
import type { Demand } from './code.ts';
import { takeOver } from './take-over.ts';
import { CarryError } from './trouble.ts';
import type { PassportWords } from './words.ts';

interface Props {
  readonly lessons: readonly Demand[];
  readonly t: PassportWords;
}

interface Told {
  readonly text: string;
  readonly bad: boolean;
  readonly undo?: () => void;
}

export function BringHere({ lessons, t }: Props): JSX.Element {
  const [code, setCode] = useState('');
  const [told, tell] = useState<Told | undefined>();
  const take = async (text: string | Promise<string>) => {
    try {
      const { exercises, questions, unknown, undo } = await takeOver(await text, lessons);
      const none = exercises + questions === 0;
      const said = none ? t('in.done.none') : t('in.done', { exercises, questions });
      tell({ text: unknown > 0 ? `${said} ${t('in.unknown', { n: unknown })}` : said, bad: false, ...(none ? {} : { undo }) });
      setCode('');
    } catch (error) {
      const why =
        error instanceof CarryError
          ? t(`in.${error.trouble}`)
          : t('in.failed', { why: error instanceof Error ? error.message : String(error) });
      tell({ text: why, bad: true });
    }
  };
  const drop = useFileDrop((file) => {
    void take(file.size > 9_000_000 ? Promise.reject(new CarryError('large')) : file.text());
  });
  return (
    <section aria-labelledby="passport-in" class={drop.over ? 'over' : ''} {...drop.zone}>
      <h2 id="passport-in">{t('in.title')}</h2>
      <button type="button" class="btn" onClick={drop.choose}>
        <FileInput aria-hidden="true" />
        {t('in.file')}
      </button>
      {drop.input}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take(code);
        }}
      >
        <label class="label" for="passport-paste">
          {t('in.code')}
        </label>
        <textarea
          id="passport-paste"
          class="mono"
          rows={3}
          value={code}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {t('in.take')}
        </button>
      </form>
      <div role="status">
        {told && (
          <p class={told.bad ? 'told bad' : 'told'}>
            {told.bad && <OctagonX aria-hidden="true" />}
            <span>{told.text}</span>
            {told.undo && (
              <button
                type="button"
                class="btn sm"
                onClick={() => {
                  told.undo?.();
                  tell({ text: t('undone'), bad: false });
                }}
              >
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </section>
  );
}
