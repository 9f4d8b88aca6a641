import type { ServerShape } from './instance.ts';

/** The most that any model of a set asks for, of each kind. */
export class Largest {
  #memory = 0;
  #withTop = 0;
  #gpu = 0;
  #gpuWithTop = 0;
  #disk = 0;
  #copies = 0;

  note(memory: number, transient: number, gpu: number, gpuTransient: number, disk: number, copies: number): void {
    if (memory > this.#memory) this.#memory = memory;
    if (memory + transient > this.#withTop) this.#withTop = memory + transient;
    if (gpu > this.#gpu) this.#gpu = gpu;
    if (gpu + gpuTransient > this.#gpuWithTop) this.#gpuWithTop = gpu + gpuTransient;
    if (disk > this.#disk) this.#disk = disk;
    if (copies > this.#copies) this.#copies = copies;
  }

  /** Whether the server could hold all copies of any of them, had it nothing else to hold. */
  fits(server: ServerShape): boolean {
    const w = server.workers;
    return (
      this.#withTop * w <= server.memory &&
      this.#memory * w <= server.limit &&
      this.#gpuWithTop * w <= server.gpu &&
      this.#gpu * w <= server.gpuLimit &&
      this.#disk <= server.disk &&
      server.slots >= 1 &&
      this.#copies <= server.max
    );
  }
}
