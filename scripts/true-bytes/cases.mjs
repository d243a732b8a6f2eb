// Images that recorded cases build in Strata, loaded into a real Docker: the same ids, layers, configs and histories, and the same output when run.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graft, readImage } from './graft.mjs';

const root = fileURLToPath(new URL('../../lessons-tests/oracle/cases/', import.meta.url));
/** As many images as are proven by default, spread over the cases. */
const WANTED = Number(process.env.TRUE_BYTES ?? 60);

/** Cases that end with an image, spread evenly over all there are. */
export function chosenCases() {
  const all = readdirSync(root)
    .sort()
    .map((name) => ({ name, meta: JSON.parse(readFileSync(`${root}${name}/case.json`, 'utf8')) }))
    .filter(({ meta }) => (meta.probe ?? []).length > 0 && !meta.registry);
  const step = Math.max(1, all.length / (WANTED * 1.4));
  return Array.from({ length: Math.floor(all.length / step) }, (_, index) => all[Math.floor(index * step)]);
}

/**
 * Runs a case in Strata and takes its first image out. `tools` are those of verify-true-bytes.mjs. Gives false for a case that leaves none.
 */
export function proveCase({ name, meta }, tools, base) {
  const { work, strata, tell, compareWithDocker, check, docker, tryRun } = tools;
  const tag = meta.probe.find((ref) => /^[\w./-]+:[\w.-]+$/.test(ref)) ?? `${meta.probe[0]}:latest`;
  const dir = `${work}/case-${name}`;
  mkdirSync(dir, { recursive: true });
  if (existsSync(`${root}${name}/files`)) cpSync(`${root}${name}/files`, `${dir}/files`, { recursive: true });
  const source = readFileSync(`${root}${name}/script.sh`, 'utf8');
  const run = `### ran\ntimeout 5 docker run --rm --network none ${tag} > ../ran 2>/dev/null < /dev/null; echo "exit $?" >> ../ran; cat ../ran\n`;
  const told = strata(`case-${name}`, `${source}\n${tell(tag)}${run}`, {}, meta.builder ?? 'classic', { tolerant: true });
  if (told === undefined || !told.archive) return false;
  compareWithDocker(name, tag, told, undefined, { layout: false, sizes: meta.builder !== 'buildkit' });
  const archive = Buffer.from(told.archive, 'base64');
  const { config, layers } = readImage(archive);
  const cmd = [...(config.config?.Entrypoint ?? []), ...(config.config?.Cmd ?? [])];
  if (cmd.length === 0 || layers.length < 2 || config.rootfs.diff_ids[0] !== tools.strataBase()) return true;
  const grafted = `strata-run-${name}:1`;
  writeFileSync(`${work}/graft.tar`, graft(archive, base, grafted));
  docker('load', '-q', '-i', `${work}/graft.tar`);
  check(name, 'docker run', told.ran, tryRun(grafted));
  docker('rmi', '-f', grafted);
  return true;
}
