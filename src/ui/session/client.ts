// The page's side of the protocol: requests become promises, pushed messages reach listeners.
import type { Message, Replies, Request, RequestType } from './protocol.ts';
import { type PageRefusal, refused } from './refusal/page.ts';
import { sayReason } from './refusal/say.ts';

/** What a client needs of a worker. */
export interface Channel {
  postMessage(message: Request): void;
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

type Body<T extends RequestType> = Omit<Extract<Request, { type: T }>, 'id' | 'type'>;
export type Pushed = Exclude<Message, { type: 'reply' | 'failure' | 'hello' }>;

export interface Client {
  ask<T extends RequestType>(type: T, body: Body<T>): Promise<Replies[T]>;
  /** Resolves when the worker listens: what was asked before has been sent. */
  readonly listens: Promise<void>;
  /** Ends the worker; every open request fails. */
  end(reason: PageRefusal): void;
}

export function connect(channel: Channel, onPush: (message: Pushed) => void): Client {
  let next = 1;
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  /** Requests made before the worker's hello; undefined once it listens. */
  let early: Request[] | undefined = [];
  let heard = () => {};
  const listens = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const fail = (reason: Error) => {
    for (const { reject } of open.values()) reject(reason);
    open.clear();
  };
  channel.onmessage = ({ data }) => {
    if (data.type === 'hello') {
      const waiting = early ?? [];
      early = undefined;
      for (const request of waiting) channel.postMessage(request);
      heard();
    } else if (data.type === 'reply') {
      open.get(data.id)?.resolve(data.value);
      open.delete(data.id);
    } else if (data.type === 'failure') {
      const asked = open.get(data.id);
      open.delete(data.id);
      void sayReason(data).then((reason) => asked?.reject(new Error(reason)));
    } else onPush(data);
  };
  channel.onerror = (event) => fail(event.message ? new Error(event.message) : refused('engine.load'));
  return {
    listens,
    ask: (type, body) =>
      new Promise((resolve, reject) => {
        const id = next++;
        open.set(id, { resolve: resolve as (value: unknown) => void, reject });
        const request = { id, type, ...body } as unknown as Request;
        if (early) early.push(request);
        else channel.postMessage(request);
      }),
    end: (reason) => {
      channel.terminate();
      fail(refused(reason));
    },
  };
}
