import { copyCode } from './copy-code.ts';
import { draftForm } from './draft-form.ts';
import { menu } from './menu.ts';
import { showNamedCase } from './named-case.ts';
import { phonePanel } from './phone-panel.ts';
import { letPhonesLook } from './screen.ts';
import { shortcuts } from './shortcuts.ts';

// The municipality's own script. It knows nothing of the widgets' insides, and they nothing of it.
menu();
shortcuts();
copyCode();
draftForm();
phonePanel();
letPhonesLook();
showNamedCase();
const application = document.querySelector<HTMLFormElement>('[data-application]');
if (application) void import('./application-form.ts').then(({ applicationForm }) => applicationForm(application));
const systems = document.querySelector<HTMLElement>('[data-systems]');
if (systems) void import('./silent-systems.ts').then(({ silentSystems }) => silentSystems(systems));
