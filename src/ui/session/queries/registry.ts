// Questions of the Registry picture.
import type { TransferView } from '../view/remote.ts';

/** What a push or pull would do, found out by doing it in a copy of the world. */
export interface TransferForecast {
  /** What would be typed. */
  readonly line: string;
  readonly exit: number;
  /** What the command would print, when it would fail. */
  readonly failure?: string;
  /** Missing when the command would fail before it asks the registry anything. */
  readonly transfer?: TransferView;
}

export interface RegistryQueries {
  /** A push of an image, by any of its names, under a reference (which the image would be given first), or a pull of a reference. */
  'registry.forecast': {
    readonly ask:
      | { readonly kind: 'push'; readonly image: string; readonly to: string }
      | { readonly kind: 'pull'; readonly reference: string };
    readonly answer: TransferForecast;
  };
}
