import { defineCheck, met, unmet } from '../../check.ts';
import type { GradeInput } from '../../input/index.ts';

const FILE = '/etc/docker/daemon.json';

export const daemonSetting = defineCheck(
  'daemon-setting',
  { key: 'name', value: 'json' },
  {
    about: {
      en: 'The engine runs with this setting of daemon.json: it was written and the engine was restarted. A dot leads into an object (`features.buildkit`).',
      zh: '引擎正按 daemon.json 的这项设置运行：写好了，也重启过。点号进入对象（`features.buildkit`）。',
    },
    example: { key: 'insecure-registries', value: ['registry.lan:5000'] },
  },
  (input, { key, value }) => {
    const found = valueAt(input.after.host.settings(), key);
    if (canonical(found) === canonical(value)) return met({ files: [FILE] });
    const evidence = { files: [FILE] };
    const values = { key, wanted: canonical(value) };
    if (canonical(valueAt(written(input), key)) === values.wanted) return unmet('setting-waiting', { key, path: FILE }, evidence);
    return found === undefined
      ? unmet('setting-none', values, evidence)
      : unmet('setting', { ...values, found: canonical(found) }, evidence);
  },
);

/** What the file says now, whether the engine has read it or not. */
function written(input: GradeInput): unknown {
  try {
    return JSON.parse(input.after.host.text(FILE) ?? '');
  } catch {
    return undefined;
  }
}

/** Names may contain dots themselves: the longest that is there is taken. */
function valueAt(settings: unknown, key: string): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  const record = settings as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(record, key)) return record[key];
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
    const name = key.slice(0, dot);
    if (Object.hasOwn(record, name)) return valueAt(record[name], key.slice(dot + 1));
  }
  return undefined;
}

/** JSON with names in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
