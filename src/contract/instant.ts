import * as z from 'zod/mini';
import './jitless.ts';

/** An instant as RFC 3339 in UTC. Only a string to the browser: zod's own check of it costs half a kilobyte there. */
export const instantSchema = z.string();
