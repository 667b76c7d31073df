import { Hono } from 'hono';
import { spoilAnswers } from './faults.ts';
import type { Faults } from './faults.ts';

/** An empty simulator that says in every answer what it is. @throws when `production` is true */
export function simulation(name: string, { production, faults }: { production: boolean; faults: Faults }): Hono {
  if (production) throw new Error(`The simulated ${name} must not be used in production.`);
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Simulated', name);
  });
  app.use(spoilAnswers(faults));
  app.get('/', (c) => c.text(`This is a simulated ${name} with invented cases, for demonstrations and tests.\n`));
  return app;
}

/** A PDF of one empty page, with `title` in it so that one can be told from another. */
export function tinyPdf(title: string): string {
  return [
    '%PDF-1.4',
    `% ${title}`,
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}

/** The text's UTF-8 bytes in base64. */
export const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
