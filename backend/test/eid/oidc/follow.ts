/** Goes to an address as a browser with cookies of its own does, on and on, until it is led to one that starts with `until`; answers that one. */
export async function followTo(address: string, until: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = new URL(address);
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } });
    const body = await answer.text();
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('Location');
    if (location === null) throw new Error(`${at.pathname} answered ${answer.status} and led nowhere: ${body.replaceAll(/<[^>]*>|\s+/g, ' ')}`);
    at = new URL(location, at);
    if (at.href.startsWith(until)) return at.href;
  }
  throw new Error('led around in circles');
}
