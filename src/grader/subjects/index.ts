// Which things in the pictures a set of goals is about: pure, out of the goals' data and the facts of a solved exercise.
import type { ExerciseGoals, Finding, Goal } from '../finding.ts';
import { grade } from '../grade.ts';
import { type GradeInput, type ImageFacts, inputOf } from '../input/index.ts';
import { type Ask, asksOf } from './asks.ts';
import { at, fieldOf, fields, holding, layers, whole } from './parts.ts';
import type { Subject, SubjectKind } from './subject.ts';

export type { Subject, SubjectKind } from './subject.ts';

/** Each thing once, in the order of the goals. */
export function subjectsOf(exercise: ExerciseGoals, input: GradeInput): readonly Subject[] {
  const states = grade({ exercise, input }).goals;
  const all = exercise.goals.flatMap((goal, index) => {
    const { machine } = goal.with;
    const seen = typeof machine === 'string' ? inputOf(input, machine) : input;
    if (seen === undefined) return [];
    const asked = { goal, input: seen, finding: states[index]?.finding };
    return asksOf(goal.check).flatMap((ask) =>
      resolve(ask, asked).map(([kind, key]): Subject => ({ ...(typeof machine === 'string' ? { machine } : {}), kind, key })),
    );
  });
  const keys = new Set<string>();
  return all.filter((one) => {
    const key = JSON.stringify(one);
    return !keys.has(key) && keys.add(key);
  });
}

interface Asked {
  readonly goal: Pick<Goal, 'check' | 'with'>;
  readonly input: GradeInput;
  readonly finding: Finding | undefined;
}
type Found = readonly (readonly [SubjectKind, string])[];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);
const pairs = (kind: SubjectKind, keys: readonly string[]): Found => keys.map((key) => [kind, key]);

function resolve(ask: Ask, asked: Asked): Found {
  const { with: params } = asked.goal;
  const { after } = asked.input;
  const images = imagesOf(asked);
  const containers = containersOf(asked);
  const each = (of: (image: ImageFacts) => Found): Found => images.flatMap(of);
  const part = (kind: SubjectKind): Found => [...pairs('container', containers), ...pairs(kind, containers)];
  const references = [params.reference, params.a, params.b].map(text).filter(Boolean);
  switch (ask) {
    case 'image':
      return [...named(asked), ...pairs('tag', texts(params.refs))];
    case 'images':
      return after.images.flatMap(({ id, refs }) => [...pairs('image', [id]), ...pairs('tag', refs)]);
    case 'dangling':
      return pairs(
        'image',
        after.images.filter(({ refs }) => refs.length === 0).map(({ id }) => id),
      );
    case 'whole':
      return [...named(asked), ...each(layers), ...each(fields)];
    case 'layers':
      return [...named(asked), ...each(layers)];
    case 'found':
      return [...named(asked), ...whole(asked.finding?.evidence?.layers ?? [])];
    case 'paths': {
      const paths = [text(params.path)];
      return [...named(asked), ...pairs('path', paths), ...each((image) => pairs('layer', holding(image, paths)))];
    }
    case 'config':
      return [
        ...named(asked),
        ...each(({ id }) => [
          ['config', id],
          ['field', `${id} ${fieldOf(asked.goal)}`],
        ]),
      ];
    case 'history':
      return [...named(asked), ...each(layers), ...each(fields)];
    case 'container':
      return pairs('container', containers);
    case 'containers':
      return after.containers.flatMap(
        ({ name }): Found => [
          ['container', name],
          ['events', name],
        ],
      );
    case 'argv':
    case 'processes':
    case 'events':
    case 'own':
      return part(ask);
    case 'inside':
      return [
        ...pairs('container', containers),
        ...after.containers.filter(({ name }) => containers.includes(name)).map((one) => at(one, text(params.path))),
      ];
    case 'mount':
      return [
        ...pairs('container', containers),
        ...pairs(
          'mount',
          containers.map((name) => `${name} ${text(params.path)}`),
        ),
      ];
    case 'port':
      return [
        ...pairs('container', containers),
        ...pairs(
          'port',
          containers.map((name) => `${name} ${text(params.port)}`),
        ),
      ];
    case 'runs':
      return pairs('container', containers);
    case 'volume':
      return pairs('volume', [text(params.volume)]);
    case 'volumes':
      return pairs(
        'volume',
        after.volumes.map(({ name }) => name),
      );
    case 'network':
      return pairs('network', [text(params.network)]);
    case 'reference':
      return pairs('reference', references);
    case 'blobs':
      return [...pairs('reference', references), ...pairs('blobs', references)];
    case 'platforms':
    case 'requests':
      return pairs(ask, references);
    case 'tags':
      return pairs(
        'reference',
        texts(params.tags).map((tag) => `${text(params.repository)}:${tag}`),
      );
    case 'step':
      return each(({ id }) =>
        pairs(
          'step',
          after
            .builds()
            .findLast(({ image }) => image === id)
            ?.steps.flatMap((step) => (step.text.includes(text(params.step)) ? `${id} ${step.text}` : [])) ?? [],
        ),
      );
    case 'steps':
    case 'context':
      return each(({ id }) => [[ask, id]]);
    case 'cache':
      return [['cache', '']];
    case 'nowhere':
      return [];
  }
}

/** The images that a condition names, as they are when it is solved. */
function imagesOf({ goal: { with: params }, input: { after } }: Asked): readonly ImageFacts[] {
  const names = [params.image, params.a, params.b, params.of].map(text);
  return after.images.filter(({ refs }) => names.some((name) => name !== '' && refs.includes(name)));
}

/** Those images and the names they are asked for by. */
function named(asked: Asked): Found {
  const { image, a, b, of } = asked.goal.with;
  const ids = imagesOf(asked).map(({ id }) => id);
  return [...pairs('tag', [image, a, b, of].map(text).filter(Boolean)), ...pairs('image', ids)];
}

/** Names of the containers that a condition is about: the one it names, those in a state, or all that an image made since the start. */
function containersOf({ goal: { check, with: params }, input: { before, after } }: Asked): readonly string[] {
  if (params.container !== undefined) return [text(params.container)];
  const image = text(params.image);
  const id = after.images.find(({ refs }) => refs.includes(image))?.id;
  if (check === 'containers-of') return after.containers.filter((one) => one.image === id).map(({ name }) => name);
  const begun = before.runs.at(-1)?.number ?? 0;
  const runs = after.runs.filter((run) => run.number > begun && (run.imageRef === image || run.image === id));
  return [...new Set(runs.map(({ container }) => container))];
}
