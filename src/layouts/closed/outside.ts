// Words that others than the closed modules use: browsers and the language itself, a library's public types, and our files.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a file of types declares: properties, methods, globals; parameters are nobody's. */
function declaredIn(path: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (!ts.isParameter(node) && 'name' in node && typeof node.name === 'object' && node.name !== null && 'text' in node.name)
      names.add(String(node.name.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  return names;
}

let platform: ReadonlySet<string> | undefined;

/** Everything that browsers and ECMAScript have, as TypeScript knows it. */
function platformNames(): ReadonlySet<string> {
  if (platform) return platform;
  const folder = dirname(fileURLToPath(import.meta.resolve('typescript')));
  const libraries = readdirSync(folder).filter((name) => /^lib\.(?:dom|es)\w*\..*d\.ts$/.test(name));
  platform = new Set(libraries.flatMap((name) => [...declaredIn(join(folder, name))]));
  return platform;
}

const wordsIn = (path: string): readonly string[] => readFileSync(path, 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? [];

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

export interface Speakers {
  /** Folders of ours whose files talk to the modules. */
  readonly folders: readonly string[];
  /** Other files that do, or that are looked up by words. */
  readonly files: readonly string[];
  /** The public types. */
  readonly types: readonly string[];
}

export function outsideNames({ folders, files, types }: Speakers): Set<string> {
  const ours = [...folders.flatMap(filesBelow), ...files].flatMap(wordsIn);
  return new Set([...platformNames(), ...ours, ...types.flatMap((path) => [...declaredIn(path)]), 'constructor', 'prototype', '__proto__']);
}
