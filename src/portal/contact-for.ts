import type { Localized } from '../contract/language.ts';
import type { PortalConfig } from '../contract/portal-config.ts';
import { onPage } from './page-default.ts';

/** Whom to turn to when something does not work; while the backend has said nothing of the municipality, the number that the site's script says. */
export function contactFor(config: PortalConfig | undefined, local: (text: Localized) => string): { place?: string; phone: string } | undefined {
  if (config) return { place: local(config.serviceCentre.name), phone: config.serviceCentre.phone };
  const phone = onPage()?.phone;
  return phone ? { phone } : undefined;
}
