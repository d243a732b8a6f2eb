import type { Routine } from '../coroutine/index.ts';
import type { Stmt } from './ast.ts';
import type { PropertyParts } from './attributes.ts';
import { execAll } from './execute.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { OBJECT, PyClass, PyFunction, PyObject, Scope, type Value } from './values.ts';

/** Runs the body of a class and makes the class of what it leaves. */
export function* makeClass(
  py: Interpreter,
  node: Stmt & { kind: 'class' },
  bases: readonly Value[],
  kwargs: ReadonlyMap<string, Value>,
  frame: Frame,
): Routine<PyClass> {
  const classes = bases.map((base) => {
    if (base instanceof PyClass) return base;
    throw py.error('TypeError', `strata: a base that is not a class is not simulated (${py.typeName(base)})`);
  });
  const names = new Map<string, Value>([
    ['__module__', frame.module.name],
    ['__qualname__', node.name],
  ]);
  if (node.doc !== undefined) names.set('__doc__', node.doc);
  const inner: Frame = {
    ...frame,
    name: node.name,
    scope: new Scope(names, frame.scope, undefined),
    func: undefined,
    at: node,
    handling: undefined,
  };
  yield* py.within(inner, execAll(py, node.body, inner));
  const cls = new PyClass(node.name, classes.length === 0 ? [OBJECT] : classes, names, frame.module.name);
  names.delete('__qualname__');
  for (const value of names.values()) adopt(value, cls);
  for (const [name, value] of names)
    if (value instanceof PyObject && value.cls.find('__set_name__') !== undefined) yield* py.callMethod(value, '__set_name__', [cls, name]);
  const hook = classes.length === 0 ? undefined : cls.mro[1]?.find('__init_subclass__');
  if (hook instanceof PyObject)
    yield* py.call(
      hook.hidden instanceof PyFunction ? hook.hidden : hook,
      [cls],
      new Map([...kwargs].filter(([key]) => key !== 'metaclass')),
    );
  return cls;
}

/** Functions remember the class they are written in, for `super()`. */
function adopt(value: Value, cls: PyClass): void {
  if (value instanceof PyFunction) value.home ??= cls;
  else if (value instanceof PyObject && value.hidden instanceof PyFunction) value.hidden.home ??= cls;
  else if (value instanceof PyObject && typeof value.hidden === 'object' && value.hidden !== null && 'get' in value.hidden) {
    const { get, set, del } = value.hidden as PropertyParts;
    for (const each of [get, set, del]) if (each instanceof PyFunction) each.home ??= cls;
  }
}

/** `type(name, bases, dict)`. */
export function classFrom(name: string, bases: readonly PyClass[], names: Map<string, Value>, module: string): PyClass {
  const cls = new PyClass(name, bases.length === 0 ? [OBJECT] : bases, names, module);
  for (const value of names.values()) adopt(value, cls);
  return cls;
}
