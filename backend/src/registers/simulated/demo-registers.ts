import type { Timer } from '../../cases/sources/timer.ts';
import type { Clock } from '../../clock.ts';
import { demoChildless, demoFamilies } from './families.ts';
import { SimulatedRegisters } from './simulated-registers.ts';

/** The registers that know the demo's families. */
export const demoRegisters = (clock: Clock, timer: Timer): SimulatedRegisters =>
  new SimulatedRegisters({ clock, timer, families: demoFamilies, childless: demoChildless });
