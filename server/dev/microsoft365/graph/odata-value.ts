/** A value as OData compares it: instants as epoch milliseconds, what is missing as null. */
export type Comparable = string | number | boolean | null;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?$/i;
const collator = new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'upper' });

/** The value at a path such as `start/dateTime`, names compared without case; only what an object itself holds is found. */
export function readPath(item: unknown, path: string): unknown {
  let value = item;
  for (const step of path.split('/')) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    value = readStep(value as Record<string, unknown>, step);
  }
  return value;
}

function readStep(value: Record<string, unknown>, step: string): unknown {
  if (Object.hasOwn(value, step)) {
    return value[step];
  }
  const wanted = step.toLowerCase();
  const name = Object.keys(value).find((key) => key.toLowerCase() === wanted);
  return name === undefined ? undefined : value[name];
}

/** A value made ready to compare: dates and instants become numbers, so that two ways of writing one instant are equal. */
export function comparable(value: unknown): Comparable {
  if (typeof value === 'string') {
    return DATE.test(value) || INSTANT.test(value) ? instantOf(value) : value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function instantOf(text: string): Comparable {
  const hasOffset = DATE.test(text) || /(?:Z|[+-]\d{2}:\d{2})$/i.test(text);
  const instant = Date.parse(hasOffset ? text : `${text}Z`);
  return Number.isNaN(instant) ? text : instant;
}

/** How two values of one kind stand to each other; NaN when they cannot be compared. */
export function compareValues(left: Comparable, right: Comparable): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return collator.compare(left, right);
  }
  if (typeof left === typeof right && left !== null && right !== null) {
    return Number(left) - Number(right);
  }
  return Number.NaN;
}

/** An order for sorting: what is missing comes first, then what can be compared; unlike kinds stay apart. */
export function sortOrder(left: Comparable, right: Comparable): number {
  if (left === null || right === null) {
    return Number(left !== null) - Number(right !== null);
  }
  const order = compareValues(left, right);
  return Number.isNaN(order) ? collator.compare(typeof left, typeof right) : order;
}
