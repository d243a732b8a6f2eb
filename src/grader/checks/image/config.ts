// What an image says of how it is to be run.
import { defineCheck, met, unmet, withImage } from '../../check.ts';
import type { ConfigFacts, ImageFacts } from '../../input/index.ts';
import { list, quote, sameList } from '../quote.ts';

/** The fields in the spec's spelling. */
const lists = 'Entrypoint|Cmd|WorkingDir|User|ExposedPorts|Volumes|StopSignal|OnBuild|Shell';
const fields = `${lists}|Env|Labels|Healthcheck` as const;

/** A field as a list of texts; a record as `name=value`. Empty values stand for none. */
function listOf({ config }: ImageFacts, field: string): readonly string[] {
  const value = config[field as keyof ConfigFacts];
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value;
  return Object.entries(value).map(([name, one]) => `${name}=${typeof one === 'string' ? one : JSON.stringify(one)}`);
}

const show = ({ config }: ImageFacts, field: string): string => JSON.stringify(config[field as keyof ConfigFacts]);

/** Sets have no order; lists of words do. */
const unordered: ReadonlySet<string> = new Set(['ExposedPorts', 'Volumes']);

export const configEquals = defineCheck(
  'config-equals',
  { image: 'reference', field: lists, value: 'texts' },
  {
    about: {
      en: 'A field of the config is exactly this list; a single text is a list of one, `[]` is an empty field. The shell form is `["/bin/sh", "-c", "…"]`.',
      zh: '配置里的一个字段恰好是这个列表；单个文字写成一项的列表，空字段写 `[]`。shell 形式是 `["/bin/sh", "-c", "…"]`。',
    },
    example: { image: 'web:1', field: 'Cmd', value: ['nginx', '-g', 'daemon off;'] },
  },
  (input, { image, field, value }) =>
    withImage(input, image, (facts) => {
      const order = (list: readonly string[]) => (unordered.has(field) ? [...list].sort() : list);
      const found = order(listOf(facts, field));
      const wanted = order(value);
      const evidence = { image: facts.id };
      if (sameList(found, wanted)) return met(evidence);
      if (found.length === 0) return unmet('config-differs-empty', { image, field, wanted: list(value) }, evidence);
      return unmet('config-differs', { image, field, found: show(facts, field), wanted: list(value) }, evidence);
    }),
);

export const configLacks = defineCheck(
  'config-lacks',
  { image: 'reference', field: fields },
  { about: { en: 'A field of the config is empty.', zh: '配置里的一个字段是空的。' }, example: { image: 'web:1', field: 'Entrypoint' } },
  (input, { image, field }) =>
    withImage(input, image, (facts) => {
      if (listOf(facts, field).length === 0) return met({ image: facts.id });
      return unmet('config-set', { image, field, found: show(facts, field) }, { image: facts.id });
    }),
);

/** The value of a variable in the image's environment. */
function variable({ config }: ImageFacts, name: string): string | undefined {
  return config.Env?.findLast((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}

export const configEnv = defineCheck(
  'config-env',
  { image: 'reference', name: 'name', value: 'value' },
  {
    about: { en: 'A variable of the environment that the image sets has this value.', zh: '镜像设置的环境变量有这个值。' },
    example: { image: 'web:1', name: 'NODE_ENV', value: 'production' },
  },
  (input, { image, name, value }) =>
    withImage(input, image, (facts) => {
      const found = variable(facts, name);
      if (found === undefined) return unmet('config-env-none', { image, name }, { image: facts.id });
      if (found === value) return met({ image: facts.id });
      return unmet('config-env', { image, name, found: quote(found), wanted: quote(value) }, { image: facts.id });
    }),
);

export const configNoEnv = defineCheck(
  'config-no-env',
  { image: 'reference', name: 'name' },
  {
    about: { en: 'The image does not set this variable.', zh: '镜像没有设置这个环境变量。' },
    example: { image: 'web:1', name: 'TOKEN' },
  },
  (input, { image, name }) =>
    withImage(input, image, (facts) => {
      const found = variable(facts, name);
      return found === undefined
        ? met({ image: facts.id })
        : unmet('config-env-set', { image, name, found: quote(found) }, { image: facts.id });
    }),
);

export const configLabel = defineCheck(
  'config-label',
  { image: 'reference', label: 'name', value: 'value' },
  {
    about: { en: 'A label has this value.', zh: 'label 有这个值。' },
    example: { image: 'web:1', label: 'org.opencontainers.image.version', value: '1.4' },
  },
  (input, { image, label, value }) =>
    withImage(input, image, (facts) => {
      const found = facts.config.Labels?.[label];
      if (found === undefined) return unmet('config-label-none', { image, label }, { image: facts.id });
      if (found === value) return met({ image: facts.id });
      return unmet('config-label', { image, label, found: quote(found), wanted: quote(value) }, { image: facts.id });
    }),
);

export const configLabelIsDigest = defineCheck(
  'config-label-is-digest',
  { image: 'reference', label: 'name', reference: 'reference' },
  {
    about: {
      en: 'A label holds the registry digest of another image that is here, such as that of the base.',
      zh: 'label 里是机器上另一个镜像（例如基础镜像）在仓库里的摘要。',
    },
    example: { image: 'web:1', label: 'org.opencontainers.image.base.digest', reference: 'alpine:3.22' },
  },
  (input, { image, label, reference }) =>
    withImage(input, image, (facts) =>
      withImage(input, reference, (other) => {
        const repository = reference.slice(0, reference.lastIndexOf(':'));
        const digests = other.digests.filter((one) => one.startsWith(`${repository}@`)).map((one) => one.slice(repository.length + 1));
        const wanted = digests[0];
        if (wanted === undefined) return unmet('label-no-digest', { image: reference }, { image: other.id });
        const found = facts.config.Labels?.[label];
        if (found === undefined) return unmet('config-label-none', { image, label }, { image: facts.id });
        if (digests.includes(found)) return met({ image: facts.id });
        return unmet('config-label', { image, label, found: quote(found), wanted: quote(wanted) }, { image: facts.id });
      }),
    ),
);
