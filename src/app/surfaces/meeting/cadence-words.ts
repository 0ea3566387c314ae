import type { FindingView } from '#contract/policy.ts';
import { askedOf, findingLine } from '../../text/findings.ts';
import { askedCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';

/** What the policy asks for and how it stands: "Your policy asks for one every 2 weeks. Last one 14 days ago, the next is today". */
export function askedAndStands(cadence: FindingView, today: string): string {
  const asked = askedOf(cadence.values);
  const stands = findingLine(cadence, today);
  return asked === null ? stands : say('panel.policy', { asked: askedCadence(asked), stands });
}
