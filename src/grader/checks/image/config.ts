// What an image says of how it is to be run.
import type { ConfigFacts, ImageFacts } from '../../input/index.ts';

/** The fields in the spec's spelling. */
export const lists = 'Entrypoint|Cmd|WorkingDir|User|ExposedPorts|Volumes|StopSignal|OnBuild|Shell';

/** A field as a list of texts; a record as `name=value`. Empty values stand for none. */
export function listOf({ config }: ImageFacts, field: string): readonly string[] {
  const value = config[field as keyof ConfigFacts];
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value;
  return Object.entries(value).map(([name, one]) => `${name}=${typeof one === 'string' ? one : JSON.stringify(one)}`);
}

export const show = ({ config }: ImageFacts, field: string): string => JSON.stringify(config[field as keyof ConfigFacts]);

/** The value of a variable in the image's environment. */
export function variable({ config }: ImageFacts, name: string): string | undefined {
  return config.Env?.findLast((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}
