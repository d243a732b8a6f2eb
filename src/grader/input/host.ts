// Facts about the machine itself: its files, and the settings of its engine.
import type { EntryFacts } from './images.ts';

export interface ArchiveFacts {
  /** Names as in the archive, a directory ends in `/`. */
  readonly members: readonly string[];
  /** References of the images in an archive that `docker save` makes, sorted. */
  readonly refs: readonly string[];
}

export interface HostFacts {
  /** What is at an absolute path; a symbolic link is followed. */
  stat(path: string): EntryFacts | undefined;
  /** The text of a regular file. */
  text(path: string): string | undefined;
  /** What is in a tar archive; undefined when there is none at the path. */
  archive(path: string): ArchiveFacts | undefined;
  /** The settings that the engine runs with, in the spelling of daemon.json. */
  settings(): Readonly<Record<string, unknown>>;
}
