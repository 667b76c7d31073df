import * as z from 'zod/mini';
import './jitless.ts';

/** A text in one or more languages, by BCP 47 code: `{ sv: 'Servicecenter', en: 'Service centre' }`. */
export const localizedSchema = z.record(z.string(), z.string());
export type Localized = z.infer<typeof localizedSchema>;
