/** An IPv4 address as itself, which a server that listens on IPv6 too sees in the clothes of the other. */
export const plainAddress = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
