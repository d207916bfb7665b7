import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { isAddressLiteral, isPublicAddress } from './address.ts';
import { FetchError, type FetchProblem, fetchProblem } from './problem.ts';

export type GuardOptions = {
  /** Hosts that may be inside: `host` for all its ports, or `host:port`. */
  readonly allowHosts: readonly string[];
  /** Names to addresses; the system's, where nothing is given. */
  readonly lookup?: LookupFunction;
  /** Opens a TCP connection; undici's, where nothing is given. */
  readonly connect?: buildConnector.connector;
};

/** What keeps fetches out of the networks inside. */
export type Guard = {
  /** What is wrong with an address before anybody is asked; null where nothing is. */
  readonly problemOf: (url: URL) => FetchProblem | null;
  /** Connects to public addresses only, for undici's `Agent`. */
  readonly connect: buildConnector.connector;
};

/**
 * Checks three times, since each check alone can be got around: the host as it is written (a look-up is never asked about
 * an address), every answer of the look-up, and the address that the socket is connected to.
 */
export function createGuard({
  allowHosts,
  lookup = systemLookup as LookupFunction,
  connect,
}: GuardOptions): Guard {
  const allowed = new Set(allowHosts.map(normalHost));
  const isAllowed = (host: string, port: string): boolean =>
    allowed.has(host) || allowed.has(`${host}:${port}`);
  const open = connect ?? buildConnector({ allowH2: false });
  const checked = connect ?? buildConnector({ allowH2: false, lookup: publicOnly(lookup) });
  const secure = buildConnector({ allowH2: false });

  return {
    problemOf: url =>
      addressProblem(url) ?? (isAllowed(url.hostname, portOf(url)) ? null : hostProblem(url.hostname)),
    connect(options, callback) {
      const port = options.port || portOf(options);
      const isTrusted = isAllowed(hostOf(options.hostname), port);
      const literal = isTrusted ? null : hostProblem(options.hostname);
      if (literal) return callback(new FetchError(literal), null);
      const tcp = isTrusted ? open : checked;
      tcp({ ...options, protocol: 'http:', port }, (...result) => {
        const [error, socket] = result;
        if (error !== null) return callback(error, null);
        const problem = isTrusted ? null : peerProblem(socket);
        if (problem) {
          socket.destroy();
          return callback(new FetchError(problem), null);
        }
        if (options.protocol === 'https:') secure({ ...options, httpSocket: socket }, callback);
        else callback(null, socket);
      });
    },
  };
}

const portOf = ({ protocol, port }: { readonly protocol: string; readonly port: string }): string =>
  port || (protocol === 'https:' ? '443' : '80');

/** As `URL.hostname` writes it: IPv6 addresses in brackets. */
const hostOf = (hostname: string): string =>
  hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;

function normalHost(written: string): string {
  const port = /:(\d+)$/.exec(written.replace(/^\[.*\]/, ''))?.[1];
  const host = port === undefined ? written : written.slice(0, -port.length - 1);
  const name = URL.parse(`http://${hostOf(host)}/`)?.hostname ?? host;
  return port === undefined ? name : `${name}:${port}`;
}

function addressProblem({ protocol, username, password }: URL): FetchProblem | null {
  if (protocol !== 'http:' && protocol !== 'https:')
    return fetchProblem('bad-address', `${protocol} addresses are not fetched, only http and https`);
  if (username !== '' || password !== '')
    return fetchProblem('bad-address', 'addresses with a user name or password in them are not fetched');
  return null;
}

function hostProblem(host: string): FetchProblem | null {
  if (isAddressLiteral(host)) return isPublicAddress(host) ? null : inside(host);
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) ? inside(host) : null;
}

const peerProblem = ({ remoteAddress = '' }: Socket): FetchProblem | null =>
  isPublicAddress(remoteAddress) ? null : inside(remoteAddress || 'an unknown address');

const inside = (where: string): FetchProblem =>
  fetchProblem('private-address', `${where} is not an address of the open internet`);

/** A look-up that fails where any of its answers is inside: such a name is a mistake or a trick. */
const publicOnly =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, answers) => {
      if (error) return callback(error, '');
      const addresses = Array.isArray(answers) ? answers : [];
      const wrong = addresses.find(({ address }) => !isPublicAddress(address));
      if (wrong) return callback(new FetchError(inside(`${hostname} (${wrong.address})`)), '');
      if (options.all === true) return callback(null, addresses);
      const [first] = addresses;
      return first
        ? callback(null, first.address, first.family)
        : callback(new FetchError(fetchProblem('no-such-host', `${hostname} has no address`)), '');
    });
