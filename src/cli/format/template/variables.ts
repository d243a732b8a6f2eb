import type { Reflected } from './interface.ts';

interface Variable {
  readonly name: string;
  value: Reflected;
}

/** The variables that a template sees, innermost last. The first is `$`: what the template was called with. */
export class Variables {
  private readonly all: Variable[];

  constructor(data: Reflected) {
    this.all = [{ name: '$', value: data }];
  }

  get count(): number {
    return this.all.length;
  }

  /** The innermost one of a name. */
  find(name: string): Variable | undefined {
    return this.all.findLast((each) => each.name === name);
  }

  at(index: number): Variable {
    return this.all[index]!;
  }

  declare(name: string, value: Reflected): void {
    this.all.push({ name, value });
  }

  /** Forgets all but the outermost `count`: their block is over. */
  keep(count: number): void {
    this.all.length = count;
  }
}
