import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../src/contract/problem.ts';
import type { Timer } from '../../src/cases/sources/timer.ts';
import type { Family } from '../../src/registers/simulated/families.ts';
import { readAnswer } from '../read-answer.ts';
import { schoolTransport, withServices } from './e-services.ts';
import { families, person } from './persons.ts';
import { apply, approvedSigning, childrenOf, codeOf, sendSignature, signingOf, signingWorld } from './signing-world.ts';
import type { Signer } from './signing-world.ts';

/** An e-service for children at whatever school. */
const anySchool = { ...schoolTransport, id: 'fritids', schools: 'any' };

const problemOf = async (answer: Promise<Response>) => readAnswer(problemSchema, answer);
const ask = ({ page }: Signer, service = 'skolskjuts') => page.get(`children?service=${service}`);
const inAnHour = (world: { clock: { now(): Date } }) => new Date(world.clock.now().getTime() + 3_600_000);

describe('fact 12: the list of children comes from the population register', () => {
  it('shows whom the person who is logged in has custody of, the eldest first, with school and year', async () => {
    const world = await signingWorld();
    const list = await childrenOf(await world.visit('karin'));
    expect(list.items.map(({ displayName, birthYear, school }) => [displayName, birthYear, school])).toEqual([
      ['Alva Lindgren', 2015, { name: 'Elmeskolan', year: 5 }],
      ['Noel Lindgren', 2017, { name: 'Elmeskolan', year: 3 }],
    ]);
    expect(list.service).toMatchObject({ id: 'skolskjuts', guardians: 'all', schoolYears: { from: 0, to: 9 } });
  });

  it('shows only children at a school that the municipality runs', async () => {
    const world = await signingWorld();
    expect((await childrenOf(await world.visit('maria'))).items).toEqual([]);
  });

  it('never shows a child whose identity is protected, whichever register says so', async () => {
    const world = await signingWorld();
    world.registers.change(person('alva').idNumber, { isProtected: true });
    const answer = await (await ask(await world.visit('karin'))).text();
    expect(answer).toContain('Noel');
    expect(answer).not.toMatch(/Alva|2015/);
  });

  it.each(['skolskjuts', 'fritids'])('never shows a child whose protection the school alone knows of, in %s', async (service) => {
    const world = await signingWorld({ municipality: { services: [...withServices.services, anySchool] } });
    world.registers.changeSchool(person('alva').idNumber, { isProtected: true });
    expect((await childrenOf(await world.visit('karin'), service)).items.map(({ displayName }) => displayName)).toEqual(['Noel Lindgren']);
  });

  it('shows children at any school where the e-service is for them, by the year that they are in', async () => {
    const world = await signingWorld({ municipality: { services: [{ ...anySchool, schoolYears: { from: 2, to: 9 } }] } });
    const { items } = await childrenOf(await world.visit('maria'), 'fritids');
    expect(items.map(({ displayName, school, notFor }) => [displayName, school, notFor])).toEqual([['Tage Holm', { name: 'Friskolan', year: 2 }, undefined]]);
  });

  it('gives the same three reasons for a child that is missing, whether or not one is', async () => {
    const world = await signingWorld();
    const [karin, maria, oskar] = [await world.visit('karin'), await world.visit('maria'), await world.visit('oskar')];
    for (const one of [karin, maria, oskar]) expect((await childrenOf(one)).missingReasons).toEqual(['custody', 'protected', 'school']);
  });

  it('names a child differently to each guardian, and holds no number of anybody', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    const [mine, theirs] = [await childrenOf(karin), await childrenOf(erik)];
    expect(mine.items.map(({ displayName }) => displayName)).toEqual(theirs.items.map(({ displayName }) => displayName));
    expect(mine.items.filter(({ id }) => theirs.items.some((other) => other.id === id))).toEqual([]);
    expect(JSON.stringify([mine, theirs])).not.toMatch(/\d{10}/);
  });

  it('tells two children apart by their birthday only when they would else read alike', async () => {
    const twin = { ...person('alva'), idNumber: '201502012394', birthDate: '2015-02-01' };
    const world = await signingWorld({ families: [...families, { ...families[0], child: twin } as Family] });
    const { items } = await childrenOf(await world.visit('karin'));
    expect(items.map(({ displayName, birthDate }) => [displayName, birthDate])).toEqual([
      ['Alva Lindgren', '2015-01-01'],
      ['Alva Lindgren', '2015-02-01'],
      ['Noel Lindgren', undefined],
    ]);
  });

  it('shows a child that the e-service is not for, and says why', async () => {
    const world = await signingWorld();
    const [service] = world.deps.municipality.services;
    if (!service) throw new Error('there is no e-service');
    service.schoolYears = { from: 4, to: 9 };
    const { items } = await childrenOf(await world.visit('karin'));
    expect(items.map(({ displayName, notFor }) => [displayName, notFor])).toEqual([['Alva Lindgren', undefined], ['Noel Lindgren', 'school-year']]);
  });

  it('is an empty list for somebody without children, and a problem for somebody whom the register does not know', async () => {
    const world = await signingWorld({ families: [] });
    expect((await childrenOf(await world.visit('oskar'))).items).toEqual([]);
    expect(await codeOf(ask(await world.visit('karin')))).toBe('person-not-in-register');
  });

  it('is for those who are logged in, and for e-services that there are', async () => {
    const world = await signingWorld();
    expect(await codeOf(world.browser().get('children?service=skolskjuts'))).toBe('not-logged-in');
    expect(await codeOf(ask(await world.visit('karin'), 'parkering'))).toBe('service-not-found');
  });
});

