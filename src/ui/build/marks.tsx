// The signs of stations: each its own shape, so that none is told by colour alone.
import type { Mark as Kind } from './model.ts';

/** Drawn 22 wide around the middle of the line; the sheet shows behind it, so the line does not cross it. */
export function Mark({ kind }: { readonly kind: Kind }) {
  return (
    <svg class={`bpx-mark m-${kind}`} width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

const shapes = {
  base: <path class="solid" d="M3 9.25h16v3.5H3z" />,
  config: <path class="ring" d="M11 6.5 15.5 11 11 15.5 6.5 11z" />,
  cached: (
    <>
      <circle class="ring" cx="11" cy="11" r="8.5" />
      <path class="sign" d="M7 9.2h8M7 12.8h8" />
    </>
  ),
  ran: <path class="solid" d="M5.5 3.2 18.5 11 5.5 18.8z" />,
  because: <path class="ring" d="M6.2 4.2 17.6 11 6.2 17.8z" />,
  missed: (
    <>
      <circle class="ring" cx="11" cy="11" r="9.2" />
      <path class="sign" d="M6.4 8.8h9.2M6.4 13.2h9.2M14.2 5.4 7.8 16.6" />
    </>
  ),
  failed: (
    <>
      <circle class="back" cx="11" cy="11" r="9" />
      <path class="sign" d="M4.5 4.5l13 13M17.5 4.5l-13 13" />
    </>
  ),
  unneeded: <circle class="ring" cx="11" cy="11" r="6.5" />,
  waiting: <circle class="ring" cx="11" cy="11" r="6.5" />,
  open: <circle class="ring" cx="11" cy="11" r="8.5" />,
} satisfies Readonly<Record<Kind, unknown>>;
