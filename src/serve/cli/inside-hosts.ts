import { UsageError } from './usage-error.ts';

/** Hosts inside one’s network, `name` or `name:port`, that an option lets feeds be fetched from. */
export function insideHosts(option: string, hosts: readonly string[] = []): readonly string[] {
  const strange = hosts.find(host => URL.parse(`http://${host}/`)?.pathname !== '/');
  if (strange === undefined) return hosts;
  throw new UsageError(`${strange}: not a host; write ${option} NAME or NAME:PORT`);
}
