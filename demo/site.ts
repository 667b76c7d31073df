import { copyCode } from './copy-code.ts';
import { draftForm } from './draft-form.ts';
import { menu } from './menu.ts';
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
const application = document.querySelector<HTMLFormElement>('[data-application]');
if (application) void import('./application-form.ts').then(({ applicationForm }) => applicationForm(application));
const systems = document.querySelector<HTMLElement>('[data-systems]');
if (systems) void import('./silent-systems.ts').then(({ silentSystems }) => silentSystems(systems));
const builderForm = document.querySelector<HTMLFormElement>('[data-builder]');
if (builderForm) void import('./builder/builder.ts').then(({ builder }) => builder(builderForm));
const checkForm = document.querySelector<HTMLFormElement>('[data-check]');
if (checkForm) void import('./builder/check-form.ts').then(({ checkForm: start }) => start(checkForm));
