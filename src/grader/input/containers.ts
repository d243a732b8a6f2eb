// Facts about containers.

export interface ContainerFacts {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  readonly exit: number;
  readonly changes: readonly { readonly kind: 'A' | 'C' | 'D'; readonly path: string }[];
}
