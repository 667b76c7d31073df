import { redirectEidConformance } from '../redirect-eid-conformance.ts';
import { oidcWorlds } from './oidc-world.ts';
import { loa } from '../../../../demo/openid/openid-issuer.ts';

const arrange = oidcWorlds();

redirectEidConformance('OpenID Connect', async () => {
  const { provider, goesThrough, down, clock } = await arrange();
  return {
    provider,
    goesThrough: (address, act) => goesThrough(address, act.act === 'approve' ? { person: act.person, acr: loa('loa3') } : { error: 'access_denied' }),
    down(isDown) {
      // What was heard of it before that holds for a minute.
      clock.forward(61);
      down(isDown);
    },
  };
});
