// Arrays in Postgres's binary format, which `pg` sends as it is when a parameter is a Buffer. As text each quote of a
// JSON body is escaped here and unescaped there: twice the time on both sides.

const BYTEA = 17;
const TEXT = 25;
const JSON_TYPE = 114;
const UUID = 2950;

/** @throws TypeError for an id that is none */
export function uuidArray(ids: readonly string[]): Buffer {
  return fill(UUID, ids.length, ids.length * 16, (array, offset) => {
    for (const id of ids) {
      offset = array.writeInt32BE(16, offset);
      if (id.length !== 36 || array.write(id.replaceAll('-', ''), offset, 16, 'hex') !== 16) {
        throw new TypeError(`${id} is no UUID`);
      }
      offset += 16;
    }
  });
}

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return bytesArray(BYTEA, values);
}

export function textArray(values: readonly string[]): Buffer {
  return bytesArray(TEXT, values.map(utf8));
}

/** @param values JSON texts, or these in UTF-8 */
export function jsonArray(values: readonly (string | Uint8Array)[]): Buffer {
  return bytesArray(
    JSON_TYPE,
    values.map((value) => (typeof value === 'string' ? utf8(value) : value)),
  );
}

const utf8 = (text: string): Buffer => Buffer.from(text);

function bytesArray(type: number, values: readonly Uint8Array[]): Buffer {
  const size = values.reduce((sum, value) => sum + value.length, 0);
  return fill(type, values.length, size, (array, offset) => {
    for (const value of values) {
      offset = array.writeInt32BE(value.length, offset);
      array.set(value, offset);
      offset += value.length;
    }
  });
}

/** One dimension, no nulls, elements from 1; each is its length and its bytes. */
function fill(
  type: number,
  count: number,
  bytes: number,
  write: (array: Buffer, offset: number) => void,
): Buffer {
  if (count === 0) return Buffer.concat([int32(0), int32(0), int32(type)]);
  const array = Buffer.allocUnsafe(20 + count * 4 + bytes);
  let offset = array.writeInt32BE(1, 0);
  offset = array.writeInt32BE(0, offset);
  offset = array.writeInt32BE(type, offset);
  offset = array.writeInt32BE(count, offset);
  offset = array.writeInt32BE(1, offset);
  write(array, offset);
  return array;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
