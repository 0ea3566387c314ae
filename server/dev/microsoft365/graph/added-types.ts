import type { Schemas } from './schema-fit.ts';

const CLOCK_CHANGE = {
  time: { type: 'string', format: 'time', nullable: true },
  dayOccurrence: { type: 'integer', format: 'int32', nullable: true },
  dayOfWeek: {
    anyOf: [{ $ref: '#/components/schemas/microsoft.graph.dayOfWeek' }, { type: 'object', nullable: true }],
  },
  month: { type: 'integer', format: 'int32', nullable: true },
  year: { type: 'integer', format: 'int32', nullable: true },
};

/** Types of Graph's metadata that its published description lost when it was cut, and that are answered here all the same. */
export const ADDED_TYPES: Schemas = {
  'microsoft.graph.standardTimeZoneOffset': { type: 'object', properties: CLOCK_CHANGE },
  'microsoft.graph.daylightTimeZoneOffset': {
    allOf: [
      { $ref: '#/components/schemas/microsoft.graph.standardTimeZoneOffset' },
      { type: 'object', properties: { daylightBias: { type: 'integer', format: 'int32', nullable: true } } },
    ],
  },
  'microsoft.graph.customTimeZone': {
    allOf: [
      { $ref: '#/components/schemas/microsoft.graph.timeZoneBase' },
      {
        type: 'object',
        properties: {
          bias: { type: 'integer', format: 'int32', nullable: true },
          standardOffset: {
            anyOf: [
              { $ref: '#/components/schemas/microsoft.graph.standardTimeZoneOffset' },
              { type: 'object', nullable: true },
            ],
          },
          daylightOffset: {
            anyOf: [
              { $ref: '#/components/schemas/microsoft.graph.daylightTimeZoneOffset' },
              { type: 'object', nullable: true },
            ],
          },
        },
      },
    ],
  },
};
