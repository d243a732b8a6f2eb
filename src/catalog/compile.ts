import {
  type HistorySource,
  type HubEntry,
  type HubPart,
  type ImageSource,
  type LayerSource,
  PartSet,
  partOf,
  type TagSource,
} from '../engine/hub/index.ts';
import type { RunConfig } from '../engine/image/index.ts';
import { sizeOfEntries } from '../engine/layer/index.ts';
import { instruct } from './instruction.ts';
import { decimalSize, expandTree, substitute } from './names.ts';
import { type Descriptions, packageSet, type ReleaseIndex } from './package-set.ts';
import type { ImageEntry, LayerStep, PartFile, StepSource } from './source.ts';

type Vars = Readonly<Record<string, string | number | boolean>>;
type Editable<T> = { -readonly [K in keyof T]: T[K] extends Readonly<Record<string, infer V>> | undefined ? Record<string, V> : T[K] };

/** A compiled part, before any digest is known. */
export interface CompiledPart extends HubPart {
  readonly layers: Record<string, LayerSource>;
  readonly texts: Record<string, string>;
  readonly repository?: { readonly tags: Record<string, TagSource>; readonly images: Record<string, ImageSource> };
}

export interface Catalog {
  readonly parts: ReadonlyMap<string, CompiledPart>;
  readonly index: readonly HubEntry[];
}

interface Base {
  readonly image: ImageSource;
  readonly since: number;
}

const USUAL: readonly string[] = ['amd64', 'arm/v7', 'arm64/v8', '386', 'ppc64le', 's390x'];
const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

/** Compiles the catalogue's files, in an order in which each comes after those it builds on. Throws with the file's name. */
export class Compiler {
  readonly #parts = new Map<string, CompiledPart>();
  readonly #trees = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #images = new Map<string, Base[]>();
  readonly #entries: HubEntry[] = [];
  readonly #releases: (id: string) => ReleaseIndex;
  readonly #descriptions: Descriptions;
  readonly #set = new PartSet();

  constructor(releases: (id: string) => ReleaseIndex, descriptions: Descriptions) {
    this.#releases = releases;
    this.#descriptions = descriptions;
  }

