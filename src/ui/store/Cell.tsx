import type { ComponentChildren } from 'preact';

/** A cell of the treegrid. */
export const Cell = ({ children }: { readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/useSemanticElements: a cell of rows that are drawn, not a table's
  <div role="gridcell" tabIndex={-1}>
    {children}
  </div>
);
