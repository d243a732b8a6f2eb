// node scripts/translations.ts [--confirm ID…|all] — which Chinese texts do not belong to their English ones any more, and why. Ends with 1
// while one is stale: its English text alone has changed. `--confirm` notes that both were compared.
import { confirmTranslations, translationReport } from '../src/proof/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const [order, ...ids] = process.argv.slice(2);
const why = {
  stale: 'stale: the English text has changed, the Chinese one has not',
  'both-changed': 'both have changed and were not compared since',
  'chinese-changed': 'the Chinese text has changed and was not compared since',
  'never-compared': 'new, never compared',
} as const;

if (order === '--confirm') {
  const done = confirmTranslations(root, ids.includes('all') ? 'all' : ids);
  console.log(`${done.length} confirmed`);
  const unknown = ids.filter((id) => id !== 'all' && !done.includes(id));
  if (unknown.length > 0) {
    console.error(`expected ids of lessons, found ${unknown.join(', ')}`);
    process.exitCode = 1;
  }
} else {
  const report = translationReport(root);
  for (const { lesson, differences } of report) for (const one of differences) console.log(`${lesson}, ${one.part}: ${why[one.why]}`);
  const all = report.flatMap(({ differences }) => differences);
  const stale = all.filter((one) => one.why === 'stale').length;
  console.log(`${stale} stale, ${all.length - stale} to compare`);
  if (stale > 0) process.exitCode = 1;
}
