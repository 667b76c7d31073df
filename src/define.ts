import { define } from './kit/define.ts';
// Brings the types of tags and events to whoever imports this file alone.
export type {} from './index.ts';
import { KommunPortal } from './portal/portal.element.ts';
import { KommunChildPicker } from './widgets/children/picker.element.ts';
import { KommunEidTest } from './widgets/eid-test/eid-test.element.ts';
import { KommunFaq } from './widgets/faq/faq.element.ts';
import { KommunUnreadBadge } from './widgets/inbox/badge.element.ts';
import { KommunCaseInbox } from './widgets/inbox/inbox.element.ts';
import { KommunEidLogin } from './widgets/login/login.element.ts';
import { KommunGuardianSignature } from './widgets/signature/signature.element.ts';

define('kommun-portal', KommunPortal);
define('kommun-eid-login', KommunEidLogin);
define('kommun-eid-test', KommunEidTest);
define('kommun-faq', KommunFaq);
define('kommun-case-inbox', KommunCaseInbox);
define('kommun-unread-badge', KommunUnreadBadge);
define('kommun-guardian-signature', KommunGuardianSignature);
define('kommun-child-picker', KommunChildPicker);
