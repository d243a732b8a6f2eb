/**
 * Why a step was not taken from the cache. `parent-changed`: an earlier step already missed. `files`: paths of the build context or source whose
 * content or mode differs from the last time this instruction ran.
 */
export type MissReason =
  | { readonly kind: 'first-build' }
  | { readonly kind: 'no-cache' }
  | { readonly kind: 'parent-changed' }
  | { readonly kind: 'instruction-changed'; readonly before: string; readonly now: string }
  | { readonly kind: 'files'; readonly changed: readonly string[] }
  | { readonly kind: 'environment'; readonly names: readonly string[] };
