import { writeFileSync } from 'node:fs';
import type { Target } from '../localise.ts';
import type { Guard } from '../processes/guard.ts';
import { swapMount } from './mounted-folder.ts';
import { LocalPod, type ProcessEnd } from './pod.ts';
import { freshFolders, type PodFolders } from './pod-folders.ts';
import type { StartedPod } from './server-pod.ts';

/** How a pod of a certain name is made, whatever the target of the moment. */
export interface PodTemplate {
  readonly name: string;
  readonly folders: PodFolders;
  /** Undefined: the target does not have it. */
  pod(target: Target): StartedPod | undefined;
  /** Its plan, by file. Undefined: the target does not have it. */
  plan(target: Target): ReadonlyMap<string, string> | undefined;
  /** Whether its cache outlives pods of this name. */
  keepsCache(target: Target): boolean;
}

/** A name that a pod runs under: one pod after the other, in the same folders and at the same ports. */
export class HeldPod<Template extends PodTemplate = PodTemplate> {
  readonly template: Template;
  readonly #guard: Guard;
  readonly #ended: (end: ProcessEnd) => void;
  #files: ReadonlyMap<string, string> = new Map();
  #pod: LocalPod | undefined;
  /** Set while its pod ends and the next one has not begun. */
  #replacing: Promise<void> | undefined;

  constructor(template: Template, guard: Guard, ended: (end: ProcessEnd) => void) {
    this.template = template;
    this.#guard = guard;
    this.#ended = ended;
  }

  /** The pod that runs, or ran last. Undefined: there was none yet. */
  get pod(): LocalPod | undefined {
    return this.#pod;
  }

  /** Starts a pod that finds nothing but its plan and what a volume kept. */
  launch(target: Target): void {
    const { template } = this;
    const made = template.pod(target);
    if (made === undefined) return;
    freshFolders(template.folders, template.keepsCache(target));
    for (const [path, text] of made.files) writeFileSync(path, text);
    this.swapPlan(target);
    this.#files = made.files;
    this.#pod = new LocalPod(made.shape, this.#guard, this.#ended);
    void this.#pod.start();
  }

  swapPlan(target: Target): void {
    const files = this.template.plan(target);
    if (files) swapMount(this.template.folders.plan, files);
  }

  /** Whether a pod that started now would read something else than this one did. */
  isOutdated(target: Target): boolean {
    const made = this.template.pod(target);
    if (made === undefined) return false;
    const { files } = made;
    return files.size !== this.#files.size || [...files].some(([path, text]) => this.#files.get(path) !== text);
  }

  /**
   * Ends the pod and starts another in its place; one that is being replaced already is waited for.
   *
   * @param target asked for when the next pod starts; undefined: none is to start any more
   */
  replace(end: (pod: LocalPod) => Promise<void>, target: () => Target | undefined): Promise<void> {
    this.#replacing ??= this.#replace(end, target);
    return this.#replacing;
  }

  async #replace(end: (pod: LocalPod) => Promise<void>, target: () => Target | undefined): Promise<void> {
    await (this.#pod && end(this.#pod));
    this.#replacing = undefined;
    const next = target();
    if (next) this.launch(next);
  }
}
