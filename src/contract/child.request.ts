import * as z from 'zod/mini';
import './jitless.ts';

/** The query of `GET /children`. */
export const childQuerySchema = z.strictObject({ service: z.string().check(z.maxLength(64)) });
export type ChildQuery = z.infer<typeof childQuerySchema>;
