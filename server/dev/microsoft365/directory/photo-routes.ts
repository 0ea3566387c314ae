import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import { hasPortrait, portrait } from './portrait.ts';

const READ = {
  delegated: ['User.Read', 'User.ReadBasic.All', 'ProfilePhoto.Read.All'],
  application: ['User.Read.All', 'User.ReadBasic.All', 'ProfilePhoto.Read.All'],
};
/** The sides of the squares a photograph is kept in, in pixels. */
const SIZES = [48, 64, 96, 120, 240, 360, 432, 504, 648];
const LARGEST = 648;

/** Photographs of people: what there is, and the picture itself in the sizes Graph keeps. */
export function graphPhotos(router: GraphRouter): void {
  router.profile('GET', '/photo', (request) => ok(described(request, sizeOf(request, LARGEST))), READ);
  router.profile('GET', '/photo/$value', (request) => picture(request, sizeOf(request, LARGEST)), READ);
  router.profile(
    'GET',
    '/photos',
    (request) => {
      sizeOf(request, LARGEST);
      return page(
        request,
        SIZES.map((size) => photoView(request, size)),
        { pageSize: 100 },
      );
    },
    READ,
  );
  router.profile('GET', '/photos/{profilePhoto-id}', (request) => ok(described(request, asked(request))), READ);
  router.profile('GET', '/photos/{profilePhoto-id}/$value', (request) => picture(request, asked(request)), READ);
}

function asked(request: GraphRequest): number {
  const [, width = '', height = ''] = /^(\d{2,3})x(\d{2,3})$/i.exec(param(request, 'profilePhoto-id')) ?? [];
  return sizeOf(request, width === height ? Number(width) : 0);
}

/** @throws GraphError 404 for somebody without a photograph, and for a size that is not kept. */
function sizeOf(request: GraphRequest, size: number): number {
  if (!hasPortrait(request.owner) || !SIZES.includes(size)) {
    throw new GraphError(
      404,
      'ImageNotFound',
      "The specified object was not found in the store., The photo wasn't found.",
    );
  }
  return size;
}

function picture(request: GraphRequest, size: number): Answer {
  return {
    status: 200,
    headers: { ETag: etag(request, size) },
    raw: { contentType: 'image/png', bytes: portrait(request.owner, size) },
  };
}

function described(request: GraphRequest, size: number): Json {
  return {
    '@odata.context': `${request.graphBase}/$metadata#users('${request.owner.id}')/photo/$entity`,
    ...selected(request, photoView(request, size)),
  };
}

function photoView(request: GraphRequest, size: number): Json {
  return {
    '@odata.mediaContentType': 'image/png',
    '@odata.mediaEtag': etag(request, size),
    id: `${String(size)}x${String(size)}`,
    height: size,
    width: size,
  };
}

function etag(request: GraphRequest, size: number): string {
  return `"${stableGuid(request.owner.id, String(size)).replaceAll('-', '').toUpperCase()}"`;
}
