// Lines to be put in order with two buttons each; every move is announced and keeps the focus where it was.
import { ArrowDown, ArrowUp, Check, X } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Inline } from '../text/index.ts';
import { moved } from './arrange.ts';
import { inOrder, type PartProps, plain } from './parts.ts';

export function OrderLines({ item, locale, t, places, answer, judged, onAnswer }: PartProps<'order'>) {
  const order = answer.length > 0 ? answer : places;
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ readonly id: string; readonly step: -1 | 1 }>();
  const move = (id: string, step: -1 | 1) => {
    const next = moved(order, id, step);
    if (next === order) return;
    setLast({ id, step });
    onAnswer(next);
  };
  // A line that is moved in the page loses the focus; the next key may come before the next picture.
  useLayoutEffect(() => {
    if (last) list.current?.querySelector<HTMLElement>(`[data-line="${last.id}"] [data-step="${last.step}"]`)?.focus();
  }, [last]);
  const position = (id: string) => item.lines.findIndex((line) => line.id === id) + 1;
  return (
    <div class="opts-below">
      <ol class="order" ref={list} aria-label={t('order.list')}>
        {inOrder(item.lines, order).map((line, index) => {
          const state = judged?.states[line.id] ?? 'open';
          return (
            <li key={line.id} class={`opt ${state}`} data-line={line.id}>
              <span class="k" aria-hidden="true">
                {state === 'right' ? <Check /> : state === 'wrong' ? <X /> : index + 1}
              </span>
              <span class="grow">
                <Inline text={line.say[locale]} />
              </span>
              {judged ? (
                <span class="tagw">{state === 'right' ? t('right') : t('order.place', { n: position(line.id) })}</span>
              ) : (
                <span class="moves js-only">
                  {([-1, 1] as const).map((step) => {
                    const end = step < 0 ? index === 0 : index === order.length - 1;
                    return (
                      <button
                        key={step}
                        type="button"
                        class="btn quiet sm"
                        data-step={step}
                        aria-disabled={end}
                        aria-label={`${t(step < 0 ? 'order.up' : 'order.down')}: ${plain(line.say[locale])}`}
                        onClick={() => move(line.id, step)}
                      >
                        {step < 0 ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
                      </button>
                    );
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <span class="vh" role="status">
        {last && !judged ? t('order.now', { n: order.indexOf(last.id) + 1, all: order.length }) : ''}
      </span>
      {judged && !judged.right && (
        <div class="truth">
          <b>{t('order.truth')}</b>
          <ol>
            {item.lines.map((line) => (
              <li key={line.id}>
                <Inline text={line.say[locale]} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {judged && (
        <p class="why-below">
          <Inline text={item.why[locale]} />
        </p>
      )}
    </div>
  );
}
