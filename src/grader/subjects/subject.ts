// A thing in a picture that goals are about. Pictures ask by kind and key; a key is what they know the thing by.

export type SubjectKind =
  /** A name of an image. */
  | 'tag'
  /** An image, by its id; its config block; `ID Field`: one field of it. */
  | 'image'
  | 'config'
  | 'field'
  /** A layer by its diffID; all files in it; one path in any layer. */
  | 'layer'
  | 'files'
  | 'path'
  /** A container by its name, and its parts: `NAME PART`. */
  | 'container'
  | 'argv'
  | 'processes'
  | 'events'
  | 'own'
  | 'mount'
  | 'port'
  | 'volume'
  | 'network'
  /** A reference of a registry, and what belongs to it. */
  | 'reference'
  | 'blobs'
  | 'platforms'
  | 'requests'
  /** A build by the image it made, and one step: `ID TEXT`. */
  | 'steps'
  | 'step'
  | 'context'
  | 'cache';

export interface Subject {
  /** The machine it is on; the first when it is missing. */
  readonly machine?: string;
  readonly kind: SubjectKind;
  readonly key: string;
}
