import { StoreOutage } from '../../store/store.ts';

const noConnection = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];
/** PostgreSQL's own codes: the connection failed, resources ran out, an operator stepped in, a standby took over. */
const passing = /^(08|53|57)...$|^25006$/;
/** The driver gives these no code. */
const driverWords = /timeout|terminated|not queryable/i;

/** `store` with every failure that will pass thrown as `StoreOutage`, and all others as they are. */
export function tellingOutages<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return typeof member === 'object' && member ? tellingOutages(member) : member;
      return async (...given: unknown[]) => {
        try {
          return await Reflect.apply(member, target, given);
        } catch (failure) {
          throw willPass(failure) ? new StoreOutage(failure) : failure;
        }
      };
    },
  });
}

function willPass(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if (!('code' in failure) || typeof failure.code !== 'string') return driverWords.test(failure.message);
  return noConnection.includes(failure.code) || passing.test(failure.code);
}
