import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue (0 to 255) and opacity (0 to 1). */
type Colour = readonly [number, number, number, number];

const brand: Colour = [91, 95, 199, 1];
const white: Colour = [255, 255, 255, 1];
const nothing: Colour = [0, 0, 0, 0];

interface Bubble {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where the tail points, as an angle in degrees, clockwise from the right. */
  readonly tail: number;
}

// The square is 1 wide, 1 high, origin top left. Two people speak: one bubble behind, one in front and a little lower.
const behind: Bubble = { x: 0.385, y: 0.4, radius: 0.3, tail: 137 };
const inFront: Bubble = { x: 0.655, y: 0.62, radius: 0.255, tail: 43 };

/** Whether the point lies in the bubble, made larger by `grown`. The tail is a round cone from the rim outwards. */
function isInside({ x, y, radius, tail }: Bubble, px: number, py: number, grown: number): boolean {
  if (Math.hypot(px - x, py - y) <= radius + grown) return true;
  const angle = (tail * Math.PI) / 180;
  const along = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
  const across = Math.abs((py - y) * Math.cos(angle) - (px - x) * Math.sin(angle));
  const tip = radius * 1.4;
  const base = radius * 0.75;
  if (along < base || along > tip + grown) return false;
  return across <= ((tip - along) / (tip - base)) * radius * 0.42 + grown;
}

interface Drawing {
  readonly file: string;
  readonly size: number;
  readonly ground: Colour;
  readonly bubbles: readonly [Colour, Colour];
  /** How much of the square the two bubbles fill, 0 to 1. */
  readonly scale: number;
  /** Space between the two bubbles, as a share of the drawing. */
  readonly gap: number;
}

const soft: Colour = [255, 255, 255, 0.62];
const softBrand: Colour = [146, 149, 222, 1];
const drawings: readonly Drawing[] = [
  { file: 'color.png', size: 192, ground: brand, bubbles: [soft, white], scale: 0.72, gap: 0.035 },
  { file: 'color32x32.png', size: 32, ground: nothing, bubbles: [softBrand, brand], scale: 1.18, gap: 0.045 },
  { file: 'outline.png', size: 32, ground: nothing, bubbles: [white, white], scale: 1.18, gap: 0.07 },
  ...[16, 32, 80].map((size) => ({
    file: `pages/duologue-${size}.png`,
    size,
    ground: nothing,
    bubbles: [softBrand, brand] as const,
    scale: 1.18,
    gap: 0.05,
  })),
];

function colourAt(drawing: Drawing, px: number, py: number): Colour {
  const x = (px - 0.5) / drawing.scale + 0.5;
  const y = (py - 0.5) / drawing.scale + 0.5;
  if (isInside(inFront, x, y, 0)) return drawing.bubbles[1];
  if (isInside(inFront, x, y, drawing.gap)) return nothing;
  return isInside(behind, x, y, 0) ? drawing.bubbles[0] : nothing;
}

/** A pixel is the average of 8 by 8 points, laid over the ground. */
function drawPixel(drawing: Drawing, column: number, row: number): Colour {
  const points = 8;
  const sum = [0, 0, 0, 0];
  for (let point = 0; point < points * points; point++) {
    const px = (column + ((point % points) + 0.5) / points) / drawing.size;
    const py = (row + (Math.floor(point / points) + 0.5) / points) / drawing.size;
    const [top, under] = [colourAt(drawing, px, py), drawing.ground];
    const opacity = top[3] + under[3] * (1 - top[3]);
    sum[3] = (sum[3] ?? 0) + opacity;
    for (const channel of [0, 1, 2] as const) {
      sum[channel] = (sum[channel] ?? 0) + top[channel] * top[3] + under[channel] * under[3] * (1 - top[3]);
    }
  }
  const [red = 0, green = 0, blue = 0, opacity = 0] = sum;
  if (opacity === 0) return nothing;
  return [red / opacity, green / opacity, blue / opacity, opacity / (points * points)];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The drawing as a PNG: 8 bits a channel, with opacity. */
function drawIcon(drawing: Drawing): Buffer {
  const { size } = drawing;
  const lines = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [red, green, blue, opacity] = drawPixel(drawing, column, row);
      lines.set([red, green, blue, opacity * 255].map(Math.round), row * (1 + size * 4) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(lines, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', new Uint8Array())]);
}

for (const drawing of drawings) writeFileSync(join(import.meta.dirname, drawing.file), drawIcon(drawing));
