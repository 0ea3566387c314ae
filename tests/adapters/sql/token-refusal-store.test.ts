import { describe, expect, it } from 'vitest';
import { engines, now } from './engines.ts';

const claims = '{"access_token":{}}';

describe.each(engines)('what is kept of refusals on $engine', ({ open }) => {
  it('is one for each person and permission, seen in that person’s name alone', async () => {
    const kept = await open();
    const [one, other] = ['one', 'other'].map((personId) => ({ tenantId: 'tenant', personId }));
    if (one === undefined || other === undefined) throw new Error('nobody');
    const refusal = {
      scopes: '',
      code: 'claims-needed',
      outsideCode: 'x',
      claims,
      fingerprint: null,
      at: now,
    } as const;
    await kept.tokenRefusals.keep(one, refusal);
    await kept.tokenRefusals.keep(one, { ...refusal, code: 'consent-needed', claims: null });
    await kept.tokenRefusals.keep(one, { ...refusal, scopes: 'Mail.Send' });
    expect(await kept.tokenRefusals.of(one)).toHaveLength(2);
    expect(await kept.tokenRefusals.of(one)).toContainEqual({ ...refusal, code: 'consent-needed', claims: null });
    expect(await kept.tokenRefusals.of(other)).toEqual([]);
    const elsewhere = { ...one, tenantId: 'another' };
    for (const who of [other, elsewhere, { ...one, personId: '' }, 'worker', null] as const)
      expect(await kept.asRuntime(who, 'select * from token_refusal')).toEqual([]);
    await kept.tokenRefusals.forget(other, '');
    await kept.tokenRefusals.forget(one, 'Mail.Send');
    expect((await kept.tokenRefusals.of(one)).map(({ scopes }) => scopes)).toEqual(['']);
    await kept.close();
  });
});
