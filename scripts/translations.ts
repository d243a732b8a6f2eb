// node scripts/translations.ts [--confirm ID…] — which Chinese texts are older than the English ones they translate.
// A translation that was compared with its English text is confirmed by its lesson's ID; one that never was is judged by the dates of commits.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { confirmed, lessonFolders, translationState } from '../src/course/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const [order, ...ids] = process.argv.slice(2);
const committed = (file: string) =>
  Number(execFileSync('git', ['log', '-1', '--format=%ct', '--', file], { cwd: root, encoding: 'utf8' }) || 0);
let stale = 0;
for (const folder of lessonFolders(root)) {
  const [enFile, zhFile] = [`${root}/${folder}/en.mdx`, `${root}/${folder}/zh.mdx`];
  const [en, zh] = [readFileSync(enFile, 'utf8'), readFileSync(zhFile, 'utf8')];
  const id = folder.replace(/^.*\/\d+-/, '');
  if (order === '--confirm') {
    if (ids.includes(id)) writeFileSync(zhFile, confirmed(en, zh));
    continue;
  }
  const state = translationState(en, zh);
  const isOlder = state === 'unconfirmed' && committed(enFile) > committed(zhFile);
  if (state === 'stale' || isOlder) stale++;
  if (state !== 'current')
    console.log(
      `${id}: ${state === 'stale' ? 'the English text has changed' : isOlder ? 'older than the English text, never confirmed' : 'never confirmed'}`,
    );
}
if (order !== '--confirm') console.log(`${stale} stale`);
