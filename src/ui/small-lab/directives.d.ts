import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** See touched.ts. */
    'client:touched'?: boolean;
  }
}
