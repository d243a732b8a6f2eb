// Compares the rules of docs/semantics with the ids that test titles begin with: `node scripts/check-rules.mjs`.
// A test that names a rule nobody wrote is an error; rules without a test of their own are counted.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const rules = new Set();
for (const name of readdirSync(`${root}docs/semantics`)) {
  if (!name.endsWith('.md')) continue;
  for (const [, id] of readFileSync(`${root}docs/semantics/${name}`, 'utf8').matchAll(/\*\*([A-Z]{2,6}-\d+)\*\*/g)) {
    if (rules.has(id)) {
      console.error(`${name}: rule ${id} is written twice`);
      process.exitCode = 1;
    }
    rules.add(id);
  }
}
const tested = new Set();
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');
for (const file of files) {
  const text = readFileSync(root + file, 'utf8');
  for (const [, title] of text.matchAll(/(?:test|it|describe)(?:\.each(?:<[\s\S]*?>)?\([\s\S]*?\))?\(\s*['"`]([^'"`]*)/g)) {
    for (const id of /^((?:[A-Z]{2,6}-\d+[,:]? ?(?:and )?)+)/.exec(title)?.[1].match(/[A-Z]{2,6}-\d+/g) ?? []) {
      tested.add(id);
      if (rules.has(id)) continue;
      console.error(`${file}: no rule ${id} in docs/semantics`);
      process.exitCode = 1;
    }
  }
}
const untested = [...rules].filter((id) => !tested.has(id));
console.log(
  `${rules.size} rules, ${rules.size - untested.length} with a test of their own${untested.length > 0 ? `; without: ${untested.join(' ')}` : ''}`,
);
