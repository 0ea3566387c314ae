import { badRequest } from '../graph/error.ts';
import type { Json } from '../graph/request.ts';

const TYPE = 'microsoft.graph.openTypeExtension';

/** Open extensions as a request brings them along with an event, by name. @throws GraphError 400 for one that is none. */
export function extensionsInput(values: readonly unknown[]): Record<string, Json> {
  return Object.fromEntries(values.map((one) => extensionInput(one as Json)));
}

/** One open extension: its name and its data. @throws GraphError 400 without type or name. */
export function extensionInput(body: Json): [name: string, data: Json] {
  const { extensionName: name } = body;
  if (
    typeof body['@odata.type'] !== 'string' ||
    body['@odata.type'].replace('#', '').toLowerCase() !== TYPE.toLowerCase()
  ) {
    throw badRequest(`The extension must say that it is a '${TYPE}'.`, 'RequestBodyRead');
  }
  if (typeof name !== 'string' || name === '') {
    throw badRequest('The extension needs an extensionName.', 'ErrorInvalidProperty');
  }
  return [name, extensionData(body)];
}

/** The data of an extension, without what Graph itself keeps of it. */
export function extensionData(body: Json): Json {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !name.includes('@') && name !== 'extensionName' && name !== 'id'),
  );
}

/** The name an address or filter means: with or without the type before it. */
export function extensionName(written: string): string {
  return written.toLowerCase().startsWith(`${TYPE.toLowerCase()}.`) ? written.slice(TYPE.length + 1) : written;
}

/** An open extension as Graph writes it. */
export function extensionView(name: string, data: Json): Json {
  return { '@odata.type': `#${TYPE}`, id: `${TYPE}.${name}`, extensionName: name, ...data };
}
