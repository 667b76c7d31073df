import { expect } from 'chai';
import type { Answer } from '../../src/client/portal-backend.ts';
import type { ChildList } from '../../src/contract/child.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { Session } from '../../src/contract/session.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { deferred } from '../support/deferred.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { inTurn, ok, refused, sampleSession } from '../support/fake-backend.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { all, alva, announced, button, fakeChildren, filled, find, inputs, login, noel, page, sampleChildren, text, usual } from './children.page.ts';

const nobody = { authenticated: false as const };
const inForm = `<form><input name="adress" value="Storgatan 1">${usual}</form>`;
const failing = (problem: Problem, ...later: Answer<ChildList>[]) => fakeChildren(inTurn<Answer<ChildList>>(refused(problem), ...later));
const silent = (attempt: number): Problem => ({ code: 'register-unreachable', status: 503, attempt, traceId: 't-1' });

/** A session that the test can end and begin, as another tab would. */
function changing() {
  let session: Session = sampleSession();
  return {
    portal: { session: async () => ok(session), endSession: async () => ok({ loggedOut: true as const, advice: [] }) },
    /** Looks again, as when one comes back to the page. */
    become(next: Session) {
      session = next;
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    },
  };
}

describe('a picker when nobody is logged in', () => {
  it('asks for a login right here, and for no children', async () => {
    const children = fakeChildren();
    const { picker } = await page(children, usual, { session: async () => ok(nobody) });
    await until(() => text(picker).includes('Logga in för att välja bland de barn som du är vårdnadshavare för.'));
    expect(login(picker)!.checkVisibility()).to.equal(true);
    expect(children.asked).to.deep.equal([]);
    await expectAccessible(picker);
  });

  it('uses the login that the editor has put there', async () => {
    const { picker } = await page(fakeChildren(), '<kommun-child-picker service="skolskjuts"><p slot="login">Logga in i menyn</p></kommun-child-picker>', { session: async () => ok(nobody) });
    await until(() => text(picker).includes('Logga in'));
    expect(login(picker)).to.equal(null);
    expect(picker.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('keeps the form from being sent, and leads to the login', async () => {
    const { picker } = await page(fakeChildren(), inForm, { session: async () => ok(nobody) });
    await until(() => text(picker).includes('Logga in'));
    expect(picker.form!.reportValidity()).to.equal(false);
    await until(() => find(picker, '#fault')?.textContent === 'Logga in och välj barn.');
    expect(focused()?.id).to.equal('label');
    await expectAccessible(picker);
  });
});

describe('a session that ends while one chooses', () => {
  async function chosen() {
    const session = changing();
    let list = sampleChildren();
    const made = await filled(fakeChildren(async () => ok(list)), inForm, session.portal);
    inputs(made.picker)[1]!.click();
    session.become(nobody);
    await until(() => text(made.picker).includes('Du är inte inloggad längre. När du loggar in igen finns ditt val kvar.'));
    return { ...made, session, become: (next: ChildList) => (list = next) };
  }

  it('takes the names from the page, sends nobody, and leaves the rest of the form alone', async () => {
    const { picker } = await chosen();
    expect(picker.shadowRoot!.innerHTML).to.not.include('Noel');
    expect([...new FormData(picker.form!)]).to.deep.equal([['adress', 'Storgatan 1']]);
    expect(login(picker)!.checkVisibility()).to.equal(true);
    await expectAccessible(picker);
  });

  it('keeps the choice for the same person', async () => {
    const { picker, session } = await chosen();
    session.become(sampleSession({ expiresAt: new Date(Date.now() + 9 * 3_600_000).toISOString() }));
    await until(() => picker.value === 'n1');
    expect(inputs(picker).map(({ checked }) => checked)).to.deep.equal([false, true]);
  });

  it('keeps nothing of it for another', async () => {
    const { picker, session, become } = await chosen();
    become(sampleChildren([{ ...alva, id: 'x1', displayName: 'Tage Holm' }, { ...noel, id: 'x2', displayName: 'Lo Holm' }]));
    session.become(sampleSession({ expiresAt: new Date(Date.now() + 9 * 3_600_000).toISOString() }));
    await until(() => text(picker).includes('Tage Holm'));
    expect(picker.value).to.equal('');
    expect([...new FormData(picker.form!)]).to.deep.equal([['adress', 'Storgatan 1']]);
  });

  it('is noticed by the backend first', async () => {
    const session = changing();
    const children = fakeChildren(async () => (session.become(nobody), refused({ code: 'not-logged-in', status: 401 })));
    const { picker } = await page(children, usual, session.portal);
    await until(() => text(picker).includes('Logga in för att välja'));
    expect(login(picker)!.checkVisibility()).to.equal(true);
  });
});

describe('a picker that waits', () => {
  it('says nothing at first, then a word, then gives a way on, and moves nothing on the page', async () => {
    const gate = deferred<Answer<ChildList>>();
    const clock = stopClock();
    const children = fakeChildren(() => gate.promise);
    const { picker, container } = await page(children, `${usual}<p id="after">Efter</p>`);
    await until(() => children.asked.length);
    const place = () => container.querySelector('#after')!.getBoundingClientRect().top;
    const legend = () => find(picker, 'legend')!.getBoundingClientRect().top;
    const before = [place(), legend()];
    expect(text(picker)).to.equal('Vilket barn gäller det?');
    await clock.tickAsync(1000);
    expect(text(picker)).to.include('Hämtar barnen …');
    await clock.tickAsync(200);
    expect(announced()).to.include('Hämtar barnen …');
    expect(picker.checkValidity()).to.equal(false);
    expect(picker.validationMessage).to.equal('Vänta tills barnen visas och välj sedan.');
    await clock.tickAsync(9000);
    expect(text(picker)).to.include('Det tar längre tid än det brukar. Det du har fyllt i finns kvar.');
    await expectWithClock(picker, clock);
    button(picker, 'Försök igen').click();
    await clock.tickAsync(1);
    expect(children.asked).to.have.length(2);
    gate.resolve(ok(sampleChildren()));
    await until(() => inputs(picker).length);
    expect(legend()).to.equal(before[1]);
    expect(place() - before[0]!).to.be.below(40);
  });

  it('tells how many there are to choose from to somebody who has been told to wait', async () => {
    const gate = deferred<Answer<ChildList>>();
    const clock = stopClock();
    const children = fakeChildren(() => gate.promise);
    const { picker } = await page(children);
    await until(() => children.asked.length);
    await clock.tickAsync(2000);
    gate.resolve(ok(sampleChildren()));
    await until(() => inputs(picker).length);
    await clock.tickAsync(300);
    expect(announced()).to.include('Det finns 2 barn att välja bland.');
  });
});

async function expectWithClock(picker: Element, clock: ReturnType<typeof stopClock>): Promise<void> {
  const checked = expectAccessible(picker);
  let done = false;
  void checked.catch(() => {}).then(() => (done = true));
  await until(async () => (await clock.tickAsync(1), done), 'axe');
  await checked;
}

describe('a population register that is out of reach', () => {
  it('is told with what it means and that nothing is lost, and can be tried again', async () => {
    const { picker } = await page(failing(silent(1), ok(sampleChildren())), inForm);
    await until(() => text(picker).includes('Vi når inte folkbokföringen just nu'));
    expect(text(picker)).to.include('Det du har fyllt i finns kvar').and.include('Servicecenter, 0476-550 00').and.include('t-1');
    await until(() => announced().includes('Vi når inte folkbokföringen just nu'));
    expect(find(picker, 'h2')!.textContent).to.equal('Vi når inte folkbokföringen just nu');
    expect(inputs(picker)).to.deep.equal([]);
    expect(picker.form!.reportValidity()).to.equal(false);
    expect(picker.validationMessage).to.equal('Barnen kunde inte visas, så inget barn är valt.');
    expect(focused()).to.equal(button(picker, 'Försök igen'));
    await expectAccessible(picker);
    button(picker, 'Försök igen').click();
    await until(() => inputs(picker).length);
    expect([...new FormData(picker.form!)]).to.deep.equal([['adress', 'Storgatan 1']]);
  });

  it('puts the service centre\'s phone first from the third time in a day', async () => {
    const { picker } = await page(failing(silent(2), refused(silent(3)), ok(sampleChildren())));
    await until(() => button(picker, 'Försök igen'));
    expect(button(picker, 'Ring')).to.equal(undefined);
    button(picker, 'Försök igen').click();
    const call = await until(() => button(picker, 'Ring 0476-550 00') as HTMLAnchorElement | undefined);
    expect(call.href).to.equal('tel:+4647655000');
    expect(text(picker)).to.include('Det har hänt flera gånger i dag. Ring Servicecenter, så hjälper de dig vidare. Det du har fyllt i finns kvar.');
    expect(all(picker, 'fieldset :is(a, button)')).to.deep.equal([call, button(picker, 'Försök igen')]);
    await expectAccessible(picker);
    button(picker, 'Försök igen').click();
    await until(() => inputs(picker).length);
  });

  it('is never taken for a person without children', async () => {
    const { picker } = await page(failing(silent(1)));
    await until(() => text(picker).includes('Vi når inte folkbokföringen'));
    expect(text(picker)).to.not.include('inget barn').and.not.include('Saknas');
  });
});

describe('what else can go wrong', () => {
  const problems: [string, Problem, string][] = [
    ['the register of the schools is silent', { code: 'school-register-unreachable', status: 503, attempt: 1 }, 'Vi når inte skolornas register just nu'],
    ['the register knows too little', { code: 'register-incomplete', status: 502 }, 'Folkbokföringen gav oss inte alla uppgifter'],
    ['one is offline', { code: 'offline' }, 'Du verkar sakna internet'],
    ['the answer takes too long', { code: 'timed-out' }, 'Tjänsten svarar inte'],
    ['one asks too often', { code: 'too-many-requests', status: 429, retryAfter: 40 }, 'Vänta 40 sekunder'],
    ['the service is closed for a while', { code: 'maintenance', status: 503, retryAfter: 90 }, 'Försök igen om 90 sekunder'],
    ['nobody knows what is wrong', { code: 'something-new', status: 500 }, 'Något har gått fel hos oss'],
  ];
  for (const [when, problem, words] of problems) {
    it(`is told in plain words when ${when}, with no list and a new try`, async () => {
      const { picker } = await page(failing(problem, ok(sampleChildren())));
      await until(() => text(picker).includes(words));
      expect(inputs(picker)).to.deep.equal([]);
      await expectAccessible(picker);
      button(picker, 'Försök igen').click();
      await until(() => inputs(picker).length);
    });
  }

  it('is no use to try again for somebody whom the register does not know: there is paper and the phone', async () => {
    const { picker } = await page(failing({ code: 'person-not-in-register', status: 404 }));
    await until(() => text(picker).includes('Vi hittar dig inte i folkbokföringen'));
    expect(button(picker, 'Försök igen')).to.equal(undefined);
    expect(find<HTMLAnchorElement>(picker, 'a')!.href).to.equal('tel:+4647655000');
    await expectAccessible(picker);
  });

  it('is the editor\'s to mend when the e-service does not exist', async () => {
    const { picker } = await page(failing({ code: 'service-not-found', status: 404 }));
    await until(() => text(picker).includes('E-tjänsten finns inte här'));
    expect(editorWarnings()).to.deep.equal(['<kommun-child-picker>: service="skolskjuts" går inte att använda. Tillåtet: id på en e-tjänst som finns i kommunens tjänst.']);
  });

  it('is the editor\'s to mend when no e-service is named: the citizen gets a plain sentence', async () => {
    const children = fakeChildren();
    const { picker } = await page(children, '<kommun-child-picker></kommun-child-picker>');
    await until(() => text(picker).includes('Tjänsten är stängd just nu'));
    expect(editorWarnings()).to.deep.equal(['<kommun-child-picker>: Attributet service saknas. Tillåtet: e-tjänstens id, till exempel skolskjuts.']);
    expect(children.asked).to.deep.equal([]);
    await expectAccessible(picker);
  });
});