describe('fact 13: the population register is at times out of reach', () => {
  it('is told with how many times it has happened to this person today, and when to try again', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    world.registers.disturb('population', { kind: 'down', until: inAnHour(world) });
    for (const attempt of [1, 2, 3]) expect(await problemOf(ask(karin))).toMatchObject({ status: 503, code: 'register-unreachable', attempt, retryAfter: 30 });
    expect(await problemOf(ask(erik))).toMatchObject({ attempt: 1 });
  });

  it('is counted over the last 24 hours only', async () => {
    const world = await signingWorld();
    world.registers.disturb('population', { kind: 'down', until: new Date('2026-12-24') });
    expect(await problemOf(ask(await world.visit('karin')))).toMatchObject({ attempt: 1 });
    world.clock.forward(86_400);
    expect(await problemOf(ask(await world.visit('karin')))).toMatchObject({ attempt: 1 });
  });

  it('keeps nobody waiting for a register that is slow', async () => {
    const timeIsUp: Timer = { wait: async () => {} };
    const world = await signingWorld({ timer: timeIsUp });
    const karin = await world.visit('karin');
    world.registers.population.childrenOf = () => new Promise(() => {});
    expect(await problemOf(ask(karin))).toMatchObject({ code: 'register-unreachable', attempt: 1 });
  });

  it('never turns into an unfiltered list when it is the school register that is silent', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    world.registers.disturb('school', { kind: 'down', until: inAnHour(world) });
    const answer = await ask(karin);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'school-register-unreachable', attempt: 1 });
    expect(text).not.toMatch(/Alva|Noel/);
  });

  it('is another thing than a register that lacks something', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    world.registers.disturb('population', { kind: 'incomplete', until: inAnHour(world) });
    expect(await problemOf(ask(karin))).toMatchObject({ status: 409, code: 'register-incomplete' });
  });

  it('loses nothing of a signing under way: what was signed is taken in when the register answers', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const { case: id } = await apply(karin);
    const order = await approvedSigning(world, karin, id);
    world.registers.disturb('population', { kind: 'down', until: inAnHour(world) });
    expect(await problemOf(sendSignature(karin, id, order))).toMatchObject({ code: 'register-unreachable', attempt: 1 });
    world.registers.disturb('population', undefined);
    expect((await sendSignature(karin, id, order)).status).toBe(200);
    expect((await signingOf(karin, id)).parties[0]?.state).toBe('signed');
  });
});
