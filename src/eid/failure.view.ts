import { html, nothing, type TemplateResult } from 'lit';
import type { EidOrder } from '../contract/eid-order.ts';
import type { EidProvider, PortalConfig } from '../contract/portal-config.ts';
import { telephone } from '../kit/telephone.ts';
import type { FailureWords } from './failure.text.sv.ts';
import { failedMessage, type FailedMessage } from './failure.message.ts';

export interface FailureParts {
  order: EidOrder;
  /** What can be done about it, best first. */
  advice: readonly string[];
  config: PortalConfig | undefined;
  say: (key: keyof FailureWords, values?: Readonly<Record<string, string>>) => string;
  local: (text: EidProvider['label']) => string;
  heading: (text: string) => unknown;
  onRetry: () => void;
  onOther: () => void;
}

/** What the backend advises. */
export const advised = ({ failure }: EidOrder): readonly string[] => failure?.advice ?? ['tryAgain'];

/** Why an order did not work, and every way on that is advised, and back to the choice in any case. Advice that is unknown is left out. */
export function failureView(parts: FailureParts): TemplateResult {
  const { advice, heading } = parts;
  return html`
    ${heading(failureHeading(parts))}
    <p .textContent=${failureSentence(parts)}></p>
    <ul class="advice">${[...new Set([...advice, 'useOtherProvider'])].map((each) => {
      const way = wayOn(each, parts);
      return way ? html`<li>${way}</li>` : nothing;
    })}</ul>`;
}

/** What is the matter, in one line. */
export function failureHeading({ order, say }: Pick<FailureParts, 'order' | 'say'>): string {
  if (messageOf(order) === 'RFA17B') return say('eid-not-scanned');
  return say((order.failure?.code ?? 'eid-failed') as keyof FailureWords) || say('eid-failed');
}

/** The message of the order's hint. */
export function failureSentence({ order, config, say, local }: Pick<FailureParts, 'order' | 'config' | 'say' | 'local'>): string {
  const provider = providerOf(order, config);
  return say(messageOf(order), { eid: provider ? local(provider.label) : '' });
}

const messageOf = ({ hint, device }: EidOrder): FailedMessage => failedMessage({ hint, usingQr: device !== 'same' });

const providerOf = (order: EidOrder, config: PortalConfig | undefined) => config?.eidProviders.find(({ id }) => id === order.provider);

function wayOn(advice: string, parts: FailureParts): unknown {
  const { order, config, say, local, onRetry, onOther } = parts;
  const provider = providerOf(order, config);
  const issuer = provider ? local(provider.issuer.name) : '';
  const link = (href: string | undefined, text: string) => (href ? html`<a href=${href}>${text}</a>` : undefined);
  switch (advice) {
    case 'tryAgain':
      return html`<button type="button" class="primary" @click=${onRetry}>${say(order.state === 'expired' && order.device !== 'same' ? 'newCode' : 'tryAgain')}</button>`;
    case 'useOtherProvider': return otherWay(say, onOther);
    case 'installApp': return provider && link(provider.getUrl, say('installApp', { eid: local(provider.label) }));
    case 'testEid': return link(config?.links.eidTest ?? provider?.testUrl, say('testEid'));
    case 'contactIssuer': return provider && withPhone(link(provider.issuer.url, say('contactIssuer', { issuer })) ?? say('contactIssuer', { issuer }), provider.issuer.phone);
    case 'resetCodeAtIssuer': return provider && withPhone(link(provider.issuer.url, say('resetCodeAtIssuer', { issuer })) ?? say('resetCodeAtIssuer', { issuer }), provider.issuer.phone);
    case 'contactServiceCentre': return config && serviceCentre(config, parts);
    case 'usePaperForm': return link(config?.links.paperForms, say('usePaperForm'));
    default: return undefined;
  }
}

/** Back to the choice of an e-ID. */
export const otherWay = (say: FailureParts['say'], onOther: () => void): TemplateResult =>
  html`<button type="button" @click=${onOther}>${say('useOtherProvider')}</button>`;

const withPhone = (text: unknown, phone: string | undefined): unknown => html`${text}${phone && html`, <a href=${telephone(phone)}>${phone}</a>`}`;

function serviceCentre({ serviceCentre: { name, phone, email, url } }: PortalConfig, { say, local }: FailureParts): TemplateResult {
  const text = say('contactServiceCentre', { place: local(name) });
  return html`${url ? html`<a href=${url}>${text}</a>` : text}, <a href=${telephone(phone)}>${phone}</a>, <a href="mailto:${email}">${email}</a>`;
}
