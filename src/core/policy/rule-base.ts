/** What every rule has: its own name in the pack, and the clause that asks for it. */
export interface RuleBase {
  readonly id: string;
  readonly clause: string;
}
