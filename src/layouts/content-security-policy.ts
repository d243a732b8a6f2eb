// Writes a Content-Security-Policy <meta> into every built page: own files only, inline scripts by hash.
// Styles may be inline because xterm and CodeMirror create <style> elements at run time; a style can load nothing from elsewhere.

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { eachPage } from './built-pages.ts';

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** The policy for one page, given the source texts of its inline scripts. */
export function policy(inlineScripts: readonly string[]): string {
  const hashes = [...new Set(inlineScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy as the first thing in the head. */
export function withPolicy(html: string): string {
  const scripts = [...html.matchAll(inlineScript)]
    .filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes ?? ''))
    .map(([, , text]) => text ?? '');
  return html.replace(/<head>/, () => `<head><meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">`);
}

export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir }) => eachPage(fileURLToPath(dir), withPolicy),
    },
  };
}
