// References: names of images in registries, parsed and shown as Docker does.
// Knows the grammar, the short forms and the texts of its errors; refuses to know what a name leads to.
export { parseAnyReference, parseDockerRef, withTag } from './any.ts';
export { familiarMatch, matchPath } from './match.ts';
export {
  canonicalString,
  DEFAULT_DOMAIN,
  familiarName,
  familiarString,
  fromCanonical,
  isImageID,
  parseReference,
  type Reference,
  repositoryOf,
  withDefaultTag,
} from './reference.ts';
