// Rules about upper and lower case.
import type { Node } from '../../../../engine/dockerfile/index.ts';
import type { Edit, Fix } from '../../../session/queries/editor.ts';
import { headOf, type RuleHelp, replacing } from '../context.ts';
import { escaped } from '../source.ts';
import { renameStage } from './stage-names.ts';

const stageWord = /^\s*from\s.*\s(\S+)\s*$/is;
const asWord = /\s(as)\s+\S+\s*$/i;

export const stageNameCasing: RuleHelp = {
  place: ({ source, head }) => source.find(head, stageWord),
  fixes: ({ source, dockerfile, node }) => {
    const index = dockerfile.stages.findIndex(({ from }) => from.lines.start === node.lines.start);
    const stage = dockerfile.stages[index];
    if (stage === undefined) return [];
    const edits = renameStage(source, dockerfile, index, stage.from.stageAsWritten.toLowerCase());
    return [{ kind: 'rename', code: stage.from.stageAsWritten.toLowerCase(), edits }];
  },
};

export const fromAsCasing: RuleHelp = {
  place: ({ source, head }) => source.find(head, asWord),
  fixes: ({ source, head, node }) => {
    const place = source.find(head, asWord);
    if (place === undefined) return [];
    const wanted = node.value === node.value.toLowerCase() ? 'as' : 'AS';
    const line = source.text.slice(head.from, place.from) + wanted + source.text.slice(place.to, head.to);
    return [replacing('use', place, wanted, line)];
  },
};

export const consistentInstructionCasing: RuleHelp = {
  place: ({ source, head }) => source.find(head, /^\S+/),
  fixes: ({ source, dockerfile, fact, node }) => {
    const change = fact(/\((\w+)\)$/) === 'lowercase' ? (text: string) => text.toLowerCase() : (text: string) => text.toUpperCase();
    /** The name, and the `as` of a FROM, which has to match it. */
    const edits = (one: Node): Edit[] => {
      const head = headOf(source, dockerfile, one);
      const words = [source.find(head, /^\S+/), one.value.toUpperCase() === 'FROM' ? source.find(head, asWord) : undefined];
      return words.flatMap((place) => {
        const text = place === undefined ? '' : source.text.slice(place.from, place.to);
        return place === undefined || text === change(text) ? [] : [{ ...place, insert: change(text) }];
      });
    };
    const others = dockerfile.ast.filter((one) => one.value !== change(one.value));
    const here: Fix = { kind: 'use', code: change(node.value), edits: edits(node) };
    if (others.length < 2) return [here];
    return [here, { kind: 'all', code: change('From … Run … Cmd'), edits: others.flatMap(edits) }];
  },
};

export const exposeProtoCasing: RuleHelp = {
  about: ['EXPOSE'],
  place: ({ source, head, fact }) => source.find(head, new RegExp(`\\s(${escaped(fact(/'([^']*)'/))})(?!\\S)`)),
  fixes: ({ source, head, fact }) => {
    const port = fact(/'([^']*)'/);
    const place = source.find(head, new RegExp(`\\s(${escaped(port)})(?!\\S)`));
    return place === undefined ? [] : [replacing('use', place, port.toLowerCase())];
  },
};
