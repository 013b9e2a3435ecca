import { createSocket } from 'node:dgram';
import { BlockList } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

export type LocalAddress = {
  readonly address: string /** Of the network interface, such as `wlan0`. */;
  readonly on: string;
};

/** Networks that nobody reaches from the internet: RFC 1918, RFC 6598, and those of RFC 6890 for tests and examples. */
const local = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['192.0.2.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
] as const)
  local.addSubnet(network, bits);

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * Addresses (IPv4) that phones on the same network can open; `routed`, the one by which this machine reaches others,
 * first. Never one of the internet: whoever opens a demonstration can be its operator.
 */
export function localAddresses(interfaces: Interfaces, routed: string | undefined): readonly LocalAddress[] {
  const found = Object.entries(interfaces).flatMap(([on, infos = []]) =>
    infos
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && local.check(address))
      .map(({ address }): LocalAddress => ({ address, on })),
  );
  return found.toSorted((a, b) => Number(b.address === routed) - Number(a.address === routed));
}

/** By which of its addresses this machine would reach the internet; it sends nothing. undefined where it couldn't. */
export async function routedAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4');
  try {
    return await new Promise((resolve) => {
      socket.once('error', () => resolve(undefined));
      // UDP's connect only asks the system for the way. An address for examples (RFC 5737): nobody has it.
      socket.connect(9, '198.51.100.1', () => resolve(socket.address().address));
    });
  } finally {
    socket.close();
  }
}
