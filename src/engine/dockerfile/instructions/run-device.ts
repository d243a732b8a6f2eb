import { toLower } from '../../go/case.ts';
import { csvFields } from '../../go/csv.ts';
import { parseBool } from '../../go/numbers.ts';
import { withSuggestion } from '../suggest.ts';
import { fail } from './request.ts';
import type { RunDevice } from './types.ts';

/** One `RUN --device`: a device name, or `name=`, and `required`. Upstream: instructions/commands_rundevice.go. */
export function parseDevice(text: string): RunDevice {
  const fields = csvFields(text);
  if (!fields.ok) fail(`failed to parse csv devices: ${fields.error}`);
  let name = '';
  let required = false;
  for (const field of fields.value) {
    const equals = field.indexOf('=');
    const key = toLower(equals < 0 ? field : field.slice(0, equals));
    const value = field.slice(equals + 1);
    if (equals < 0 && key === 'required') required = true;
    else if (equals < 0 && name !== '') fail(`invalid field '${field}' must be a key=value pair`);
    else if (equals < 0) name = field;
    else if (key === 'name') {
      if (name !== '') fail(`device name already set to ${name}`);
      name = value;
    } else if (key === 'required') required = parseBool(value) ?? fail(`invalid value for ${key}: ${value}`);
    else if (name === '') name = field;
    else fail(withSuggestion(`unexpected key '${key}' in '${field}'`, key, ['name', 'required'], true));
  }
  return { name, required };
}
