// A bar between two panes: drag it, or move it with the arrow keys. The place is remembered on this device.
import { useEffect, useRef, useState } from 'preact/hooks';
import { limitsOf } from './splitter-limits.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  /** `row` lies flat and changes a height; `column` stands and changes a width. */
  readonly direction: 'row' | 'column';
  /** Custom property on the lab that holds the size in percent. */
  readonly property: string;
  readonly initial: number;
  /** Pixels that the sized pane keeps, and the pane that gives way (a selector within the lab), as far as there is room. */
  readonly least: number;
  readonly other: string;
  readonly otherLeast: number;
  /** +1 when moving right or down makes the sized pane larger, −1 when smaller. */
  readonly sign: 1 | -1;
}

export function Splitter({ name, label, direction, property, initial, least, other, otherLeast, sign }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(initial);
  const [[min, max], setLimits] = useState<readonly [number, number]>([10, 90]);
  const key = `strata.split.${name}`;
  const host = () => bar.current?.closest<HTMLElement>('.lab') ?? undefined;
  const extent = (element: Element | null | undefined): number => {
    const box = element?.getBoundingClientRect();
    return (direction === 'row' ? box?.height : box?.width) ?? 0;
  };
  const sized = () => (sign === -1 ? bar.current?.nextElementSibling : bar.current?.previousElementSibling);
  const limits = (): readonly [number, number] => {
    const room = extent(sized()) + extent(host()?.querySelector(other));
    const now = limitsOf({ whole: extent(host()), room, least, otherLeast });
    setLimits(now);
    return now;
  };
  const apply = (wanted: number, keep = true) => {
    const [from, to] = limits();
    const next = Math.round(Math.min(to, Math.max(from, wanted)) * 10) / 10;
    setSize(next);
    host()?.style.setProperty(property, `${next}%`);
    if (!keep) return;
    try {
      localStorage.setItem(key, String(next));
    } catch {
      // Not remembered then; the pane keeps its size as long as the page.
    }
  };
  /** The size before anyone chose one is the style sheet's. */
  const measured = (): number => {
    const [own, whole] = [extent(sized()), extent(host())];
    return own === 0 || whole === 0 ? size : (100 * own) / whole;
  };
  useEffect(() => {
    let kept: string | null = null;
    try {
      kept = localStorage.getItem(key);
    } catch {
      // No storage: the initial size stands.
    }
    if (kept !== null && Number.isFinite(Number(kept))) apply(Number(kept), false);
  }, []);

  const drag = (event: PointerEvent) => {
    const frame = host()?.getBoundingClientRect();
    if (!frame || !bar.current) return;
    event.preventDefault();
    bar.current.setPointerCapture(event.pointerId);
    const start = direction === 'row' ? event.clientY : event.clientX;
    const whole = direction === 'row' ? frame.height : frame.width;
    const from = measured();
    const move = (moved: PointerEvent) =>
      apply(from + (sign * 100 * ((direction === 'row' ? moved.clientY : moved.clientX) - start)) / whole);
    const done = () => {
      bar.current?.removeEventListener('pointermove', move);
      bar.current?.removeEventListener('pointerup', done);
    };
    bar.current.addEventListener('pointermove', move);
    bar.current.addEventListener('pointerup', done);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    apply(measured() + sign * by * 2);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own
    <div
      class={`splitter ${direction}`}
      ref={bar}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      onFocus={() => {
        limits();
        setSize(measured());
      }}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
