import { type NodeOrigin, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podContainers } from '../pod.ts';
import { quoted } from '../words.ts';

export const imageTag: Check = {
  code: { code: 'STW1225', severity: 'error', title: 'An image that is not fixed' },
  run({ environment, parts }, report) {
    const check = (image: string, origin: NodeOrigin, pointer: string): void => {
      if (image.includes('@')) {
        if (/@sha256:[0-9a-f]{64}$/.test(image)) return;
        report({
          message: `The image ${quoted(image)} has a digest that is not well formed`,
          origin: originAt(origin, pointer),
          help: 'A digest is `sha256:` and 64 hexadecimal digits.',
        });
        return;
      }
      const tag = /:([^:/]*)$/.exec(image)?.[1];
      if (tag !== undefined && tag !== '' && tag !== 'latest') return;
      report({
        message: `The image ${quoted(image)} has ${tag ? 'the tag `latest`' : 'neither digest nor tag'}`,
        origin: originAt(origin, pointer),
        help: 'What it means changes without a commit: write its digest (`…@sha256:…`), or at least a tag that stays.',
      });
    };
    if (environment) {
      const { images, runtimeImages, origin } = environment;
      check(images.stowage, origin, '/spec/images/stowage');
      check(images.envoy, origin, '/spec/images/envoy');
      for (const [name, image] of Object.entries(runtimeImages)) check(image, origin, `/spec/images/runtimes/${name}`);
    }
    for (const { image, origin } of parts.runtimes) {
      if (origin !== undefined && image !== '') check(image, origin, '/spec/image');
    }
    for (const { pod, origin } of parts.servers) {
      for (const { fields, pointer } of [
        ...podContainers(pod, 'containers'),
        ...podContainers(pod, 'initContainers'),
      ]) {
        if (typeof fields['image'] === 'string') check(fields['image'], origin, `${pointer}/image`);
      }
    }
  },
};
