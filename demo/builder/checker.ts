import { checkInstallation, type Facts } from './check-installation.ts';
import { checkLeftovers } from './check-leftovers.ts';
import { checkWidgets } from './check-widgets.ts';
import type { Finding } from './finding.ts';
import { installationIn, wholeAddress } from './installation.ts';
import { writtenWidgets } from './written-widgets.ts';

/** What was found on a page, faults first, and in words what was looked at. */
export interface Verdict {
  findings: readonly Finding[];
  checked: readonly string[];
  /** What could not be looked at with what is known. */
  unchecked: readonly string[];
}

/** Looks at a page as the loader would, and says all that is wrong with it. */
export function checkPage(page: Document, facts: Facts): Verdict {
  const installation = installationIn(page);
  const written = writtenWidgets(page);
  const backend = wholeAddress(installation.api, facts.page);
  const sites = facts.page && [facts.page, backend].flatMap((url) => (url ? [url.origin] : []));
  const found = [
    ...checkInstallation(installation, facts),
    ...checkWidgets(written, sites),
    ...checkLeftovers(page, written),
  ];
  const loader = installation.loaders[0]?.src;
  const parts: [name: string, known: boolean][] = [
    ['skriptets tagg', true],
    // Without any there is a finding that says so.
    ...(written.length === 0 ? [] : [[written.length === 1 ? 'en widget med sina inställningar' : `${written.length} widgetar med sina inställningar`, true] as [string, boolean]]),
    ['att skriptet går att hämta', loader !== undefined && (facts.answers?.has(loader) ?? false)],
    ['att kommunens tjänst svarar sidan', installation.api !== undefined && (facts.answers?.has(installation.api) ?? false)],
    ['sidans innehållspolicy', facts.page !== undefined && (facts.policy !== undefined || installation.policies.length > 0)],
  ];
  return {
    findings: [...unique(found)].sort((one, other) => Number(one.kind === 'advice') - Number(other.kind === 'advice')),
    checked: parts.filter(([, known]) => known).map(([name]) => name),
    unchecked: parts.filter(([, known]) => !known).map(([name]) => name),
  };
}

/** The same mistake in ten places is one thing to put right. */
const unique = (findings: readonly Finding[]): Iterable<Finding> => new Map(findings.map((one) => [one.what, one])).values();
