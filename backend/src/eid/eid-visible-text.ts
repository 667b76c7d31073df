import type { EidPurpose } from '../../../src/contract/eid-order.ts';

/** What the e-ID app shows before the citizen approves: who asks and what for, so that a lured citizen can tell. */
export function visibleTextFor(purpose: Exclude<EidPurpose, 'sign'>, municipality: string): string {
  return purpose === 'login'
    ? `Logga in på ${genitive(municipality)} e-tjänster`
    : `Testa din e-legitimation hos ${municipality}. Du loggas inte in.`;
}

const genitive = (name: string): string => (/[sxz]$/i.test(name) ? name : `${name}s`);
