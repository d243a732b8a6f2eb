import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';

/** A finished stage: its image, `''` when it is scratch and made nothing. */
export type StageImage = ImageID | '';

/** The stages built so far, by name and by number. Source: moby builder/dockerfile/dispatchers.go stagesBuildResults. */
export class FinishedStages {
  readonly #list: StageImage[] = [];
  readonly #names = new Map<string, StageImage>();

  checkName(name: string): void {
    if (name !== '' && this.#names.has(name.toLowerCase())) throw new DockerError('InvalidArgument', `${name} stage name already used`);
  }

  byName(name: string): StageImage | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** By name or number; undefined when it is neither. Throws for a number that is no finished stage. */
  find(nameOrNumber: string): StageImage | undefined {
    const named = this.byName(nameOrNumber);
    if (named !== undefined) return named;
    if (!/^[+-]?\d+$/.test(nameOrNumber)) return undefined;
    const index = Number(nameOrNumber);
    if (index === this.#list.length) throw new DockerError('InvalidArgument', 'refers to current build stage');
    if (index < 0 || index > this.#list.length) throw new DockerError('InvalidArgument', 'index out of bounds');
    return this.#list[index];
  }

  add(name: string, image: StageImage): void {
    if (name !== '') this.#names.set(name.toLowerCase(), image);
    this.#list.push(image);
  }
}