  compile(files: ReadonlyMap<string, PartFile>, found: readonly HubEntry[]): Catalog {
    for (const { trees, texts } of files.values()) {
      for (const [name, text] of Object.entries(trees ?? {})) this.#trees.set(name, text);
      for (const [name, text] of Object.entries(texts ?? {})) if (!this.#texts.has(name)) this.#texts.set(name, text);
    }
    const waiting = new Map(files);
    while (waiting.size > 0) {
      const before = waiting.size;
      for (const [name, file] of waiting) {
        if (!this.#ready(name, file, waiting)) continue;
        waiting.delete(name);
        try {
          this.#part(name, file);
        } catch (error) {
          throw new Error(`content/catalog ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        }
      }
      if (waiting.size === before)
        throw new Error(`these wait for each other, or for what is not there: ${[...waiting.keys()].join(', ')}`);
    }
    return { parts: this.#parts, index: [...this.#entries, ...found].sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  #ready(name: string, file: PartFile, waiting: ReadonlyMap<string, PartFile>): boolean {
    const own = file.repository?.name ?? name;
    const from = (file.images ?? []).flatMap((image) => (image.from === undefined ? [] : [image.from.split(':')[0]!]));
    const sets = Object.values(file.sets ?? {}).flatMap(({ base }) => (base === undefined ? [] : [base]));
    const needed = new Set([...waiting].filter(([other]) => other !== name).map(([other, each]) => each.repository?.name ?? other));
    return (
      from.every((each) => each === own || !needed.has(each)) &&
      sets.every((set) => !set.includes(':') || partOf(set) === name || !waiting.has(partOf(set)))
    );
  }

  #part(name: string, file: PartFile): void {
    const part: Editable<CompiledPart> = { layers: {}, texts: {}, packages: {} };
    const needs = new Set<string>();
    for (const [key, set] of Object.entries(file.sets ?? {})) {
      part.packages![key] = packageSet(set, name, this.#releases, this.#descriptions);
      if (set.base?.includes(':') && partOf(set.base) !== name) needs.add(partOf(set.base));
    }
    this.#parts.set(name, part as CompiledPart);
    this.#set.add(name, part as CompiledPart);
    const own = file.repository?.name ?? name;
    const tags: Record<string, [number, string][]> = {};
    const images: Record<string, ImageSource> = {};
    for (const entry of file.images ?? []) {
      const key = images[String(entry.tags[0])] === undefined ? String(entry.tags[0]) : `${entry.tags[0]}@${entry.created.slice(0, 10)}`;
      const image = this.#image(name, file, entry, part as CompiledPart);
      images[key] = image;
      const since = entry.since === undefined ? 0 : seconds(entry.since);
      for (const [, layer] of image.history) if (layer !== 0 && partOf(layer) !== name) needs.add(partOf(layer));
      for (const tag of entry.tags) {
        (tags[String(tag)] ??= []).push([since, key]);
        const known = this.#images.get(`${own}:${tag}`) ?? [];
        this.#images.set(
          `${own}:${tag}`,
          [...known, { image, since }].sort((a, b) => a.since - b.since),
        );
      }
    }
    const shown = Object.entries(tags).map(
      ([tag, list]) => [tag, list.length === 1 ? list[0]![1] : list.sort((a, b) => a[0] - b[0])] as const,
    );
    const whole = {
      ...part,
      ...(needs.size === 0 ? {} : { needs: [...needs].sort() }),
      ...(file.repository === undefined || file.images === undefined ? {} : { repository: { tags: Object.fromEntries(shown), images } }),
    } as CompiledPart;
    this.#parts.set(name, whole);
    this.#set.add(name, whole);
    if (file.repository === undefined) return;
    const { description, stars, badge } = file.repository;
    this.#entries.push({
      name: own,
      description,
      stars,
      ...(badge === undefined ? {} : { badge }),
      ...(file.images === undefined ? {} : { part: name }),
    });
  }

  #image(name: string, file: PartFile, entry: ImageEntry, part: CompiledPart): ImageSource {
    const base = entry.from === undefined ? undefined : this.#base(entry.from, seconds(entry.created));
    const builder = entry.builder ?? file.builder ?? 'buildkit';
    const vars: Vars = { ...file.vars, ...entry.vars, created: entry.created, epoch: seconds(entry.created) };
    const steps = entry.recipe === undefined ? [] : file.recipes?.[entry.recipe];
    if (steps === undefined) throw new Error(`no recipe ${entry.recipe}`);
    let config: RunConfig = { ...base?.config, ...(entry.config as RunConfig | undefined) };
    const history: HistorySource[] = base === undefined ? [] : this.#inherited(base, entry.created);
    const active = steps.filter((step) => typeof step === 'string' || step.when === undefined || vars[step.when]);
    for (const [index, step] of active.entries()) {
      const made = this.#step(name, part, file, step, { vars, builder, config, at: seconds(entry.created) - (active.length - 1 - index) });
      config = made.config;
      history.push([made.by, made.layer, index - active.length + 1, made.comment]);
    }
    return {
      created: entry.created,
      platforms: entry.platforms ?? file.platforms ?? USUAL,
      builder,
      form: entry.form ?? file.form ?? (builder === 'buildkit' ? 'oci+attestations' : 'docker'),
      config,
      history,
    };
  }

  #base(from: string, at: number): ImageSource {
    const known = this.#images.get(from);
    if (known === undefined) throw new Error(`no image ${from}`);
    return (known.findLast(({ since, image }) => since <= at && seconds(image.created) <= at) ?? known[0]!).image;
  }

  /** Rows of a base keep their times: their distance from the new image's. */
  #inherited(base: ImageSource, created: string): HistorySource[] {
    const shift = seconds(base.created) - seconds(created);
    return base.history.map(([by, layer, offset = 0, comment]) => [by, layer, offset + shift, comment ?? '']);
  }

  #step(
    name: string,
    part: CompiledPart,
    file: PartFile,
    step: StepSource,
    on: { vars: Vars; builder: string; config: RunConfig; at: number },
  ): { config: RunConfig; by: string; layer: string | 0; comment: string } {
    const { vars, builder, config, at } = on;
    const buildkit = builder === 'buildkit';
    const note = buildkit ? 'buildkit.dockerfile.v0' : '';
    if (typeof step === 'string') {
      const { config: next, by } = instruct(config, substitute(step, vars), buildkit);
      return { config: next, by: buildkit ? by : `/bin/sh -c #(nop)  ${by}`, layer: 0, comment: note };
    }
    const layer = this.#layer(name, part, file, step, vars, at);
    const by = substitute(rowOf(step, buildkit), vars);
    const next = step.WORKDIR === undefined ? config : { ...config, WorkingDir: substitute(step.WORKDIR, vars) };
    const comment = step.comment === undefined ? (step.row === undefined ? note : '') : substitute(step.comment, vars);
    return { config: next, by, layer, comment };
  }

  #layer(name: string, part: CompiledPart, file: PartFile, step: LayerStep, vars: Vars, at: number): string {
    const salt = substitute(step.salt ?? '${created}', vars);
    let tree = expandTree(step.tree ?? '', vars, this.#trees);
    tree = tree.replace(/ <([\w.-]+)(?=\n|$)/g, (_, text: string) => ` <${this.#text(part, file, text, vars)}`);
    if (step.size !== undefined || / \*[\d.]+(?=\n|$)/.test(tree))
      tree = this.#fill(name, part, tree, salt, decimalSize(substitute(step.size ?? '', vars)));
    const source: LayerSource = { tree, mtime: at, salt };
    const same = Object.entries(part.layers).find(([, other]) => other.tree === tree && other.mtime === at && other.salt === salt);
    const key = same?.[0] ?? String(Object.keys(part.layers).length);
    part.layers[key] = source;
    return `${name}:${key}`;
  }

  /** A text with its variables, under a name of its own where they make it another. */
  #text(part: CompiledPart, file: PartFile, name: string, vars: Vars): string {
    const source = file.texts?.[name] ?? this.#texts.get(name);
    if (source === undefined) throw new Error(`no text ${name}`);
    const text = source.includes('${') ? substitute(source, vars).replace(/\n+$/, '\n') : source;
    for (let nth = 0; ; nth++) {
      const key = nth === 0 ? name : `${name}~${nth}`;
      part.texts[key] ??= text;
      if (part.texts[key] === text) return key;
    }
  }

  /** Gives the lines with a share of the rest their sizes. */
  #fill(name: string, part: CompiledPart, tree: string, salt: string, size: number): string {
    const share = / \*([\d.]+)$/;
    const lines = tree.split('\n');
    const fixed = lines.filter((line) => !share.test(line)).join('\n');
    const probe = { ...part, layers: { probe: { tree: fixed, mtime: 0, salt } } };
    this.#set.add(name, probe);
    const rest = size - sizeOfEntries(this.#set.entries(`${name}:probe`, 'amd64'));
    this.#set.add(name, part);
    const shares = lines.reduce((sum, line) => sum + Number(share.exec(line)?.[1] ?? 0), 0);
    if (shares === 0) throw new Error(`nothing shares the rest of ${size} bytes`);
    if (rest < 0) throw new Error(`files take ${size - rest} bytes, more than ${size}`);
    return lines.map((line) => line.replace(share, (_, part: string) => ` ${Math.floor((rest * Number(part)) / shares)}`)).join('\n');
  }
}

function rowOf(step: LayerStep, buildkit: boolean): string {
  if (step.row !== undefined) return step.row;
  if (step.RUN !== undefined) return buildkit ? `RUN /bin/sh -c ${step.RUN} # buildkit` : `/bin/sh -c ${step.RUN}`;
  if (step.WORKDIR !== undefined) return buildkit ? `WORKDIR ${step.WORKDIR}` : `/bin/sh -c #(nop) WORKDIR ${step.WORKDIR}`;
  const keyword = step.COPY === undefined ? 'ADD' : 'COPY';
  const argument = step.COPY ?? step.ADD ?? '';
  if (buildkit) return `${keyword} ${argument} # buildkit`;
  return `/bin/sh -c #(nop) ${keyword} file:{H} in ${argument.split(' ').at(-1)} `;
}
