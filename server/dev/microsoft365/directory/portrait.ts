import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { DirectoryPerson } from '../tenant/tenant.ts';
import { LETTER_HEIGHT, LETTER_WIDTH, hasDot } from './letters.ts';

/** Backgrounds dark enough for white letters. */
const COLOURS: readonly (readonly [number, number, number])[] = [
  [0x75, 0x0b, 0x1c],
  [0x8e, 0x56, 0x2e],
  [0x49, 0x82, 0x05],
  [0x03, 0x83, 0x87],
  [0x00, 0x4e, 0x8c],
  [0x5c, 0x2e, 0x91],
  [0x9b, 0x00, 0x62],
  [0x39, 0x46, 0x4e],
];
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Every so many people have no photograph. */
const ONE_IN = 5;

/** Whether somebody ever gave the directory a photograph of this person; it never changes for one person. */
export function hasPortrait(person: DirectoryPerson): boolean {
  return numberOf(person) % ONE_IN !== 0;
}

/** A square PNG of so many pixels: the person's initials in white on their colour. */
export function portrait(person: DirectoryPerson, size: number): Buffer {
  const colour = COLOURS[numberOf(person) % COLOURS.length] ?? [0, 0, 0];
  const palette = Buffer.from([...colour, 255, 255, 255]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits for each pixel, looked up in the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(pixels(initials(person), size))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function numberOf(person: DirectoryPerson): number {
  return createHash('sha256').update(person.id).digest().readUInt32BE(0);
}

function initials(person: DirectoryPerson): string[] {
  return [person.givenName, person.surname].map(
    (name) => name.normalize('NFD').replaceAll(/\P{L}/gu, '')[0]?.toUpperCase() ?? '',
  );
}

/** Rows of the picture, each with the byte before it that says it is not filtered. */
function pixels(letters: readonly string[], size: number): Buffer {
  const dot = size / (LETTER_WIDTH * 4);
  const width = (LETTER_WIDTH * letters.length + letters.length - 1) * dot;
  const [left, top] = [(size - width) / 2, (size - LETTER_HEIGHT * dot) / 2];
  const rows = Buffer.alloc((size + 1) * size);
  for (let y = 0; y < size; y += 1) {
    const row = Math.floor((y - top) / dot);
    for (let x = 0; x < size; x += 1) {
      const column = Math.floor((x - left) / dot);
      const at = Math.floor(column / (LETTER_WIDTH + 1));
      const isSet = row >= 0 && row < LETTER_HEIGHT && column >= 0 && column % (LETTER_WIDTH + 1) < LETTER_WIDTH;
      if (isSet && hasDot(letters[at] ?? '', column % (LETTER_WIDTH + 1), row)) {
        rows[y * (size + 1) + x + 1] = 1;
      }
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
