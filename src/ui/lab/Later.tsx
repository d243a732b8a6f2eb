// A part of the lab that keeps the markup it was built with until its gate opens: nothing of it is run before.
import { Component, type ComponentChildren } from 'preact';
import type { Gate, Parts } from './gate.ts';
import { liveEvent } from './waking.ts';

interface Props<S> {
  /** Without a gate the part is there at once: where pages are built. */
  readonly gate: Gate | undefined;
  readonly parts: Parts | undefined;
  /** What the page was built with: it is taken over as that, and then becomes what it is now. */
  readonly still: S;
  readonly now: S;
  /** Draws one element. */
  readonly draw: (parts: Parts, scene: S) => ComponentChildren;
}

export class Later<S> extends Component<Props<S>> {
  #state: 'asleep' | 'waking' | 'awake' = this.props.gate ? 'asleep' : 'awake';
  #gone = false;

  override shouldComponentUpdate(): boolean {
    return this.#state !== 'asleep';
  }

  /** The promise that `Held` throws is caught here: Preact keeps the element, and takes it over when it is drawn again. */
  override componentDidCatch(thrown: unknown): void {
    const { gate } = this.props;
    if (!gate || thrown !== gate.opened) throw thrown;
    this.setState({});
    void gate.opened.then(() =>
      gate.wake(() => {
        if (this.#gone) return;
        this.#state = 'waking';
        this.forceUpdate();
      }),
    );
  }

  override componentDidUpdate(): void {
    if (this.#state !== 'waking') return;
    this.#state = 'awake';
    this.forceUpdate(() => {
      const { base } = this;
      if (!(base instanceof Element)) return;
      base.toggleAttribute('data-live', true);
      base.dispatchEvent(new Event(liveEvent, { bubbles: true }));
    });
  }

  override componentWillUnmount(): void {
    this.#gone = true;
  }

  override render({ gate, still, now, draw, parts = gate?.parts }: Props<S>) {
    const asleep = this.#state === 'asleep' ? gate?.opened : undefined;
    return <Held until={asleep} draw={() => parts && draw(parts, this.#state === 'waking' ? still : now)} />;
  }
}

function Held({ until, draw }: { readonly until: Promise<Parts> | undefined; readonly draw: () => ComponentChildren }) {
  if (until) throw until;
  return <>{draw()}</>;
}
