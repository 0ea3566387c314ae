import { GraphError } from './error.ts';

const UNREADABLE =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';
/** Where a message may come as MIME, in base64, instead of JSON. */
const TAKES_MIME = /\/(sendMail|messages)$/i;

/** What Graph says to a body that is no JSON. */
export function unreadableBody(): GraphError {
  return new GraphError(400, 'BadRequest', UNREADABLE);
}

/** Refuses a body whose type Graph would not read at an address. @throws GraphError 400 or 415 */
export function checkContentType(type: string | undefined, path: string): void {
  if (type === undefined || type.trim() === '') {
    throw unreadableBody();
  }
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^application\/([\w.-]+\+)?json$/.test(plain) || (plain === 'text/plain' && TAKES_MIME.test(path))) {
    return;
  }
  throw new GraphError(
    415,
    'RequestBodyRead',
    `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'application/json' matches the content type '${plain}'.`,
  );
}

/** Refuses to answer somebody who takes no JSON. @throws GraphError 406 */
export function checkAccept(accept: string | undefined, path: string): void {
  const isRaw = /\/\$value$/i.test(path);
  if (accept === undefined || isRaw || /\*\/\*|application\/(\*|([\w.-]+\+)?json)/i.test(accept)) {
    return;
  }
  throw new GraphError(
    406,
    'NotAcceptable',
    `A supported MIME type could not be found that matches the acceptable MIME types for the request. The supported type(s) 'application/json' do not match any of the acceptable MIME types '${accept.slice(0, 200)}'.`,
  );
}
