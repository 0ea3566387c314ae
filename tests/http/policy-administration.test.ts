import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { UnitStandard } from '#core/policy/standard.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let nadia: PersonClient;
let priya: PersonClient;

const file = (name: string): string => readFileSync(`policies/${name}.json`, 'utf8');

/** The policy in the file with another version, and every interval of it another number of weeks. */
function outEvery(weeks: number, version: string): string {
  const pack = JSON.parse(file('out')) as PolicyPack;
  const rules = pack.rules.map((rule) =>
    rule.kind === 'cadence' ? { ...rule, cadence: { kind: 'interval', every: { weeks } } } : rule,
  );
  return JSON.stringify({ ...pack, version, rules }, null, 2);
}

/** The same with the form under another name. */
function withForm(text: string, title: string): string {
  const pack = JSON.parse(text) as PolicyPack;
  const rules = pack.rules.map((rule) => (rule.kind === 'record-form' ? { ...rule, title } : rule));
  return JSON.stringify({ ...pack, rules }, null, 2);
}

/** The version a meeting's record is kept under, and what its form is called. */
async function formOf(meetingId: string): Promise<[string | undefined, string | undefined]> {
  const { pack, form } = await priya.call('form', { params: { meetingId } });
  return [pack.version, form?.title];
}

async function hold(meetingId: string): Promise<void> {
  await priya.call('openMeeting', { params: { meetingId } });
  const { seq } = await priya.call('meeting', { params: { meetingId } });
  await priya.call('closeMeeting', { params: { meetingId }, request: { seq } });
}

async function load(text: string, by = nadia): Promise<string> {
  return (await by.call('loadPolicy', { request: { id: randomUUID(), text } })).versionId;
}

async function activate(versionId: string, from: string): Promise<string> {
  const { revision } = await nadia.call('policies');
  const id = randomUUID();
  await nadia.call('activatePolicy', { params: { versionId }, request: { id, from, revision } });
  return id;
}

async function standing(versionId: string): Promise<[string | undefined, string | null | undefined]> {
  const one = (await nadia.call('policies')).versions.find(({ id }) => id === versionId);
  return [one?.state, one?.since];
}

/** What Priya is asked of Tomasz. */
async function asked(): Promise<unknown> {
  const { people } = await priya.call('home');
  return people.find((one) => one.other.id === started.idOf('tomasz'))?.asked?.every;
}

beforeAll(async () => {
  started = await startDuologue();
  [nadia, priya] = [await started.as('nadia'), await started.as('priya')];
});
afterAll(() => started.close());

