// The engine is a function of its inputs: it may not read the clock, chance, a locale or the page. `node scripts/check-purity.mjs`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const BANNED = [
  [/\bDate\b(?=\s*[.(])|new Date\b/, 'the clock: time is a field of the World'],
  [/\bMath\.random\b/, 'chance: use the kernel’s PseudoRandom'],
  [/\btoLocale\w+|\bIntl\b|localeCompare/, 'a locale: order by bytes, print as Go and C do'],
  [/from '(node:|react|preact|astro)/, 'Node or the page'],
];

const root = new URL('..', import.meta.url).pathname;
const files = execFileSync('git', ['ls-files', 'src/engine/*.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
for (const file of files) {
  if (file.endsWith('.test.ts') || file.includes('/testing/')) continue;
  for (const [index, line] of readFileSync(root + file, 'utf8')
    .split('\n')
    .entries()) {
    const code = line.replace(/\/\/.*$|^\s*\*.*$|'(?:[^'\\]|\\.)*'|`[^`]*`/g, (text) =>
      text.startsWith("'") && line.includes(' from ') ? text : '',
    );
    for (const [pattern, why] of BANNED) {
      if (!pattern.test(code)) continue;
      console.error(`${file}:${index + 1}: the engine may not read ${why}: ${line.trim()}`);
      process.exitCode = 1;
    }
  }
}
