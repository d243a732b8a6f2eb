import { encodeText, type Process, type Step } from '../../kernel/index.ts';
import { Database, pathsOf, type Stanza } from './database.ts';
import { table } from './list.ts';

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** What dpkg-query does; `command` is one of list, files, search, status, show, selections. */
export function* query(p: Process, command: string, words: readonly string[], format: string | undefined): Step<number> {
  const db = new Database(p);
  switch (command) {
    case 'list':
      return yield* list(p, db, words);
    case 'show':
      return yield* show(p, db, words, format ?? '${binary:Package}\\t${Version}\\n');
    case 'files':
      return yield* files(p, db, words);
    case 'search':
      return yield* search(p, db, words);
    case 'status':
      return yield* status(p, db, words);
  }
  for (const stanza of db.packages.values())
    yield* p.write(1, `${stanza.qualified.padEnd(48, '\t').replace(/\t+$/, tabs(stanza.qualified))}${stanza.status.split(' ')[0]}\n`);
  return 0;
}

/** Tabs up to column 48, as --get-selections prints. */
const tabs = (name: string): string => '\t'.repeat(Math.max(1, 6 - Math.floor(name.length / 8)));

function* matching(p: Process, db: Database, words: readonly string[]): Step<{ found: Stanza[]; missing: number }> {
  const all = [...db.packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (words.length === 0) return { found: all.filter(({ installed, configured }) => installed || configured), missing: 0 };
  let missing = 0;
  const found = new Set<Stanza>();
  for (const word of words) {
    const pattern = glob(word.replace(/:[a-z0-9]+$/, ''));
    const mine = all.filter(({ name }) => pattern.test(name));
    if (mine.length === 0) {
      missing++;
      yield* p.write(2, `dpkg-query: no packages found matching ${word}\n`);
    }
    for (const each of mine) found.add(each);
  }
  return { found: all.filter((stanza) => found.has(stanza)), missing };
}

function* list(p: Process, db: Database, words: readonly string[]): Step<number> {
  const { found, missing } = yield* matching(p, db, words);
  if (found.length > 0) yield* p.write(1, encodeText(table(found, p.isatty(1) ? 80 : undefined)));
  return missing > 0 ? 1 : 0;
}

function* show(p: Process, db: Database, words: readonly string[], format: string): Step<number> {
  const { found, missing } = yield* matching(p, db, words);
  for (const stanza of found) {
    const text = format
      .replaceAll('\\n', '\n')
      .replaceAll('\\t', '\t')
      .replace(/\$\{([^};]+)(?:;(-?\d+))?\}/g, (_, field: string, width: string | undefined) => {
        const value = fieldOf(stanza, field);
        const n = Number(width ?? 0);
        return n < 0 ? value.padEnd(-n).slice(0, -n) : value.padStart(n);
      });
    yield* p.write(1, encodeText(text));
  }
  return missing > 0 ? 1 : 0;
}

function fieldOf(stanza: Stanza, field: string): string {
  switch (field) {
    case 'binary:Package':
      return stanza.qualified;
    case 'binary:Summary':
      return (stanza.fields.get('Description') ?? '').split('\n')[0]!;
    case 'db:Status-Status':
      return stanza.status.split(' ')[2] ?? '';
    case 'db:Status-Abbrev':
      return stanza.installed ? 'ii ' : 'rc ';
    case 'source:Package':
      return stanza.fields.get('Source') ?? stanza.name;
  }
  return stanza.fields.get(field) ?? '';
}

function* files(p: Process, db: Database, words: readonly string[]): Step<number> {
  let failed = 0;
  for (const [at, word] of words.entries()) {
    const stanza = db.packages.get(word.replace(/:[a-z0-9]+$/, ''));
    if (stanza === undefined) {
      yield* p.write(2, `dpkg-query: package '${word}' is not installed\n`);
      failed++;
      continue;
    }
    const paths = pathsOf(p, stanza) ?? [];
    yield* p.write(
      1,
      `${at > 0 ? '\n' : ''}${paths.length === 0 ? `Package '${word}' does not contain any files (!)` : paths.join('\n')}\n`,
    );
  }
  if (failed > 0) yield* p.write(2, 'Use dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n');
  return failed > 0 ? 1 : 0;
}

function* search(p: Process, db: Database, words: readonly string[]): Step<number> {
  let failed = 0;
  for (const word of words) {
    const pattern = word.startsWith('/') && !/[*?[]/.test(word) ? undefined : glob(/[*?[]/.test(word) ? word : `*${word}*`);
    const owners = new Map<string, string[]>();
    for (const stanza of db.packages.values())
      for (const path of pathsOf(p, stanza) ?? [])
        if (pattern === undefined ? path === word : pattern.test(path)) owners.set(path, [...(owners.get(path) ?? []), stanza.qualified]);
    if (owners.size === 0) {
      failed++;
      yield* p.write(
        2,
        `dpkg-query: no path found matching pattern ${pattern === undefined ? word : /[*?[]/.test(word) ? word : `*${word}*`}\n`,
      );
    }
    for (const [path, names] of owners) yield* p.write(1, `${names.join(', ')}: ${path}\n`);
  }
  return failed > 0 ? 1 : 0;
}

function* status(p: Process, db: Database, words: readonly string[]): Step<number> {
  let failed = 0;
  for (const [at, word] of words.entries()) {
    const stanza = db.packages.get(word);
    if (stanza === undefined) {
      failed++;
      yield* p.write(2, `dpkg-query: package '${word}' is not installed and no information is available\n`);
    } else yield* p.write(1, `${at > 0 ? '\n' : ''}${stanza.text()}`);
  }
  if (failed > 0) yield* p.write(2, 'Use dpkg --info (= dpkg-deb --info) to examine archive files.\n');
  return failed > 0 ? 1 : 0;
}
