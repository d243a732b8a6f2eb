import { familiarName, parseReference } from '../../reference/index.ts';
import { type Filters, matchKeyValues } from '../filters.ts';
import type { EngineEvent } from './event.ts';

/** Actions that carry more behind a colon: asked for without it, they match by their beginning. */
const OPEN_ENDED = ['health_status', 'exec_create', 'exec_start'];
/** Kinds of things that are asked for by id or name, or by the beginning of either. */
const NAMED = ['container', 'plugin', 'volume', 'network', 'daemon', 'node', 'service', 'secret', 'config'];

/** Whether an event is among those asked for. Unknown filter names are ignored. Source: moby daemon/events/filter.go. */
export function matchesEvent(filters: Filters, event: EngineEvent): boolean {
  const { type, action, id, attributes } = event;
  const byBeginning = (filters.get('event') ?? []).some((name) => OPEN_ENDED.includes(name));
  return (
    (byBeginning ? begins(filters, 'event', action) : among(filters, 'event', action)) &&
    among(filters, 'type', type) &&
    among(filters, 'scope', 'local') &&
    NAMED.every((kind) => begins(filters, kind, id) || begins(filters, kind, attributes.name ?? '')) &&
    matchesImage(filters, event) &&
    matchKeyValues(filters, 'label', attributes)
  );
}

function among(filters: Filters, name: string, value: string): boolean {
  const values = filters.get(name) ?? [];
  return values.length === 0 || values.includes(value);
}

function begins(filters: Filters, name: string, value: string): boolean {
  const values = filters.get(name) ?? [];
  return values.length === 0 || values.some((wanted) => value.startsWith(wanted));
}

/** Image events by id or name, container events by the image they name; each with and without its tag. */
function matchesImage(filters: Filters, { type, id, attributes }: EngineEvent): boolean {
  if (!filters.has('image')) return true;
  const name = attributes[type === 'image' ? 'name' : 'image'] ?? '';
  return [id, name, withoutTag(id), withoutTag(name)].some((value) => among(filters, 'image', value));
}

function withoutTag(text: string): string {
  try {
    return familiarName(parseReference(text));
  } catch {
    return text;
  }
}