describe('a policy file', () => {
  test('with mistakes is refused with the place and the reason of each, and nothing of it is kept', async () => {
    const before = await nadia.call('policies');
    const pack = JSON.parse(file('out')) as PolicyPack;
    const wrong = {
      ...pack,
      version: 'wrong',
      surprise: true,
      rules: pack.rules.map((rule, index) => (index === 1 ? { ...rule, kind: 'magic' } : rule)),
    };
    const refused = await nadia.refused('loadPolicy', { request: { id: randomUUID(), text: JSON.stringify(wrong) } });
    expect(refused).toMatchObject({ code: 'pack-invalid', details: { faults: 2 } });
    expect(refused.fields).toEqual([
      { path: `rules[2] (${pack.rules[1]?.id ?? ''}).kind`, message: 'none of the kinds that are known here' },
      { path: '', message: 'a field that is not known here: "surprise"' },
    ]);
    const loose = { ...pack, version: 'wrong', rules: pack.rules.map((rule) => ({ ...rule, clause: 'NOWHERE-1' })) };
    const dangling = await nadia.refused('loadPolicy', { request: { id: randomUUID(), text: JSON.stringify(loose) } });
    expect(dangling.fields?.[0]?.message).toBe('no clause NOWHERE-1 in this pack');
    const half = await nadia.refused('loadPolicy', { request: { id: randomUUID(), text: '{\n  "id": "x",\n  oh' } });
    expect(half.fields).toEqual([{ path: '', message: expect.stringMatching(/^not JSON/) as string }]);
    for (const text of ['', 'null', '[]', '"text"', '{"__proto__":{"id":"x"}}', '1e999'])
      expect((await nadia.refused('loadPolicy', { request: { id: randomUUID(), text } })).code).toBe('pack-invalid');
    expect(await nadia.call('policies')).toEqual(before);
  });

  test('loaded twice is there once; the same version with other content is refused', async () => {
    const text = outEvery(3, 'twice');
    const first = await nadia.call('loadPolicy', { request: { id: randomUUID(), text } });
    expect(first.wasThere).toBe(false);
    const again = await nadia.call('loadPolicy', { request: { id: randomUUID(), text } });
    expect(again).toEqual({ versionId: first.versionId, wasThere: true });
    const other = { id: randomUUID(), text: outEvery(4, 'twice') };
    expect(await nadia.refused('loadPolicy', { request: other })).toMatchObject({
      code: 'version-taken',
      details: { version: 'twice' },
    });
    const { versions } = await nadia.call('policies');
    expect(versions.filter(({ version }) => version === 'twice')).toMatchObject([
      { id: first.versionId, state: 'never-in-force', loadedBy: { displayName: 'Nadia Rahman' } },
    ]);
  });

  test('too large to be taken is refused as such', async () => {
    const text = JSON.stringify({ ...(JSON.parse(file('out')) as PolicyPack), source: 'x'.repeat(300_000) });
    expect((await nadia.refused('loadPolicy', { request: { id: randomUUID(), text } })).code).toBe('too-large');
  });

  test('[CAREER-16] past its review date says so in the list', async () => {
    const versionId = await load(file('career'));
    const { versions } = await nadia.call('policies');
    expect(versions.find(({ id }) => id === versionId)).toMatchObject({ reviewOn: '2023-08-31', pastReview: true });
    expect(versions.at(-1)).toMatchObject({ packId: 'out', state: 'in-force', loadedBy: null });
  });
});

describe('a comparison', () => {
  test('says rule by rule what would change, and for how many people, naming nobody', async () => {
    const versionId = await load(outEvery(1, 'weekly'));
    const compared = await nadia.call('comparePolicies', { params: { versionId } });
    expect(compared.rules.map(({ change, after }) => [change, after?.kind])).toEqual(
      compared.rules.map(() => ['stricter', 'cadence']),
    );
    expect(compared.rules.length).toBeGreaterThan(0);
    expect(compared.clauses).toEqual([]);
    expect(compared.cadences.every(({ after }) => after?.kind === 'interval')).toBe(true);
    for (const { people } of compared.cadences) expect(people === null || people >= 5).toBe(true);
    const words = JSON.stringify(compared);
    for (const key of ['priya', 'tomasz', 'yusuf']) expect(words).not.toContain(started.idOf(key));
    const career = await load(file('career'));
    const wide = await nadia.call('comparePolicies', { params: { versionId: career } });
    expect(new Set(wide.rules.map(({ change }) => change))).toContain('removed');
    expect(wide.cadences.some(({ after }) => after === null)).toBe(true);
  });
});

