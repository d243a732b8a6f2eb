// Rules about paths, ports and platforms.
import { type RuleHelp, replacing } from '../context.ts';
import { escaped } from '../source.ts';

export const workdirRelativePath: RuleHelp = {
  about: ['WORKDIR'],
  place: ({ source, head }) => source.find(head, /^\S+\s+(.+)$/s),
  fixes: ({ source, head }) => {
    const place = source.find(head, /^\S+\s+["']?(.+?)["']?$/s);
    if (place === undefined) return [];
    const path = source.text.slice(place.from, place.to).replace(/^(?:\.\/)+|^\.$/, '');
    return [replacing('use', place, `/${path}`, `WORKDIR /${path}`)];
  },
};

export const exposeInvalidFormat: RuleHelp = {
  about: ['EXPOSE'],
  place: ({ source, head, fact }) => source.find(head, new RegExp(`\\s(${escaped(fact(/found '([^']*)'/))})(?!\\S)`)),
  fixes: ({ source, head, fact }) => {
    const word = fact(/found '([^']*)'/);
    const place = source.find(head, new RegExp(`\\s(${escaped(word)})(?!\\S)`));
    const port = /:?([\d-]+(?:\/\w+)?)$/.exec(word)?.[1];
    return place === undefined || port === undefined ? [] : [replacing('use', place, port, `EXPOSE ${port}`)];
  },
};

const flag = /\s(--platform=\S+)/i;
const platformFlag: RuleHelp = {
  place: ({ source, head }) => source.find(head, flag),
  fixes: ({ source, head }) => {
    const place = source.find(head, /\s--platform=\S+/i);
    if (place === undefined) return [];
    return [replacing('use', place, '', source.text.slice(head.from, place.from) + source.text.slice(place.to, head.to))];
  },
};
export const redundantTargetPlatform = platformFlag;
export const fromPlatformFlagConstDisallowed = platformFlag;

export const copyIgnoredFile: RuleHelp = {
  place: ({ source, head, fact }) => source.find(head, new RegExp(`\\s(${escaped(fact(/file "([^"]*)"/))})(?!\\S)`)),
};
