import { GraphError } from '../graph/error.ts';
import type { GraphRequest } from '../graph/request.ts';
import { queryOptions } from '../graph/request.ts';

/**
 * Refuses what Outlook refuses to answer about messages.
 * @throws GraphError 400 for `$search` beside `$filter`, `$orderby` or `$skip`, and for an order whose properties do not come
 * first, in the same order, in the filter.
 */
export function checkMessageQuery(request: GraphRequest): void {
  const { search, filter, orderBy, skip, count } = queryOptions(request);
  if (search !== null) {
    const [option, code] =
      filter !== null
        ? ['$filter', 'SearchWithFilter']
        : orderBy.length > 0
          ? ['$orderby', 'SearchWithOrderBy']
          : skip > 0
            ? ['$skip', 'SearchWithSkip']
            : count
              ? ['$count', 'SearchWithCount']
              : [null, ''];
    if (option !== null) {
      throw new GraphError(400, code, `The query parameter '${option}' is not supported with '$search'.`);
    }
  }
  if (filter !== null && orderBy.length > 0) {
    const filtered = [...new Set(filter.paths)];
    if (orderBy.some(({ path }, at) => filtered[at] !== path.toLowerCase())) {
      throw new GraphError(
        400,
        'InefficientFilter',
        'The restriction or sort order is too complex for this operation.',
      );
    }
  }
}
