// Rules about ENV and LABEL pairs.
import { type RuleHelp, replacing } from '../context.ts';

/** A value as a word of a Dockerfile: in quotes when a blank or a quote asks for it; variables stay variables. */
export const quoted = (value: string): string =>
  /^[^\s"'\\]+$/.test(value) ? value : `"${value.replace(/\\(?!\$)/g, '\\\\').replace(/"/g, '\\"')}"`;

export const legacyKeyValueFormat: RuleHelp = {
  about: ['ENV', 'LABEL'],
  fixes: ({ head, node }) => {
    const [key, value] = node.args;
    if (key === undefined || value === undefined) return [];
    // What stands in quotes as a whole may stay so.
    const whole = /^"(?:[^"\\]|\\.)*"$|^'[^']*'$/.test(value);
    return [replacing('use', head, `${node.value} ${key}=${whole ? value : quoted(value)}`)];
  },
};

export const maintainerDeprecated: RuleHelp = {
  about: ['MAINTAINER'],
  fixes: ({ head, node }) => {
    const name = node.value === node.value.toLowerCase() ? 'label' : 'LABEL';
    const author = node.original
      .slice(node.value.length)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    return [replacing('use', head, `${name} org.opencontainers.image.authors=${JSON.stringify(author)}`)];
  },
};
