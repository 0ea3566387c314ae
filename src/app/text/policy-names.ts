import './say-policies.ts';
import { say } from './say.ts';

/** "One-to-ones, version 3". */
export function sayVersion({ title, version }: { readonly title: string; readonly version: string }): string {
  return say('policies.name', { title, version });
}
