import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;

/**
 * Whether an address is one of the open internet, in whatever notation it is written: decimal, octal, hexadecimal or short
 * IPv4, IPv6 with or without brackets and zone. Loopback, private, link-local, multicast, documentation and all other
 * special ranges are not; nor are 6to4 and Teredo, which carry an IPv4 address that nobody checks.
 * @example
 * isPublicAddress('0x7f.1') // false: 127.0.0.1
 * isPublicAddress('[::ffff:10.0.0.1]') // false
 */
export function isPublicAddress(written: string): boolean {
  const address = parsed(written);
  return address !== null && isPublic(address);
}

/** Whether a host is written as an address rather than as a name. */
export const isAddressLiteral = (host: string): boolean => host.includes(':') || parsed(host) !== null;

function parsed(written: string): Address | null {
  const bare = written.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : null;
}

const globalUnicast = ipaddr.IPv6.parse('2000::');
const nat64 = ipaddr.IPv6.parse('64:ff9b::');

function isPublic(address: Address): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.isIPv4MappedAddress()) return isPublic(address.toIPv4Address());
  // Where there is no IPv4, names are looked up as this prefix and the IPv4 address.
  if (address.match(nat64, 96)) return isPublic(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.range() === 'unicast' && address.match(globalUnicast, 3);
}
