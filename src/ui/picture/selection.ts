/** What the learner has chosen: marked in the terminal, the editor and every picture alike. */
export interface Selected {
  readonly kind: 'image' | 'manifest' | 'layer' | 'container' | 'volume' | 'tag' | 'path' | 'step';
  /** The full id: a digest with `sha256:`, a container's 64 digits, a volume's name, a reference, a path. */
  readonly id: string;
  readonly machine?: string;
}

/** Whether an id as it is shown somewhere (`sha256:…`, or its first digits) is the selected one. */
export function isSelected(selected: Selected | undefined, id: string | undefined): boolean {
  if (selected === undefined || id === undefined || id === '') return false;
  const bare = (text: string): string => text.replace(/^sha256:/, '');
  return bare(selected.id).startsWith(bare(id));
}
