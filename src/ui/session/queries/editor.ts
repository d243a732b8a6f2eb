// Questions of the editor and the file tree. Offsets count UTF-16 units of the text that was sent, lines count from 1.

/** One entry of a directory of the machine. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'symlink' | 'other';
  /** Bytes of a file; 0 for everything else. */
  readonly size: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  /** Permission bits. */
  readonly mode: number;
  /** Where a symbolic link points, and what is there. */
  readonly target?: string;
  readonly leads?: 'file' | 'dir' | 'other' | 'nowhere';
}

export interface Listing {
  readonly dir: string;
  /** Undefined when there is no such directory (any more). */
  readonly entries: readonly TreeEntry[] | undefined;
}

/** A change of the text: what stands between the offsets is replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Something that mends a problem. `code` is what will stand there, on one line. */
export interface Fix {
  readonly kind: 'use' | 'shell' | 'remove' | 'rename' | 'declare' | 'default' | 'separate' | 'secret' | 'all';
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** A finding of `docker build --check`, or an error that a build stops at. */
export interface Problem {
  /** The rule's name; empty for an error. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** In BuildKit's own words. */
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Docker's page about the rule; empty when there is none. */
  readonly url: string;
  readonly fixes: readonly Fix[];
}

export interface StageInfo {
  /** Empty when the stage has no name. */
  readonly name: string;
  readonly base: string;
  readonly line: number;
  readonly endLine: number;
}

export interface VariableInfo {
  readonly name: string;
  readonly kind: 'ARG' | 'ENV';
  readonly value?: string;
  readonly line: number;
  /** Index of its stage; −1 before the first FROM. */
  readonly stage: number;
}

export interface InstructionInfo {
  /** In upper case. */
  readonly name: string;
  /** On one line, without here-documents. */
  readonly source: string;
  readonly line: number;
  readonly endLine: number;
  readonly stage: number;
}

export interface Checked {
  readonly problems: readonly Problem[];
  readonly stages: readonly StageInfo[];
  readonly variables: readonly VariableInfo[];
  readonly instructions: readonly InstructionInfo[];
}

/** A repository or image that can stand behind FROM. */
export interface ImageName {
  readonly name: string;
  /** `local`: an image of this machine. `hub`: a repository of the catalogue; `listed`: one that can be found, but not pulled here. */
  readonly where: 'local' | 'hub' | 'listed';
  /** Bytes on disk, of a local image. */
  readonly size?: number;
  readonly official?: boolean;
}

/** What is known of one image. */
export interface ImageFacts {
  readonly name: string;
  readonly local?: { readonly id: string; readonly size: number; readonly layers: number; readonly platform: string };
  readonly hub?: { readonly description: string; readonly created?: string; readonly platforms: readonly string[]; readonly tags: number };
}

export interface EditorQueries {
  /** What is in these directories; `total` asks for the size of one with everything below. */
  'editor.tree': {
    readonly ask: { readonly dirs: readonly string[]; readonly total?: string };
    readonly answer: { readonly home: string; readonly listings: readonly Listing[]; readonly total: number };
  };
  'editor.check': { readonly ask: { readonly text: string }; readonly answer: Checked };
  /** How many findings each of these Dockerfiles has. */
  'editor.counts': { readonly ask: { readonly paths: readonly string[] }; readonly answer: Readonly<Record<string, number>> };
  'editor.images': { readonly ask: Record<string, never>; readonly answer: readonly ImageName[] };
  'editor.tags': { readonly ask: { readonly repository: string }; readonly answer: readonly string[] };
  'editor.image': { readonly ask: { readonly name: string }; readonly answer: ImageFacts | undefined };
  /** A file as it is, or a directory as an archive. */
  'editor.pack': {
    readonly ask: { readonly path: string; readonly as: 'file' | 'tar' | 'zip' };
    readonly answer: { readonly name: string; readonly bytes: Uint8Array };
  };
}
