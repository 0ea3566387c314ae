/**
 * How an answer is built, as small as it can be written: `a` anything, `s` text, `n` a number, `b` true or false; `=` one of these values; `?`
 * that or null; `[]` a list; `{}` any names; `|` one of these; else by name, where a name that ends in `?` may be missing.
 */
export type Shape =
  | 'a'
  | 's'
  | 'n'
  | 'b'
  | readonly ['=', ...(string | number | boolean | null)[]]
  | readonly ['?' | '[]' | '{}', Shape]
  | readonly ['|', ...Shape[]]
  | ShapeByName;

interface ShapeByName {
  readonly [name: string]: Shape;
}

const kinds = { s: 'string', n: 'number', b: 'boolean' } as const;

/** Whether a value is built so. What a shape does not name may be there or not. */
export function fits(shape: Shape, value: unknown): boolean {
  if (shape === 'a') return true;
  if (typeof shape === 'string') return typeof value === kinds[shape];
  if (!isList(shape)) {
    if (!isObject(value)) return false;
    return Object.entries(shape).every(([name, inner]) =>
      name.endsWith('?')
        ? value[name.slice(0, -1)] === undefined || fits(inner, value[name.slice(0, -1)])
        : fits(inner, value[name]),
    );
  }
  const [kind, ...rest] = shape;
  if (kind === '=') return (rest as readonly unknown[]).includes(value);
  const inners = rest as readonly [Shape, ...Shape[]];
  if (kind === '|') return inners.some((inner) => fits(inner, value));
  if (kind === '?') return value === null || fits(inners[0], value);
  if (kind === '[]') return Array.isArray(value) && value.every((one) => fits(inners[0], one));
  return isObject(value) && Object.values(value).every((one) => fits(inners[0], one));
}

/** What stands for a schema of the contract in the built pages. */
export function schemaOf(shape: Shape): Readonly<{ safeParse(value: unknown): { success: boolean; data: unknown } }> {
  return { safeParse: (value) => ({ success: fits(shape, value), data: value }) };
}

function isList(shape: Shape): shape is Exclude<Shape, string | ShapeByName> {
  return Array.isArray(shape);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
