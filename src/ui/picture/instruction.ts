// The `created_by` of a history row as a person would have written it in a Dockerfile.

/** `RUN /bin/sh -c make # buildkit` → `RUN make`; the classic builder's `#(nop)` rows lose their shell. */
export function instruction(createdBy: string): string {
  const text = createdBy.replace(/\s+# buildkit$/, '').trim();
  const nop = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text);
  if (nop) return (nop[1] ?? '').trim();
  const run = /^(?:RUN )?(?:\|\d+ .*? )?\/bin\/sh -c (.*)$/s.exec(text);
  if (run) return `RUN ${(run[1] ?? '').trim()}`;
  return text;
}

/** Where `docker import` says a layer came from; `-` is its input. */
export const importedFrom = (comment: string): string | undefined => /^Imported from (\S.*)$/.exec(comment)?.[1];
