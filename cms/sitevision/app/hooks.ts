import { renderLoader } from '../render.ts';
import type { Require } from './modules.ts';

declare const require: Require;

const globalAppData = require('globalAppData');
const context = require('PortletContextUtil');

// With several modules on a page the script stands there as often; it is one address, which browsers run once.
require('hooks').addHeadElement(() => renderLoader((field) => globalAppData.get(field), context.getNonce ? String(context.getNonce()) : ''));
