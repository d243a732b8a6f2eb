import { DockerError } from '../../../errors/index.ts';
import { familiarString, isImageID, parseReference, withDefaultTag } from '../../../reference/index.ts';
import { configOf, type Image, type ImagePlatform, type ImageStore, manifestsOf, type StoredManifest } from '../../../store/index.ts';

/** `os/architecture[/variant]`, as platforms are written. */
export const shownPlatform = ({ os, architecture, variant }: ImagePlatform): string =>
  [os, architecture, ...(variant ? [variant] : [])].join('/');

/** Variants that an architecture has when none is named (containerd platforms.Normalize). */
const DEFAULT_VARIANT: Readonly<Record<string, string>> = { arm: 'v7', arm64: 'v8' };

/** Whether a platform is the one asked for, such as `linux/arm64`. */
export function isPlatform(platform: ImagePlatform | undefined, wanted: string): boolean {
  const [os, architecture, variant] = wanted.split('/');
  if (platform === undefined || platform.os !== os) return false;
  if (architecture === undefined) return true;
  const usual = DEFAULT_VARIANT[architecture] ?? '';
  return platform.architecture === architecture && (platform.variant || usual) === (variant ?? usual);
}

/** The manifest of an image for a platform, all of it here. Throws NotFound; `name` is how the user called the image. */
export function manifestFor(store: ImageStore, image: Image, name: string, platform: string): StoredManifest {
  const found = manifestsOf(store.content!, image.target!).find(
    (item) => item.kind === 'image' && item.available && isPlatform(item.platform, platform),
  );
  if (found === undefined) throw missingPlatform(name, platform);
  return found;
}

/** A name with its tag, an id as it is. */
function fullName(name: string): string {
  return isImageID(name) ? name : familiarString(withDefaultTag(parseReference(name)));
}

/** An image as one of its platforms has it: that manifest and config. Throws NotFound. */
export function platformImage(store: ImageStore, image: Image, name: string, platform: string): Image {
  const { descriptor, configText = '', platform: found } = manifestFor(store, image, name, platform);
  return {
    ...image,
    configText,
    config: configOf(configText),
    manifest: { ...descriptor, ...(found === undefined ? {} : { platform: found }) },
  };
}

export const missingPlatform = (name: string, platform: string): DockerError =>
  new DockerError('NotFound', `image with reference ${fullName(name)} was found but does not provide the specified platform (${platform})`);
