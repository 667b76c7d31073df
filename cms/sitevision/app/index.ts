import { renderWidget, type AppWidgets } from '../render.ts';
import type { Require } from './modules.ts';

declare const require: Require;
/** The widgets that there are, which the build puts in. */
declare const kommunWidgets: AppWidgets;

const appData = require('appData');
const globalAppData = require('globalAppData');

require('router').get('/', (_request, response) => {
  response.send(renderWidget(kommunWidgets, (field) => appData.get(field), (field) => globalAppData.get(field)));
});