describe('an activation', () => {
  test('holds from its day where the organisation is, and a record keeps the version and form it was closed under', async () => {
    const line = (await priya.call('home')).people.find((one) => one.other.id === started.idOf('tomasz'));
    const meetingId = line?.next?.id ?? '';
    const before = await asked();
    const { version } = await priya.call('policy');
    const versionId = await load(withForm(outEvery(7, 'later'), 'Our notes anew'));
    await activate(versionId, '2026-12-07');
    expect(await standing(versionId)).toEqual(['planned', '2026-12-07']);
    expect(await asked()).toEqual(before);
    await hold(meetingId);
    const closed = await formOf(meetingId);
    expect(closed[0]).toBe(version);
    const { nextMeeting } = await priya.call('meeting', { params: { meetingId } });
    const comingId = nextMeeting?.id ?? '';
    expect(await formOf(comingId)).toEqual(closed);
    started.clock.set('2026-12-06T23:59:00.000Z');
    expect(await asked()).toEqual(before);
    started.clock.set('2026-12-07T00:00:00.000Z');
    expect(await asked()).toEqual({ weeks: 7 });
    expect(await standing(versionId)).toEqual(['in-force', '2026-12-07']);
    expect(await priya.call('policy')).toMatchObject({ version: 'later' });
    expect(await formOf(meetingId)).toEqual(closed);
    expect(await formOf(comingId)).toEqual(['later', 'Our notes anew']);
    await hold(comingId);
    const old = await priya.call('signOff', { params: { meetingId } });
    expect([old.policy?.version, old.beingWritten]).toEqual([version, false]);
  });

  test('can be rolled back on its very day, and forward again', async () => {
    const { versions } = await nadia.call('policies');
    const first = versions.at(-1)?.id ?? '';
    const later = versions.find(({ state }) => state === 'in-force')?.id ?? '';
    await activate(first, '2026-12-07');
    expect(await standing(later)).toEqual(['rolled-back', '2026-12-07']);
    expect(await standing(first)).toEqual(['in-force', '2026-12-07']);
    expect(await priya.call('policy')).toMatchObject({ id: 'out', version: versions.at(-1)?.version });
    await activate(later, '2026-12-07');
    expect(await asked()).toEqual({ weeks: 7 });
    await activate(first, '2026-12-07');
  });

  test('in the past, on a day that is taken, or of what holds anyway is refused', async () => {
    const versionId = await load(outEvery(5, 'refused'));
    const first = (await nadia.call('policies')).versions.at(-1)?.id ?? '';
    const code = async (of: string, from: string): Promise<string> => {
      const { revision } = await nadia.call('policies');
      const request = { id: randomUUID(), from, revision };
      return (await nadia.refused('activatePolicy', { params: { versionId: of }, request })).code;
    };
    expect(await code(versionId, '2026-12-06')).toBe('activation-in-past');
    expect(await code(first, '2026-12-07')).toBe('already-in-force');
    expect(await code(first, '2027-02-01')).toBe('already-in-force');
    expect(await code(randomUUID(), '2026-12-08')).toBe('not-found');
    const planned = await activate(versionId, '2027-01-01');
    expect(await code(await load(outEvery(6, 'other')), '2027-01-01')).toBe('activation-day-taken');
    const { revision } = await nadia.call('policies');
    const gone = { params: { activationId: planned }, request: { revision } };
    await nadia.call('withdrawActivation', gone);
    await nadia.call('withdrawActivation', gone);
    expect(await standing(versionId)).toEqual(['never-in-force', null]);
    const held = (await nadia.call('policies')).history.find((one) => one.versionId === first)?.activationId ?? '';
    const begun = { params: { activationId: held }, request: { revision: revision + 1 } };
    expect((await nadia.refused('withdrawActivation', begun)).code).toBe('activation-begun');
  });

  test('sent twice is done once, and of two administrators at once the second is told to look again', async () => {
    const versionId = await load(outEvery(8, 'at-once'));
    const { revision } = await nadia.call('policies');
    const call = { params: { versionId }, request: { id: randomUUID(), from: '2027-03-01', revision } };
    const [one, again] = [await nadia.call('activatePolicy', call), await nadia.call('activatePolicy', call)];
    expect(again).toEqual(one);
    const colleague = await started.as('nadia');
    const withdraw = { params: { activationId: call.request.id }, request: { revision: one.revision } };
    const other = { params: { versionId }, request: { id: randomUUID(), from: '2027-04-01', revision: one.revision } };
    const outcomes = await Promise.allSettled([
      nadia.call('withdrawActivation', withdraw),
      colleague.call('activatePolicy', { ...other, request: { ...other.request, from: '2026-12-20' } }),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => String(reason));
    expect(refused).toEqual([expect.stringContaining('policies-changed')]);
  });
});

describe('a standard of a unit', () => {
  const text = readFileSync('policies/standards/neighbourhoods.json', 'utf8');
  const standard = JSON.parse(text) as UnitStandard;
  const send = async (words: string) => {
    const { revision } = await nadia.call('policies');
    return { request: { id: randomUUID(), text: words, revision } };
  };

  /** Whose standard is theirs, and whose the rules about visits and about topics are. */
  const askedOf = async (key: string) => {
    const { people } = await priya.call('home');
    const pairId = people.find((one) => one.other.id === started.idOf(key))?.pairId ?? '';
    const { standard: own, sources } = await priya.call('pairPolicy', { params: { pairId } });
    return [own?.title, sources['visits']?.from, sources['topics']?.from];
  };

  test('[OD3a-3] weaker than the policy is refused with the clause it would break, and nothing of it is kept', async () => {
    const before = await nadia.call('policies');
    const weaker = {
      ...standard,
      rules: standard.rules.map((rule) =>
        rule.kind === 'cadence' ? { ...rule, cadence: { kind: 'interval', every: { weeks: 26 } } } : rule,
      ),
    };
    const refused = await nadia.refused('loadStandard', await send(JSON.stringify(weaker)));
    expect(refused).toMatchObject({
      code: 'standard-weaker',
      fields: [{ path: 'OUT-1', message: 'meets-less-often' }],
    });
    const elsewhere = { ...standard, packId: 'another' };
    expect(await nadia.refused('loadStandard', await send(JSON.stringify(elsewhere)))).toMatchObject({
      code: 'pack-invalid',
      fields: [{ path: 'packId' }],
    });
    expect(await nadia.call('policies')).toEqual(before);
  });

  test('[OD3a-3] that asks for more holds from today, once, until it is withdrawn', async () => {
    started.clock.forward(1);
    const first = await nadia.call('loadStandard', await send(text));
    expect(await nadia.call('loadStandard', await send(text))).toMatchObject({
      standardId: first.standardId,
      wasThere: true,
    });
    const listed = async () =>
      (await nadia.call('policies')).standards.map(({ state, unit, from }) => [state, unit, from]);
    expect(await listed()).toEqual([['in-force', 'Neighbourhoods', '2026-12-07']]);
    expect(await askedOf('yusuf')).toEqual([standard.title, 'unit', 'organisation']);
    expect(await askedOf('mei')).toEqual([undefined, undefined, 'organisation']);
    const line = (await priya.call('home')).people.find((one) => one.other.id === started.idOf('tomasz'));
    const topics = async (meetingId: string) =>
      (await priya.call('meeting', { params: { meetingId } })).coverage.topics.map(({ topicId }) => topicId);
    const closedId = line?.next?.id ?? '';
    expect(line?.last?.id).toBeDefined();
    expect(await topics(closedId)).toContain('visits');
    expect(await topics(line?.last?.id ?? '')).not.toContain('visits');
    started.clock.forward(1);
    await hold(closedId);
    started.clock.forward(1);
    const next = (await priya.call('meeting', { params: { meetingId: closedId } })).nextMeeting;
    const { revision } = await nadia.call('policies');
    await nadia.call('withdrawStandard', { params: { standardId: first.standardId }, request: { revision } });
    expect(await listed()).toEqual([['withdrawn', 'Neighbourhoods', '2026-12-07']]);
    expect(await askedOf('yusuf')).toEqual([undefined, undefined, 'organisation']);
    expect(await topics(next?.id ?? '')).not.toContain('visits');
    expect(await topics(closedId)).toContain('visits');
  });
});
