import type { MailWords } from './mail.text.sv.ts';

const howToSign = 'Open the link and log in with your e-ID. There you read the whole application and sign it, or decline.';
const afterTheLink = [
  'You can sign until the end of {day}.',
  'You can also log in to My pages without the link. The application is there, under My cases.',
  'Do you not know of any application? Then you need not do anything. Nobody can sign for you without your e-ID.',
];

/** English for mails about what is signed. */
export const en: MailWords = {
  greeting: 'Hello,',
  kinds: {
    invitation: {
      subject: 'An application is waiting for your signature',
      paragraphs: ['In the e-service {service} of {municipality} there is an application that needs your signature.', howToSign],
      action: 'Read and sign',
      afterwards: afterTheLink,
    },
    changed: {
      subject: 'A changed application is waiting for your signature',
      paragraphs: [
        'An application in the e-service {service} of {municipality} has been changed. The new version needs your signature, also if you have signed before.',
        howToSign,
      ],
      action: 'Read and sign',
      afterwards: afterTheLink,
    },
    complete: {
      subject: 'The application is signed',
      paragraphs: [
        'Everybody who had to sign the application in the e-service {service} has done so. The application is now handed over to {municipality}.',
        'You need not do anything more for now. In My pages you follow the case and download a receipt of the signatures.',
      ],
      action: 'To My pages',
    },
    declined: {
      subject: 'The application was not signed',
      paragraphs: [
        'The application in the e-service {service} of {municipality} was not signed. It has therefore not been sent in.',
        'Log in to My pages if you want to read more.',
      ],
      action: 'To My pages',
    },
    withdrawn: {
      subject: 'The application is withdrawn',
      paragraphs: [
        'The application in the e-service {service} of {municipality} is withdrawn. It will not be sent in, and nobody needs to sign it.',
        'The case stays in My pages for a while.',
      ],
      action: 'To My pages',
    },
    expired: {
      subject: 'The time to sign has run out',
      paragraphs: [
        'Not everybody signed the application in the e-service {service} of {municipality} in time. It has therefore not been sent in.',
        'Do you still need it? Then make a new application in the e-service.',
      ],
      action: 'To My pages',
    },
    stopped: {
      subject: 'The application cannot be signed',
      paragraphs: [
        'The application in the e-service {service} of {municipality} can no longer be signed. It has not been sent in.',
        'Log in to My pages if you want to read more.',
      ],
      action: 'To My pages',
    },
  },
  contact: 'This mail cannot be replied to. Do you have questions? Call {centre}, {phone}, or write to {email}.',
};
