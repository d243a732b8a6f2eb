import type { Routine } from '../coroutine/index.ts';
import { get } from './convert.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsObject, JsThrow, type Value } from './values.ts';

type Reaction = (value: Value) => Routine<void>;
export interface PromiseState {
  state: 'pending' | 'fulfilled' | 'rejected';
  value: Value;
  handled: boolean;
  readonly waiting: { readonly ok: Reaction; readonly no: Reaction }[];
}
export const stateOf = (value: Value): PromiseState | undefined =>
  value instanceof JsObject && value.kind === 'Promise' ? (value.hidden as PromiseState) : undefined;

/** Rejected promises that nobody has looked at; the main loop tells them. */
export const unhandled = new WeakMap<Realm, Set<JsObject>>();

/** Calls one of two functions once the promise is settled. */
export function subscribe(js: Realm, promise: JsObject, ok: Reaction, no: Reaction): void {
  const state = stateOf(promise)!;
  state.handled = true;
  unhandled.get(js)?.delete(promise);
  if (state.state === 'pending') state.waiting.push({ ok, no });
  else js.loop.microtask(() => (state.state === 'fulfilled' ? ok : no)(state.value));
}

function finish(js: Realm, promise: JsObject, how: 'fulfilled' | 'rejected', value: Value): void {
  const state = stateOf(promise)!;
  if (state.state !== 'pending') return;
  state.state = how;
  state.value = value;
  for (const { ok, no } of state.waiting.splice(0)) js.loop.microtask(() => (how === 'fulfilled' ? ok : no)(value));
  if (how === 'rejected' && !state.handled) {
    const set = unhandled.get(js) ?? new Set();
    unhandled.set(js, set.add(promise));
  }
}

/** Making and settling promises. */
export const settle = {
  make(js: Realm): JsObject {
    const promise = new JsObject(js.proto.Promise);
    promise.kind = 'Promise';
    promise.hidden = { state: 'pending', value: undefined, handled: false, waiting: [] } satisfies PromiseState;
    return promise;
  },
  reject(js: Realm, promise: JsObject, reason: Value): void {
    finish(js, promise, 'rejected', reason);
  },
  *resolve(js: Realm, promise: JsObject, value: Value): Routine<void> {
    if (stateOf(value) !== undefined) {
      subscribe(
        js,
        value as JsObject,
        function* (result) {
          finish(js, promise, 'fulfilled', result);
        },
        function* (reason) {
          finish(js, promise, 'rejected', reason);
        },
      );
      return;
    }
    if (value instanceof JsObject) {
      try {
        const then = yield* get(js, value, 'then');
        if (isCallable(then)) {
          const both = resolvers(js, promise);
          js.loop.microtask(function* () {
            yield* js.call(then, value, both);
          });
          return;
        }
      } catch (error) {
        if (!(error instanceof JsThrow)) throw error;
        finish(js, promise, 'rejected', error.value);
        return;
      }
    }
    finish(js, promise, 'fulfilled', value);
  },
};

/** The two functions that settle a promise. */
export function resolvers(js: Realm, promise: JsObject): [JsObject, JsObject] {
  return [
    js.native('resolve', function* (_, __, [value]) {
      yield* settle.resolve(js, promise, value);
      return undefined;
    }),
    js.native('reject', (_, __, [reason]) => {
      settle.reject(js, promise, reason);
      return undefined;
    }),
  ];
}

/** A promise of a value; the value itself when it is one. */
export function* resolved(js: Realm, value: Value): Routine<JsObject> {
  if (stateOf(value) !== undefined) return value as JsObject;
  const promise = settle.make(js);
  yield* settle.resolve(js, promise, value);
  return promise;
}

/** promise.then(ok, no). */
export function afterwards(js: Realm, promise: JsObject, ok: Value, no: Value): JsObject {
  const next = settle.make(js);
  const react = (func: Value, otherwise: 'resolve' | 'reject'): Reaction =>
    function* (value) {
      if (!isCallable(func)) {
        if (otherwise === 'resolve') yield* settle.resolve(js, next, value);
        else settle.reject(js, next, value);
        return;
      }
      try {
        yield* settle.resolve(js, next, yield* js.call(func, undefined, [value]));
      } catch (error) {
        if (!(error instanceof JsThrow)) throw error;
        settle.reject(js, next, error.value);
      }
    };
  subscribe(js, promise, react(ok, 'resolve'), react(no, 'reject'));
  return next;
}
