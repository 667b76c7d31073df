import { createContext } from '@lit/context';
import type { Connection } from './connection.ts';

/** What a widget can count on from the portal around it, or from the page. */
export interface Portal {
  /** The backend; absent when nobody has said where it is. */
  readonly connection: Connection | undefined;
  /** The portal's own language, when it states one. */
  readonly language: string | undefined;
  /** Whether the editor has been told already that there is no backend, or that its address is none. */
  readonly told?: boolean;
}

export const portalContext = createContext<Portal>(Symbol.for('kommun-portal'));
