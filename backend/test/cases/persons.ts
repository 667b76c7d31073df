import type { EidIdentity, EmbeddedEidProvider } from '../../src/eid/eid-provider.ts';
import type { Browser } from '../browser.ts';
import { logIn } from '../log-in.ts';
import { canary, obligingProvider } from '../obliging-provider.ts';
import { testApp } from '../test-app.ts';
import type { TestApp, TestAppOptions } from '../test-app.ts';
import { keyOf } from './some-case.ts';

/** Three people with published test numbers; the first two share cases. */
export const karin: EidIdentity = canary;
export const erik: EidIdentity = identity('198001139297', 'Snarkfågel', 'Tecknare');
export const stranger: EidIdentity = identity('197503259280', 'Främling', 'Okändsson');

function identity(idNumber: string, givenName: string, familyName: string): EidIdentity {
  return { ...canary, subjectId: idNumber, idNumber, givenName, familyName, displayName: `${givenName} ${familyName}` };
}

/** Somebody with a browser that is logged in. */
export interface Visitor {
  page: Browser;
  key: string;
}

export interface CaseWorld extends TestApp {
  /** Logs a new browser in as that person. */
  visit(identity: EidIdentity): Promise<Visitor>;
}

/** The app with an e-ID that vouches for whoever is to visit. */
export async function caseWorld(options: TestAppOptions = {}): Promise<CaseWorld> {
  let next = karin;
  const provider: EmbeddedEidProvider = { ...obligingProvider(), collect: async () => ({ status: 'complete', identity: next }) };
  const world = await testApp({ providers: [provider], ...options });
  return {
    ...world,
    async visit(one) {
      next = one;
      const page = world.browser();
      await logIn(world, page);
      return { page, key: await keyOf(world, one) };
    },
  };
}
