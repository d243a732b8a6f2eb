import type { ComponentChildren, Ref } from 'preact';

interface Props {
  /** What it does, to which row. */
  readonly say: string;
  /** Its icon. */
  readonly children: ComponentChildren;
  readonly disabled?: boolean;
  readonly at?: Ref<HTMLButtonElement>;
  readonly onClick: (() => void) | undefined;
}

/** One of the small buttons at the end of a row. */
export function RowButton({ say, children, disabled = false, at = null, onClick }: Props) {
  return (
    <button ref={at} type="button" class="icon-btn" disabled={disabled} aria-label={say} title={say} onClick={onClick}>
      {children}
    </button>
  );
}
