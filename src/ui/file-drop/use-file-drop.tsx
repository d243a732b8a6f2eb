import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface FileDrop {
  /** Whether something is held over the part. */
  readonly over: boolean;
  /** Handlers of the part. */
  readonly zone: JSX.HTMLAttributes<HTMLElement>;
  /** To be drawn somewhere inside; nobody sees it. */
  readonly input: JSX.Element;
  /** Opens the browser's own dialog. */
  choose(): void;
}

export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return {
    over,
    zone: {
      onDragOver: (event) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      },
    },
    input: (
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    ),
    choose: () => field.current?.click(),
  };
}
