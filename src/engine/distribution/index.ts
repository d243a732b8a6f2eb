// The client side of the distribution protocol over the simulated network: registries that listen somewhere, and mirrors.
// Knows requests, insecure registries and what a refusal means; refuses to know images and stores.
export { isInsecure } from './address.ts';
export { httpConnector, withMirrors } from './connect.ts';
export { answerForHub } from './hub-site.ts';
