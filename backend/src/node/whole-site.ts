import { createApp } from '../app.ts';
import type { Deps } from '../deps.ts';
import { simulatedAppRoutes } from '../eid/simulated/simulated-app-routes.ts';
import type { SimulatedEid } from '../eid/simulated/simulated-eid.ts';
import type { Fetch } from './http-listener.ts';

/** Answers a page of the site that shares the backend's host. */
export type Site = (request: Request) => Response | Promise<Response>;

const backendPaths = /^\/(api|healthz|readyz)(\/|$)/;
const simulatorPaths = /^\/simulator\//;

/** One host: the backend, the simulated e-ID's app where there is one, and the site for everything else. */
export function wholeSite(deps: Deps, simulated: readonly SimulatedEid[], production: boolean, site?: Site): Fetch {
  const app = createApp(deps);
  const simulator = simulated.length > 0 ? simulatedAppRoutes({ ...deps, production }, simulated) : undefined;
  return (request, bindings) => {
    const { pathname } = new URL(request.url);
    if (backendPaths.test(pathname)) return app.fetch(request, bindings);
    if (simulator && simulatorPaths.test(pathname)) return simulator.fetch(request, bindings);
    return site ? site(request) : app.fetch(request, bindings);
  };
}
