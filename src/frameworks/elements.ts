// Written by `npm run manifest`.
import type { KommunCaseActionChosenEvent, KommunCaseOpenedEvent, KommunCaseReadEvent, KommunCaseSignedEvent, KommunCasesFailedEvent, KommunChildChosenEvent, KommunFaqAnsweredEvent, KommunFaqToggledEvent, KommunLoginFailedEvent, KommunLoginStartedEvent, KommunReplySentEvent, KommunSessionEndedEvent, KommunSessionStartedEvent, KommunSigningEndedEvent, KommunSigningFailedEvent, KommunTestFailedEvent, KommunTestPassedEvent } from '../index.ts';
import type { KommunPortal } from '../portal/portal.element.ts';
import type { KommunChildPicker } from '../widgets/children/picker.element.ts';
import type { KommunEidTest } from '../widgets/eid-test/eid-test.element.ts';
import type { KommunFaq } from '../widgets/faq/faq.element.ts';
import type { KommunUnreadBadge } from '../widgets/inbox/badge.element.ts';
import type { KommunCaseInbox } from '../widgets/inbox/inbox.element.ts';
import type { KommunEidLogin } from '../widgets/login/login.element.ts';
import type { KommunGuardianSignature } from '../widgets/signature/signature.element.ts';

/** Every tag with its class, the properties and attributes that can be set on it, and its events. */
export interface Elements {
  /** Says once, for every widget inside it, which backend to use and which language to speak. Draws nothing. */
  'kommun-portal': {
    element: KommunPortal;
    properties: Pick<KommunPortal, 'api' | 'lang'>;
    attributes: {
      /** Address of the backend, for instance `https://e-tjanster.kommunen.se/api/v1`. */
      'api': KommunPortal['api'];
      /** Language of the widgets inside, when no element nearer to them has a `lang`. */
      'lang': KommunPortal['lang'];
    };
    events: unknown;
  };
  /** The children that an e-service may concern, from the population register, as a field of the page's own form. What the form sends is an id that is worthless to anybody but the person who is logged in. Asks for a login right here. */
  'kommun-child-picker': {
    element: KommunChildPicker;
    properties: Pick<KommunChildPicker, 'service' | 'name' | 'label' | 'multiple' | 'required' | 'disabled' | 'headingLevel' | 'value'>;
    attributes: {
      /** Id of the e-service that the child is chosen for. */
      'service': KommunChildPicker['service'];
      /** Name of the field in the form. */
      'name': KommunChildPicker['name'];
      /** The question above the children, when the widget's own does not fit. */
      'label': KommunChildPicker['label'];
      /** Lets more than one child be chosen. The form then sends one value for each, under the same name. */
      'multiple': KommunChildPicker['multiple'];
      /** Keeps the form from being sent until a child is chosen. */
      'required': KommunChildPicker['required'];
      /** Shows the children without letting anybody choose; the form sends nothing of them. */
      'disabled': KommunChildPicker['disabled'];
      /** Level of the headings for what goes wrong and for the login, 2 to 6. */
      'heading-level': KommunChildPicker['headingLevel'];
    };
    events: {
      /** Another child is chosen than before, or none: by the citizen, since only one can be, or since the list is gone. The ids mean nothing to anybody but the person who is logged in. */
      'kommun-child-chosen': KommunChildChosenEvent;
    };
  };
  /** Lets a citizen test an e-ID without logging in: whether it works, and whom to turn to if it does not. */
  'kommun-eid-test': {
    element: KommunEidTest;
    properties: Pick<KommunEidTest, 'headingLevel'>;
    attributes: {
      /** Level of the headings, 2 to 6. */
      'heading-level': KommunEidTest['headingLevel'];
    };
    events: {
      /** An e-ID passed the test. Whose it is, nobody knows. */
      'kommun-test-passed': KommunTestPassedEvent;
      /** A test came to nothing. */
      'kommun-test-failed': KommunTestFailedEvent;
    };
  };
  /** Questions and answers that fold out. Write headings with text below them, or `<details>`, as ordinary content inside the tag; it stays in the page, so that it is read without JavaScript, found by search engines and styled by the site. */
  'kommun-faq': {
    element: KommunFaq;
    properties: Pick<KommunFaq, 'headingLevel' | 'exclusive' | 'search' | 'feedback' | 'jsonLd' | 'src' | 'contactHref'>;
    attributes: {
      /** Level of the questions' headings, 2 to 6; without it the level that the editor chose. */
      'heading-level': KommunFaq['headingLevel'];
      /** Only one answer open at a time. */
      'exclusive': KommunFaq['exclusive'];
      /** Search field also in a list with fewer than four questions. */
      'search': KommunFaq['search'];
      /** Asks below each answer whether it helped; sent only to a backend whose configuration allows it. */
      'feedback': KommunFaq['feedback'];
      /** Tells search engines about the questions, as `FAQPage`. */
      'json-ld': KommunFaq['jsonLd'];
      /** Address of a feed in JSON; its questions take the place of what the tag holds. */
      'src': KommunFaq['src'];
      /** Where somebody who found no answer is led; otherwise the municipality's own contact. */
      'contact-href': KommunFaq['contactHref'];
    };
    events: {
      /** A question was opened or closed by a press, a link, find-in-page or a search. */
      'kommun-faq-toggled': KommunFaqToggledEvent;
      /** Somebody said whether an answer helped. Holds nothing about who. */
      'kommun-faq-answered': KommunFaqAnsweredEvent;
    };
  };
  /** How many cases hold something new, as a figure for the site's header. Put it inside the link to Mina ärenden. Nothing when nobody is logged in or everything is read. */
  'kommun-unread-badge': {
    element: KommunUnreadBadge;
    properties: unknown;
    attributes: unknown;
    events: unknown;
  };
  /** Every case that concerns the citizen, from every system that the municipality has: where each stands, what to do next, and one case with its messages and documents. Asks for a login right here when nobody is logged in. */
  'kommun-case-inbox': {
    element: KommunCaseInbox;
    properties: Pick<KommunCaseInbox, 'service' | 'child' | 'box' | 'reference' | 'limit' | 'compact' | 'href' | 'headingLevel'>;
    attributes: {
      /** Shows only cases of the e-service with this id. */
      'service': KommunCaseInbox['service'];
      /** Shows only cases about the child with this id. */
      'child': KommunCaseInbox['child'];
      /** Where the list starts: `all`, `waiting`, `mine` or `closed`. */
      'box': KommunCaseInbox['box'];
      /** Shows only the case with this case number. */
      'reference': KommunCaseInbox['reference'];
      /** How many cases to fetch at a time, 1 to 200. */
      'limit': KommunCaseInbox['limit'];
      /** Only the latest three, and a link to the rest. */
      'compact': KommunCaseInbox['compact'];
      /** The page with the whole inbox, for `compact`. */
      'href': KommunCaseInbox['href'];
      /** Level of the heading, 2 to 5. */
      'heading-level': KommunCaseInbox['headingLevel'];
    };
    events: {
      /** A case was opened. `caseId` means nothing to anybody but the person who is logged in. */
      'kommun-case-opened': KommunCaseOpenedEvent;
      /** Everything in a case has been seen, or the case was marked as unread again. */
      'kommun-case-read': KommunCaseReadEvent;
      /** The citizen wants to do what a case waits for, and no address says where. A page that shows it itself prevents the default, which opens the case. */
      'kommun-case-action-chosen': KommunCaseActionChosenEvent;
      /** A reply was sent to the municipality. */
      'kommun-reply-sent': KommunReplySentEvent;
      /** The cases, or one of them, could not be shown. `code` is a problem code. */
      'kommun-cases-failed': KommunCasesFailedEvent;
    };
  };
  /** Lets a citizen log in with any e-ID that the municipality accepts, and shows who is logged in, for how long, and the way out. */
  'kommun-eid-login': {
    element: KommunEidLogin;
    properties: Pick<KommunEidLogin, 'headingLevel' | 'next' | 'again'>;
    attributes: {
      /** Level of the headings, 2 to 6. */
      'heading-level': KommunEidLogin['headingLevel'];
      /** A page on the same site to offer when the citizen has logged in. */
      'next': KommunEidLogin['next'];
      /** Offers the login to somebody who is logged in already, and stays so until it is done: for what takes a stronger e-ID. */
      'again': KommunEidLogin['again'];
    };
    events: {
      /** The citizen pressed to log in. */
      'kommun-login-started': KommunLoginStartedEvent;
      /** A login came to nothing. Holds nothing about who. */
      'kommun-login-failed': KommunLoginFailedEvent;
      /** Somebody is logged in now who was not before. Who it is, only the backend tells. */
      'kommun-session-started': KommunSessionStartedEvent;
      /** Whoever was logged in is so no longer. When another session took the place of theirs, `kommun-session-started` follows. */
      'kommun-session-ended': KommunSessionEndedEvent;
    };
  };
  /** A case that guardians sign together: what is signed, in full, who has signed and who has not, and signing it with an e-ID. Finds the case by itself: the one that the link in a mail leads to, that the page names, or that waits for whoever is logged in. Asks for a login right here when nobody is. */
  'kommun-guardian-signature': {
    element: KommunGuardianSignature;
    properties: Pick<KommunGuardianSignature, 'case' | 'headingLevel'>;
    attributes: {
      /** The case to sign, by its id in the inbox of whoever is logged in. Left out, it is the one that `?kommun-case=` in the page's address names, or what waits for them. */
      'case': KommunGuardianSignature['case'];
      /** Level of the heading, 2 to 5. */
      'heading-level': KommunGuardianSignature['headingLevel'];
    };
    events: {
      /** The person's own signature was taken in. `caseId` means nothing to anybody but them. */
      'kommun-case-signed': KommunCaseSignedEvent;
      /** Nothing more can be signed in a case that was on the screen. */
      'kommun-signing-ended': KommunSigningEndedEvent;
      /** What there is to sign could not be shown, or a signature came to nothing. `code` is a problem code or a failure code of the e-ID. */
      'kommun-signing-failed': KommunSigningFailedEvent;
    };
  };
}
