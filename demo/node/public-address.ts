import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** IPv4 that is not the internet's, by IANA's registry of special-purpose addresses. */
const special: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Of IPv6 only this is handed out to anybody, but for those below, some of which lead into IPv4. */
const handedOut: readonly [network: string, prefix: number] = ['2000::', 3];
const special6: readonly [network: string, prefix: number][] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];

const refused = new BlockList();
for (const [network, prefix] of special) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of special6) refused.addSubnet(network, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...handedOut, 'ipv6');

/** Whether an IP address is on the internet, and so nobody's own computer or network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

/** Whether an IP address is on the internet and not this computer's, whose other services trust what comes from itself. */
export const isSomebodyElses = (address: string, interfaces = networkInterfaces()): boolean =>
  isPublicAddress(address) && !Object.values(interfaces).some((own) => own?.some((one) => one.address === address));
