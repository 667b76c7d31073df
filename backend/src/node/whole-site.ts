import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createApp } from '../app.ts';
import { simulatedSystemRoutes } from '../cases/simulated-sources/simulated-system-routes.ts';
import type { Deps } from '../deps.ts';
import { simulatedAppRoutes } from '../eid/simulated/simulated-app-routes.ts';
import type { Fetch } from './http-listener.ts';
import type { Simulated } from './node-deps.ts';
import { widgetFiles, widgetPaths } from './widget-files.ts';

/** Answers a page of the site that shares the backend's host. */
export type Site = (request: Request, bindings?: HttpBindings) => Response | Promise<Response>;

const backendPaths = /^\/(api|healthz|readyz)(\/|$)/;
const simulatorPaths = /^\/simulator\//;

/** One host: the backend, the widgets, the controls of what is simulated where something is, and the site for everything else. */
export function wholeSite(deps: Deps, { eids, systems, registers }: Simulated, production: boolean, site?: Site): Fetch {
  const app = createApp(deps);
  const widgets = widgetFiles(deps);
  const simulator = new Hono();
  if (eids.length > 0) simulator.route('/', simulatedAppRoutes({ ...deps, production }, eids));
  const switches = [...systems, ...(deps.municipality.services.length > 0 ? registers.switches : [])];
  if (switches.length > 0) simulator.route('/', simulatedSystemRoutes({ ...deps, production }, switches));
  return (request, bindings) => {
    const { pathname } = new URL(request.url);
    if (backendPaths.test(pathname)) return app.fetch(request, bindings);
    if (simulator.routes.length > 0 && simulatorPaths.test(pathname)) return simulator.fetch(request, bindings);
    if (widgetPaths.test(pathname)) return widgets.fetch(request);
    return site ? site(request, bindings) : app.fetch(request, bindings);
  };
}
