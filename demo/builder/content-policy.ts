/** One content security policy: what each directive allows. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** The policies of a header, which may hold several. Of a directive that stands twice the first counts. */
export function readPolicies(header: string): Policy[] {
  return header.split(',').map((one) => {
    const policy = new Map<string, readonly string[]>();
    for (const directive of one.split(';')) {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
    }
    return policy;
  }).filter(({ size }) => size > 0);
}

/** What a directive falls back on where it is not said. */
const fallbacks = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
} as const;

/** What is to be loaded, and by which page. */
export interface Loaded {
  address: URL;
  page: URL;
  /** What the tag says, where it is a script's. */
  nonce?: string | undefined;
}

/** Whether `policy` lets the page load it. */
export function allows(policy: Policy, directive: keyof typeof fallbacks, { address, page, nonce }: Loaded): boolean {
  const sources = fallbacks[directive].map((name) => policy.get(name)).find((found) => found !== undefined);
  if (sources === undefined) return true;
  if (nonce !== undefined && nonce !== '' && sources.includes(`'nonce-${nonce}'`)) return true;
  // A list that trusts what trusted scripts load takes no notice of hosts.
  if (directive === 'script-src' && sources.includes("'strict-dynamic'")) return false;
  return sources.some((source) => matches(source, address, page));
}

/** Whether Lit, which draws the widgets, may have its policy for trusted types. */
export function allowsLit(policy: Policy): boolean {
  const names = policy.get('trusted-types');
  return names === undefined || names.includes('*') || names.includes('lit-html');
}

const hostSource = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+)(?::(\d+|\*))?(\/.*)?$/i;

function matches(source: string, address: URL, page: URL): boolean {
  if (source.toLowerCase() === "'self'") return address.origin === page.origin;
  if (source === '*') return /^https?:$/.test(address.protocol);
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.toLowerCase(), address.protocol);
  const [, scheme = page.protocol.slice(0, -1), host = '', port, path = ''] = hostSource.exec(source) ?? [];
  return isScheme(`${scheme.toLowerCase()}:`, address.protocol) && isHost(host.toLowerCase(), address.hostname) && isPort(port, address) && isPath(path, address.pathname);
}

/** One that is allowed without encryption is allowed with it. */
const isScheme = (allowed: string, asked: string): boolean => allowed === asked || (allowed === 'http:' && asked === 'https:');

const isHost = (allowed: string, asked: string): boolean => (allowed.startsWith('*.') ? asked.endsWith(allowed.slice(1)) : allowed === '*' || allowed === asked);

function isPort(allowed: string | undefined, { port, protocol }: URL): boolean {
  if (allowed === '*') return true;
  const usual = protocol === 'https:' ? '443' : '80';
  return (port || usual) === (allowed ?? usual);
}

const isPath = (allowed: string, asked: string): boolean => allowed === '' || (allowed.endsWith('/') ? asked.startsWith(allowed) : asked === allowed);
