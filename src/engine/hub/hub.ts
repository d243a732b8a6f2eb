import type { Daemon } from '../daemon/index.ts';
import type { Digest } from '../digest/index.ts';
import { load, type Step } from '../kernel/index.ts';
import type { Layer } from '../layer/index.ts';
import { logIn } from './accounts.ts';
import type { Document } from './image-text.ts';
import type { HubEntry, ImageSource, RepositorySource } from './part.ts';
import { PartSet, partOf } from './part-set.ts';
import { imageOfTag, layerKeys, type PlatformDocuments, platformDocuments, topDocument } from './repository.ts';
import { searchHub } from './search.ts';
import type { HubSource, HubState } from './source.ts';

/** A repository of the catalogue with every document of its images that is known so far, by digest. */
interface OpenRepository {
  readonly name: string;
  readonly source: RepositorySource;
  readonly documents: Map<Digest, Document>;
  /** What an image's tags answer: an index or a manifest. */
  readonly tops: Map<string, Document>;
  /** Manifests of other platforms, each with its image. */
  readonly foreign: Map<Digest, readonly [image: ImageSource, platform: string]>;
}

/** Docker Hub as the catalogue has it: what exists, and the documents and layers of its images. What people push is not here. */
export class Hub {
  readonly #source: HubSource;
  readonly #parts = new PartSet();
  readonly #open = new Map<string, OpenRepository>();
  state: HubState;

  constructor(source: HubSource, state: HubState = {}) {
    this.#source = source;
    this.state = state;
  }

  /** All repositories, as the index has them. */
  *entries(): Step<readonly HubEntry[]> {
    return yield* load(this.#source.index);
  }

  /** Whether a repository can be found, although the catalogue may have no images of it. */
  *isListed(path: string): Step<boolean> {
    return (yield* this.entries()).some(({ name }) => name === path.replace(/^library\//, ''));
  }

  /** Repositories for a term, as `docker search` lists them: those of the catalogue, and what people pushed. */
  *search(daemon: Daemon, term: string): Step<HubEntry[]> {
    return yield* searchHub(this, daemon, term);
  }

  /** Checks a name and password; where accounts are open a new name becomes one. Throws DockerError. */
  *logIn(username: string, password: string): Step<void> {
    yield* logIn(this, username, password);
  }

  /** The repository at a path, `library/nginx` or `grafana/grafana`; undefined when there is none with images. */
  *repository(path: string): Step<OpenRepository | undefined> {
    const name = path.replace(/^library\//, '');
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const entry = (yield* this.entries()).find((each) => each.name === name);
    if (entry?.part === undefined || (path.startsWith('library/') && name.includes('/'))) return undefined;
    yield* this.#load(entry.part);
    const source = this.#parts.part(entry.part)?.repository;
    if (source === undefined) return undefined;
    const opened: OpenRepository = { name, source, documents: new Map(), tops: new Map(), foreign: new Map() };
    for (const [key, image] of Object.entries(source.images)) {
      const documents = platformDocuments(this.#parts, name, image, 'amd64');
      this.#keep(opened, documents);
      const top = topDocument(image, documents);
      opened.tops.set(key, top);
      opened.documents.set(top.digest, top);
      for (const [platform, [manifest, , attestation]] of Object.entries(image.others ?? {}))
        for (const hex of [manifest, attestation]) if (hex !== undefined) opened.foreign.set(`sha256:${hex}` as Digest, [image, platform]);
    }
    this.#open.set(path, opened);
    return opened;
  }

  /** What a tag of a repository answers at a time; undefined for one it does not have. */
  tagged({ source, tops }: OpenRepository, tag: string, now: number): Document | undefined {
    const target = Object.hasOwn(source.tags, tag) ? source.tags[tag] : undefined;
    return target === undefined ? undefined : tops.get(imageOfTag(target, now));
  }

  /** A manifest, index, config or attestation by digest. */
  *document(repository: OpenRepository, digest: Digest): Step<Document | undefined> {
    const known = repository.documents.get(digest);
    const other = repository.foreign.get(digest);
    if (known !== undefined || other === undefined) return known;
    const [image, platform] = other;
    for (const name of new Set(layerKeys(image).map(partOf))) yield* this.#loadOthers(name);
    this.#keep(repository, platformDocuments(this.#parts, repository.name, image, platform));
    return repository.documents.get(digest);
  }

  /** A layer of an image whose manifest was asked for. */
  layer(digest: Digest): Layer | undefined {
    return this.#parts.layerOfBlob(digest);
  }

  #keep({ documents }: OpenRepository, { manifest, config, attestation }: PlatformDocuments): void {
    for (const each of [manifest, config, ...attestation]) documents.set(each.digest, each);
  }

  *#load(name: string): Step<void> {
    if (this.#parts.has(name)) return;
    const loader = this.#source.part(name);
    if (loader === undefined) throw new Error(`no part ${name}`);
    const part = yield* load(loader);
    this.#parts.add(name, part);
    for (const needed of part.needs ?? []) yield* this.#load(needed);
  }

  *#loadOthers(name: string): Step<void> {
    const loader = this.#source.others(name);
    if (this.#parts.hasOthers(name) || loader === undefined) return;
    this.#parts.addOthers(name, yield* load(loader));
  }
}
