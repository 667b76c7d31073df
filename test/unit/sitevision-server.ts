import { createContext, runInContext } from 'node:vm';

/** What was saved in a dialogue, by the field's name. */
export type Saved = Readonly<Record<string, unknown>>;

interface Sitevision {
  module?: Saved;
  site: Saved;
  /** What Sitevision knows of the page. */
  context?: { getNonce?(): string };
}

const saved = (values: Saved) => ({ get: (field: string) => values[field] });

/** Runs a file of a WebApp as Sitevision's server does, and gives what it answers, or puts into the page's head. */
export function answerOf(code: string, { module = {}, site, context = {} }: Sitevision): string {
  let answer = '';
  const modules: Readonly<Record<string, unknown>> = {
    appData: saved(module),
    globalAppData: saved(site),
    router: { get: (_route: string, handle: (request: unknown, response: unknown) => void) => handle({}, { send: (html: string) => { answer = html; } }) },
    hooks: { addHeadElement: (element: () => string) => { answer = element(); } },
    PortletContextUtil: context,
  };
  runInContext(code, createContext({ require: (name: string) => modules[name] }));
  return answer;
}
