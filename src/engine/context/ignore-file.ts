import { cleanPath } from '../go/path.ts';

const decoder = new TextDecoder();

/** The patterns of an ignore file: comments and blank lines dropped, paths cleaned, leading slashes gone. Source: moby/patternmatcher/ignorefile. */
export function readIgnoreFile(bytes: Uint8Array): string[] {
  const patterns: string[] = [];
  for (const line of decoder.decode(bytes).split('\n')) {
    const text = (line.endsWith('\r') ? line.slice(0, -1) : line).replace(/^\ufeff/, '');
    if (text.startsWith('#')) continue;
    let pattern = text.trim();
    if (pattern === '') continue;
    const inverted = pattern.startsWith('!');
    if (inverted) pattern = pattern.slice(1).trim();
    if (pattern !== '') {
      pattern = cleanPath(pattern);
      if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
    }
    patterns.push(inverted ? `!${pattern}` : pattern);
  }
  return patterns;
}
