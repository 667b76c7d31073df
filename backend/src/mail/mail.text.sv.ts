import type { OutboxKind } from '../signing/signing-store.ts';

/** What a mail can be about. */
export type MailKind = Exclude<OutboxKind, 'submission'>;

/** One kind of mail: what it says before its link, what that is called, and what it says afterwards. */
export interface MailText {
  subject: string;
  paragraphs: readonly string[];
  action: string;
  afterwards?: readonly string[];
}

export interface MailWords {
  greeting: string;
  kinds: Record<MailKind, MailText>;
  /** Below every mail. */
  contact: string;
}

const howToSign = 'Öppna länken och logga in med din e-legitimation. Där läser du hela ansökan och skriver under den, eller säger nej.';
const afterTheLink = [
  'Du kan skriva under till och med {day}.',
  'Du kan också logga in på Mina sidor utan länken. Ansökan finns där under Mina ärenden.',
  'Känner du inte till någon ansökan? Då behöver du inte göra något. Ingen kan skriva under åt dig utan din e-legitimation.',
];

/** Swedish for mails about what is signed. `{…}` are filled in, and nothing that is tells of anybody. */
export const sv: MailWords = {
  greeting: 'Hej!',
  kinds: {
    invitation: {
      subject: 'En ansökan väntar på din underskrift',
      paragraphs: ['I e-tjänsten {service} hos {municipality} finns en ansökan som behöver din underskrift.', howToSign],
      action: 'Läs och skriv under',
      afterwards: afterTheLink,
    },
    changed: {
      subject: 'En ändrad ansökan väntar på din underskrift',
      paragraphs: [
        'En ansökan i e-tjänsten {service} hos {municipality} har ändrats. Den nya versionen behöver din underskrift, också om du har skrivit under förut.',
        howToSign,
      ],
      action: 'Läs och skriv under',
      afterwards: afterTheLink,
    },
    complete: {
      subject: 'Ansökan är underskriven',
      paragraphs: [
        'Alla som behövde skriva under ansökan i e-tjänsten {service} har gjort det. Ansökan lämnas nu över till {municipality}.',
        'Du behöver inte göra något mer just nu. På Mina sidor följer du ärendet och hämtar ett kvitto på underskrifterna.',
      ],
      action: 'Till Mina sidor',
    },
    declined: {
      subject: 'Ansökan blev inte underskriven',
      paragraphs: [
        'Ansökan i e-tjänsten {service} hos {municipality} blev inte underskriven. Den är därför inte inskickad.',
        'Logga in på Mina sidor om du vill läsa mer.',
      ],
      action: 'Till Mina sidor',
    },
    withdrawn: {
      subject: 'Ansökan är återkallad',
      paragraphs: [
        'Ansökan i e-tjänsten {service} hos {municipality} är återkallad. Den skickas inte in, och ingen behöver skriva under den.',
        'På Mina sidor finns ärendet kvar en tid.',
      ],
      action: 'Till Mina sidor',
    },
    expired: {
      subject: 'Tiden för att skriva under har gått ut',
      paragraphs: [
        'Alla hann inte skriva under ansökan i e-tjänsten {service} hos {municipality}. Ansökan är därför inte inskickad.',
        'Behövs den fortfarande? Gör då en ny ansökan i e-tjänsten.',
      ],
      action: 'Till Mina sidor',
    },
    stopped: {
      subject: 'Ansökan kan inte skrivas under',
      paragraphs: [
        'Det går inte längre att skriva under ansökan i e-tjänsten {service} hos {municipality}. Ansökan är inte inskickad.',
        'Logga in på Mina sidor om du vill läsa mer.',
      ],
      action: 'Till Mina sidor',
    },
  },
  contact: 'Det går inte att svara på det här mejlet. Har du frågor? Ring {centre}, {phone}, eller mejla {email}.',
};
