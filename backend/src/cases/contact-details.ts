import type { ServiceCentre } from '../../../src/contract/portal-config.ts';

const email = /[^\s@<>()"]+@[^\s@<>()"]+\.\p{L}{2,}/gu;
/** A clock time, a date or a number that begins with noughts is none. */
const phone = /(?<!\d[\p{Pd}./:]?)(?!0\d[.:]\d\d(?!\d)|0\d([\p{Pd}./ ])\d\d\1(?:19|20)\d\d(?!\d)|000)(?:\+|\(?0)(?:(?:\/|[^\S\r\n]{0,2}[\p{Pd}\p{Cf}\u2212.()]{0,2}[^\S\r\n]?)\d){7,}/gu;
/** Free and shared-cost numbers, which no person has. */
const nobodys = /^0(?:20|77)\d{5,8}$/;

/** The text without e-mail addresses and telephone numbers, for who may not know how to reach its writer. Those for which `isOpen` stay. */
export function maskContactDetails(text: string, isOpen: (found: string) => boolean = () => false): string {
  return text
    .replaceAll(email, (found) => (isOpen(found) ? found : '[e-postadress]'))
    .replaceAll(phone, (found) => (isOpen(found) ? found : '[telefonnummer]'));
}

/**
 * Whether an address or a number is the municipality's: an address where the service centre has its own, one of the
 * numbers stated, or an extension of the service centre's exchange.
 */
export function contactsOf({ phone: exchange, email: centre }: Pick<ServiceCentre, 'phone' | 'email'>, ...phones: readonly (string | undefined)[]): (found: string) => boolean {
  const domain = domainOf(centre);
  const known = new Set([exchange, ...phones.filter((one) => one !== undefined)].map(digitsOf));
  const extensions = digitsOf(exchange).slice(0, -3);
  return (found) => {
    if (found.includes('@')) return `.${domainOf(found)}`.endsWith(`.${domain}`);
    const digits = digitsOf(found);
    return nobodys.test(digits) || known.has(digits) || (digits.length === extensions.length + 3 && digits.startsWith(extensions));
  };
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
/** The digits as one dials them within Sweden. */
const digitsOf = (number: string) => number.replaceAll(/\D/g, '').replace(/^(?:00)?46(?=\d{7})/, '0').replace(/^00/, '0');
