import type { Step } from '../kernel/index.ts';
import { formatIPv4, parseIPv4 } from '../kernel/index.ts';
import type { HttpRequest, ResponseToWrite } from '../programs/http/index.ts';

/** A request as a site sees it. */
export interface SiteRequest extends HttpRequest {
  /** The host that was asked for, without port. */
  readonly host: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  /** Who asks, as the internet sees it. */
  readonly client: string;
}

/** A host of the simulated internet: the names it has, and what it answers. */
export interface Site {
  /** The first is the main one; `*.` at the beginning stands for any label. */
  readonly names: readonly string[];
  /** One is given when missing. */
  readonly address?: string;
  /** Answers a request; may wait, and may load what it needs. */
  respond(request: SiteRequest): ResponseToWrite | Step<ResponseToWrite>;
}

/** Where addresses are given from (RFC 2544: nobody's on the real internet). */
const FIRST = parseIPv4('198.18.0.1')!;

/**
 * The simulated internet: hosts by name and by address. It is data and answers; how bytes get there is the network's affair.
 * The same sites in the same order have the same addresses.
 */
export class Internet {
  readonly #sites: { readonly site: Site; readonly address: string }[] = [];

  constructor(sites: readonly Site[] = []) {
    for (const site of sites) this.add(site);
  }

  /** Registers a host. A name that another one has goes to the first. */
  add(site: Site): void {
    this.#sites.push({ site, address: site.address ?? formatIPv4(FIRST + this.#sites.length) });
  }
  /** The address of a name; undefined when there is no such host. */
  resolve(name: string): string | undefined {
    return this.#find(name)?.address;
  }
  /** Whether a host answers at an address. */
  has(address: string): boolean {
    return this.#sites.some((each) => each.address === address);
  }
  /** The name that a certificate at an address is for, when this name is asked for: the same where the host has it, else its main one. */
  certificateFor(address: string, name: string): readonly string[] {
    const found = this.#sites.find((each) => each.address === address)?.site;
    return found === undefined ? [] : matches(found, name) ? [name] : found.names;
  }
  /** What the host at an address answers. */
  *respond(address: string, request: SiteRequest): Step<ResponseToWrite> {
    const site = (this.#sites.find((each) => each.address === address && matches(each.site, request.host)) ?? this.#at(address))?.site;
    if (site === undefined) return { status: 404, body: 'no such host\n' };
    const answer = site.respond(request);
    return 'status' in answer ? answer : yield* answer;
  }

  #at(address: string) {
    return this.#sites.find((each) => each.address === address);
  }
  #find(name: string) {
    const wanted = name.toLowerCase();
    return this.#sites.find(({ site }) => matches(site, wanted));
  }
}

const matches = ({ names }: Site, name: string): boolean =>
  names.some((each) => each === name || (each.startsWith('*.') && name.endsWith(each.slice(1))));
