// What a finding says, in English. Each sentence states what is, so that it can stand after "Found".
export const en = {
  met: 'As wanted.',
  'image-missing': 'There is no image named `{image}`.',
  'image-count': '{found} images exist; {wanted} are wanted.',
  'dangling-count': '{found} images have no name; {wanted} are wanted.',
  'same-id': '`{a}` and `{b}` are one and the same image, {id}.',
  'different-id': '`{a}` is {idA}, `{b}` is {idB}.',
  'layers-count': '`{image}` has {found} layers; {wanted} are wanted.',
  'layers-added': '`{image}` has {found} layers over `{base}`; {wanted} are wanted.',
  'layers-not-on-base': '`{image}` does not start with the layers of `{base}`: layer {position} is {found}, not {wanted}.',
  'layers-too-few': '`{image}` has {found} layers; `{base}` alone has {wanted}.',
  'prefix-short':
    '`{a}` ({countA} layers) and `{b}` ({countB} layers) share their first {shared}; all but the last {but} should be shared.',
  'prefix-all': '`{a}` and `{b}` share all {shared} layers, the last one too.',
  'prefix-none': '`{a}` and `{b}` share no layer at all.',
  'unique-size': '{found} bytes of `{image}` belong to it alone; below {wanted} are wanted.',
  'layer-lacks': 'Layer {layer} of `{image}` has no entry for {path}.',
  'layer-no-whiteout': 'Layer {layer} of `{image}` holds no whiteout for {path}.',
  'layer-none': '`{image}` has {found} layers, so there is no layer {layer}.',
  'fs-absent': '{path} exists in `{image}`.',
  'fs-missing': '{path} cannot be found in `{image}`.',
  'fs-content': '{path} in `{image}` reads {found}, not {wanted}.',
  'config-differs': '{field} of `{image}` is {found}; {wanted} is wanted.',
  'history-rows': 'The history of `{image}` has {found} rows; {wanted} are wanted.',
  'history-lacks': 'No row of the history of `{image}` contains {text}.',
  'container-missing': 'There is no container named `{container}`.',
  'container-state': '`{container}` is {found}; {wanted} is wanted.',
} as const;

export type FindingKey = keyof typeof en;
