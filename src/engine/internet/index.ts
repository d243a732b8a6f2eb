// The simulated internet: hosts that answer HTTP, and the router that leads to them.
// Knows names, addresses and answers; refuses to know who asks and what for. Nothing real is ever reached.
export { Internet, type Site, type SiteRequest } from './internet.ts';
export { type RouterOptions, startRouter } from './router.ts';
export { plainSites } from './sites/index.ts';
