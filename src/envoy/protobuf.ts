/**
 * Writes protobuf's wire format into one buffer that grows. A message's length is known only when it is written, so its
 * place is kept and the message moved where the length takes more than one byte.
 */
export class ProtobufWriter {
  #buffer: Buffer;
  #end = 0;

  /** @param size in bytes, for a start */
  constructor(size = 1024) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  /** All that was written. Nothing is to be written afterwards. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#end);
  }

  text(field: number, value: string): void {
    const length = Buffer.byteLength(value);
    this.#varint(field * 8 + 2);
    this.#varint(length);
    this.#reserve(length);
    this.#buffer.write(value, this.#end);
    this.#end += length;
  }

  /** @param value from 0 up to the largest integer that a double holds exactly */
  integer(field: number, value: number): void {
    this.#varint(field * 8);
    this.#varint(value);
  }

  /** A field that holds a message. */
  message(field: number, write: () => void): void {
    this.#varint(field * 8 + 2);
    this.#reserve(1);
    const start = ++this.#end;
    write();
    const length = this.#end - start;
    if (length < 0x80) {
      this.#buffer[start - 1] = length;
      return;
    }
    const more = varintLength(length) - 1;
    this.#reserve(more);
    this.#buffer.copyWithin(start + more, start, this.#end);
    this.#end = start - 1;
    this.#varint(length);
    this.#end += length;
  }

  #varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.#buffer[this.#end++] = (rest % 128) | 0x80;
    this.#buffer[this.#end++] = rest;
  }

  #reserve(length: number): void {
    if (this.#end + length <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#buffer.length, this.#end + length));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) length++;
  return length;
}
