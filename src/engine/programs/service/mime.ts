const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html', htm: 'text/html', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json', txt: 'text/plain', md: 'text/markdown', csv: 'text/csv',
  xml: 'text/xml', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', ico: 'image/vnd.microsoft.icon', webp: 'image/webp', pdf: 'application/pdf',
  zip: 'application/zip', gz: 'application/gzip', tar: 'application/x-tar', wasm: 'application/wasm', woff: 'font/woff', woff2: 'font/woff2', mp4: 'video/mp4', mp3: 'audio/mpeg', py: 'text/x-python',
  sh: 'application/x-sh', yaml: 'application/yaml', yml: 'application/yaml',
}; // biome-ignore format: a table

/** The media type of a file by the end of its name (/etc/mime.types); undefined when nothing is known of it. */
export const mimeTypeOf = (path: string): string | undefined => TYPES[/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
