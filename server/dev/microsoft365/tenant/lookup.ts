/** Finds the values of a collection by something they hold, without walking through all of them. */
export class Lookup<Value> {
  readonly #namesOf: (value: Value) => readonly string[];
  readonly #found = new Map<string, Map<string, Value>>();

  /** @param namesOf every name a value shall be found by */
  constructor(namesOf: (value: Value) => readonly string[]) {
    this.#namesOf = namesOf;
  }

  /** The values of that name, oldest first. */
  of(name: string): Value[] {
    return [...(this.#found.get(name)?.values() ?? [])];
  }

  /** The oldest value of that name. */
  first(name: string): Value | undefined {
    return this.#found.get(name)?.values().next().value;
  }

  /** Notes that a key's value is another one now, or that it is gone. */
  changed(key: string, before: Value | undefined, after: Value | undefined): void {
    const names = after === undefined ? [] : this.#namesOf(after);
    for (const name of before === undefined ? [] : this.#namesOf(before)) {
      if (!names.includes(name)) this.#forget(name, key);
    }
    if (after === undefined) return;
    for (const name of names) {
      const values = this.#found.get(name);
      if (values === undefined) this.#found.set(name, new Map([[key, after]]));
      else values.set(key, after);
    }
  }

  #forget(name: string, key: string): void {
    const values = this.#found.get(name);
    values?.delete(key);
    if (values?.size === 0) this.#found.delete(name);
  }
}
